/// How much a finding matters, the worst first.
package enum Severity: String, CaseIterable, Sendable {
  /// The record identifies somebody, or breaks the standard: it must be mended.
  case error
  /// The record may identify somebody, or will be read wrongly: somebody has to look.
  case warning
  /// Something that cannot be checked, or is worth a look when there is time.
  case note
}

extension Severity: Comparable {
  package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
