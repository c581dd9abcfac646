package import HMIS
import VaultCrypto

/// What supervisors set for the whole vault; docs/FORMAT.md section 7.
package struct Policy: Equatable, Sendable {
  /// How much of an SSN a record may keep.
  package enum SSNKeeping: UInt8, Sendable {
    case none = 0
    case lastFour = 1
    case whole = 2
  }

  /// Who may export identities.
  package enum Exporters: UInt8, Sendable {
    case supervisors = 1
  }

  /// The agency's name, 1 to 50 characters.
  package var organization: String
  /// The codes from which a reason is chosen.
  package var reasons: [String]
  package var reasonDemanded: Bool
  /// Minutes without a key after which a screen is cleared, 1 to 240.
  package var idleMinutes: UInt16
  /// Years after the last change when a record is due, 1 to 99.
  package var retentionYears: UInt8
  package var uidPattern: UIDPattern
  package var ssnKeeping: SSNKeeping
  package var exporters: Exporters

  /// What a new vault starts with.
  ///
  /// Seven years: HUD's 2004 notice, 69 FR 45888.
  init(organization: String) {
    self.organization = organization
    reasons = ["intake", "service", "roi", "correction", "legal", "other"]
    reasonDemanded = false
    idleMinutes = 5
    retentionYears = 7
    uidPattern = .standard
    ssnKeeping = .none
    exporters = .supervisors
  }
}

extension Policy {
  /// The setting's name: its key, and its namespace in associated data.
  static let key = Array("policy".utf8)
  static let padding = Padding.block(4096)
  private static let reasonLimit = 32
  static let idleRange = 1...240
  static let retentionRange = 1...99

  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 1024)
    writer.field(1, text: organization)
    writer.field(2) { $0.u8(0) }
    writer.field(3) { field in
      for reason in reasons { field.lp8(reason.utf8) }
    }
    writer.field(4) { $0.u8(reasonDemanded ? 1 : 0) }
    writer.field(5) { $0.u16(idleMinutes) }
    writer.field(6) { $0.u8(retentionYears) }
    writer.field(7, text: uidPattern.description)
    writer.field(8) { $0.u8(ssnKeeping.rawValue) }
    writer.field(9) { $0.u8(exporters.rawValue) }
    return Self.padding.pad(writer.bytes)
  }

  init(decoding padded: RawSpan) throws(FormatProblem) {
    let content = try Self.padding.content(of: padded)
    let fields = try TaggedFields(in: padded, content)
    try fields.refuseUnknown(1...9)
    organization = try fields.required(1, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.restAsText(at: &offset)
    }
    let notVictimService = try fields.byte(2, in: padded, from: [0: true])
    let reasons = try fields.required(3, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.list(limit: Self.reasonLimit, at: &offset) {
        (bytes, offset) throws(FormatProblem) in
        try bytes.text(Int(try bytes.u8(at: &offset)), at: &offset)
      }
    }
    self.reasons = reasons
    reasonDemanded = try fields.byte(4, in: padded, from: [0: false, 1: true])
    idleMinutes = try fields.required(5, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.u16(at: &offset)
    }
    retentionYears = try fields.required(6, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.u8(at: &offset)
    }
    let pattern = try fields.required(7, in: padded) { (bytes, offset) throws(FormatProblem) in
      try bytes.restAsText(at: &offset)
    }
    do { uidPattern = try UIDPattern(pattern) } catch { throw .badValue }
    ssnKeeping = try fields.byte(8, in: padded, from: [0: .none, 1: .lastFour, 2: .whole])
    exporters = try fields.byte(9, in: padded, from: [1: .supervisors])
    guard notVictimService, (1...50).contains(organization.count),
      Self.idleRange.contains(Int(idleMinutes)),
      Self.retentionRange.contains(Int(retentionYears)), !reasons.isEmpty,
      reasons.allSatisfy(Self.isReasonCode)
    else { throw .badValue }
  }

  /// Whether codes can be the list of reasons: 1 to 32, none twice.
  static func areReasons(_ codes: [String]) -> Bool {
    (1...reasonLimit).contains(codes.count) && codes.allSatisfy(isReasonCode)
      && Set(codes).count == codes.count
  }

  /// Whether a text can be a reason's code: 1 to 32 of a–z, 0–9 and hyphen.
  static func isReasonCode(_ code: String) -> Bool {
    (1...32).contains(code.utf8.count)
      && code.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}

extension TaggedFields {
  /// Reads a required one-byte field that may have the values of a table.
  fileprivate func byte<Value>(
    _ tag: UInt8, in bytes: RawSpan, from table: KeyValuePairs<UInt8, Value>
  ) throws(FormatProblem) -> Value {
    let code = try required(tag, in: bytes) { (bytes, offset) throws(FormatProblem) in
      try bytes.u8(at: &offset)
    }
    guard let known = table.first(where: { $0.key == code }) else { throw .badValue }
    return known.value
  }
}
