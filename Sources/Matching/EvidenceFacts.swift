/// A set of reasons, a bit each, so that weighing allocates nothing.
struct EvidenceFacts: Hashable, Sendable {
  private var bits: UInt32 = 0

  /// Takes a reason in.
  mutating func insert(_ reason: EvidenceReason) { bits |= 1 << UInt32(reason.rawValue) }

  /// Tells whether a reason is in.
  func contains(_ reason: EvidenceReason) -> Bool { bits & 1 << UInt32(reason.rawValue) != 0 }
}
