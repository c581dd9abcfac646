import Matching

/// Reads the fields of a client record; docs/FORMAT.md section 11.
struct FieldReading {
  let fields: TaggedFields

  func details(in bytes: RawSpan) throws(FormatProblem) -> ClientDetails {
    var details = ClientDetails()
    details.given = try text(5, in: bytes, limit: 100)
    details.middle = try text(6, in: bytes, limit: 100)
    details.surname = try text(7, in: bytes, limit: 100)
    details.suffix = try text(8, in: bytes, limit: 100)
    details.preferred = try text(9, in: bytes, limit: 100)
    details.aliases = try list(10, in: bytes, limit: ClientCodec.aliasLimit, Self.alias)
    details.birthDate = try fields.optional(11, in: bytes, Self.date)
    details.ssn = try fields.optional(12, in: bytes, Self.ssn)
    details.phones = try list(13, in: bytes, limit: ClientCodec.phoneLimit, Self.phone)
    details.address = try text(14, in: bytes, limit: 500)
    details.note = try text(15, in: bytes, limit: 4000)
    details.reason = try fields.optional(16, in: bytes) { (bytes, offset) throws(FormatProblem) in
      guard let reason = AnonymityReason(rawValue: try bytes.u8(at: &offset)) else {
        throw .badValue
      }
      return reason
    }
    details.firstServed = try fields.optional(17, in: bytes, Self.date)
    details.household = try text(18, in: bytes, limit: 100)
    return details
  }

  func life(of client: inout Client, in bytes: RawSpan) throws(FormatProblem) {
    client.merged = try fields.optional(22, in: bytes) { (bytes, offset) throws(FormatProblem) in
      Client.Merge(
        into: try bytes.clientID(at: &offset), statusBefore: try bytes.status(at: &offset),
        time: try bytes.u64(at: &offset))
    }
    client.touched = try fields.optional(23, in: bytes) { (bytes, offset) throws(FormatProblem) in
      try bytes.u64(at: &offset)
    }
    client.hold = try fields.optional(24, in: bytes) { (bytes, offset) throws(FormatProblem) in
      Client.Hold(
        since: try bytes.u64(at: &offset), by: try bytes.memberID(at: &offset),
        reason: try Self.shortText(bytes, &offset))
    }
    client.destroyedBy = try fields.optional(25, in: bytes, Self.stamp)
  }

  private func text(
    _ tag: UInt8, in bytes: RawSpan, limit: Int
  ) throws(FormatProblem) -> String? {
    try fields.optional(tag, in: bytes) { (bytes, offset) throws(FormatProblem) in
      try Self.checked(try bytes.restAsText(at: &offset), limit: limit)
    }
  }

  /// Refuses an empty text and one of more scalars than a text of so many characters may have.
  ///
  /// Characters are counted where text comes in; what is one character changes with Unicode, and a
  /// record must stay readable.
  private static func checked(_ text: String, limit: Int) throws(FormatProblem) -> String {
    guard !text.isEmpty,
      text.utf8.count <= limit || text.unicodeScalars.count <= limit * scalarsPerCharacter
    else { throw .badLength }
    return text
  }

  /// The most scalars that a character of a full text may have on average.
  static let scalarsPerCharacter = 4

  func list<Value>(
    _ tag: UInt8, in bytes: RawSpan, limit: Int,
    _ read: (RawSpan, inout Int) throws(FormatProblem) -> Value
  ) throws(FormatProblem) -> [Value] {
    try fields.optional(tag, in: bytes) { (bytes, offset) throws(FormatProblem) in
      try bytes.list(limit: limit, at: &offset, read)
    } ?? []
  }
}

extension FieldReading {
  static func stamp(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> Stamp {
    Stamp(time: try bytes.u64(at: &offset), by: try bytes.memberID(at: &offset))
  }

  static func identifier(
    _ bytes: RawSpan, _ offset: inout Int
  ) throws(FormatProblem) -> HMISIdentifier {
    let text = try checked(try shortText(bytes, &offset), limit: 100)
    let from = try bytes.u64(at: &offset)
    let to = try bytes.u64(at: &offset)
    guard let cause = HMISIdentifier.Cause(rawValue: try bytes.u8(at: &offset)) else {
      throw .badValue
    }
    return HMISIdentifier(text: text, from: from, to: to == 0 ? nil : to, cause: cause)
  }

  static func release(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> Release {
    let program = try checked(
      try bytes.text(Int(try bytes.u16(at: &offset)), at: &offset), limit: 100)
    guard let signed = try bytes.optionalDate(at: &offset) else { throw .badValue }
    return Release(
      program: program, signed: signed, expires: try bytes.optionalDate(at: &offset),
      revoked: try bytes.optionalDate(at: &offset))
  }

  private static func alias(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> Alias {
    guard let kind = Alias.Kind(rawValue: try bytes.u8(at: &offset)) else { throw .badValue }
    let text = try bytes.text(Int(try bytes.u16(at: &offset)), at: &offset)
    return Alias(kind: kind, text: try checked(text, limit: 100))
  }

  private static func phone(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> String {
    try checked(try shortText(bytes, &offset), limit: 100)
  }

  private static func ssn(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> String {
    let text = try bytes.restAsText(at: &offset)
    guard text.utf8.count == 4 || text.utf8.count == 9 else { throw .badLength }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw .badValue
    }
    return text
  }

  private static func date(
    _ bytes: RawSpan, _ offset: inout Int
  ) throws(FormatProblem) -> ClientDate {
    guard let date = try bytes.optionalDate(at: &offset) else { throw .badValue }
    return date
  }

  static func shortText(_ bytes: RawSpan, _ offset: inout Int) throws(FormatProblem) -> String {
    try bytes.text(Int(try bytes.u8(at: &offset)), at: &offset)
  }
}

extension RawSpan {
  func status(at offset: inout Int) throws(FormatProblem) -> ClientStatus {
    guard let status = ClientStatus(rawValue: try u8(at: &offset)) else { throw .badValue }
    return status
  }

  /// Reads a date; four zeros stand for none.
  func optionalDate(at offset: inout Int) throws(FormatProblem) -> ClientDate? {
    let year = try u16(at: &offset)
    let month = try u8(at: &offset)
    let day = try u8(at: &offset)
    if year == 0, month == 0, day == 0 { return nil }
    guard year >= 1900, month != 0 || day == 0,
      let partial = PartialDate(
        year: Int(year), month: month == 0 ? nil : Int(month), day: day == 0 ? nil : Int(day))
    else { throw .badValue }
    return ClientDate(partial)
  }
}
