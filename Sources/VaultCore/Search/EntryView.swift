import VaultCrypto

/// Where the parts of a directory entry stand, without copying any of them.
///
/// A search looks at every entry of the vault: it must not allocate for those that do not match.
struct EntryView {
  /// The place of the entry behind its length.
  let range: Range<Int>
  let status: ClientStatus
  private let uidsOffset: Int
  private let birthOffset: Int
  private let namesOffset: Int
  private let ssnOffset: Int
  private let phonesOffset: Int

  /// Finds the parts of the entry whose length stands at `offset`, and refuses exactly what reading
  /// the entry in full would.
  ///
  /// - Throws: `FormatProblem` for bytes that are no entry.
  init(in bytes: RawSpan, at offset: inout Int) throws(FormatProblem) {
    let count = Int(try bytes.u16(at: &offset))
    guard count + 2 <= DirectoryEntry.byteLimit else { throw .badLength }
    range = try bytes.range(count, at: &offset)
    var position = range.lowerBound
    _ = try bytes.clientID(at: &position)
    position += 32
    status = try bytes.status(at: &position)
    let flags = DirectoryEntry.Flags(rawValue: try bytes.u8(at: &position))
    guard flags.isSubset(of: .all) else { throw .badValue }
    position += 2
    if flags.contains(.owner) { _ = try bytes.memberID(at: &position) }
    if flags.contains(.household) { position += 8 }
    uidsOffset = position
    let uids = try bytes.skipStrings(limit: DirectoryEntry.uidLimit, at: &position)
    guard uids > 0 || !flags.contains(.presentUID) else { throw .badValue }
    birthOffset = position
    _ = try bytes.optionalDate(at: &position)
    namesOffset = position
    try bytes.skipNames(at: &position)
    ssnOffset = position
    guard [0, 4, 9].contains(try bytes.skipString(at: &position)) else { throw .badLength }
    phonesOffset = position
    _ = try bytes.skipStrings(limit: 255, at: &position)
    guard position == range.upperBound else { throw .badLength }
  }

  /// The client's id as a number.
  func idNumber(in bytes: RawSpan) -> UInt64 {
    UInt64(
      bigEndian: unsafe bytes.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound, as: UInt64.self))
  }

  /// The hash of the client's record.
  func recordHash(in bytes: RawSpan) -> Digest {
    let start = range.lowerBound + ClientID.byteCount
    return Digest(stored: bytes.copy(start..<(start + Digest.count)))
  }

  /// Year, month and day, each 0 if unknown.
  func birth(in bytes: RawSpan) -> (year: Int, month: Int, day: Int) {
    (
      Int(bytes.byte(birthOffset)) << 8 | Int(bytes.byte(birthOffset + 1)),
      Int(bytes.byte(birthOffset + 2)), Int(bytes.byte(birthOffset + 3))
    )
  }

  /// Calls `body` with the place of each UID.
  func forEachUID(in bytes: RawSpan, _ body: (Range<Int>) -> Void) {
    forEachString(in: bytes, at: uidsOffset, prefix: 0) { body($1) }
  }

  /// Calls `body` with kind and place of each folded name.
  func forEachName(in bytes: RawSpan, _ body: (NameKind, Range<Int>) -> Void) {
    forEachString(in: bytes, at: namesOffset, prefix: 1) { start, range in
      guard let kind = NameKind(rawValue: bytes.byte(start)) else { return }
      body(kind, range)
    }
  }

  /// The place of the SSN's digits.
  func ssn(in bytes: RawSpan) -> Range<Int> {
    let count = Int(bytes.byte(ssnOffset))
    return (ssnOffset + 1)..<(ssnOffset + 1 + count)
  }

  /// Calls `body` with the place of each phone's digits.
  func forEachPhone(in bytes: RawSpan, _ body: (Range<Int>) -> Void) {
    forEachString(in: bytes, at: phonesOffset, prefix: 0) { body($1) }
  }

  /// Walks a counted list, whose bounds were checked when the view was made.
  private func forEachString(
    in bytes: RawSpan, at offset: Int, prefix: Int, _ body: (Int, Range<Int>) -> Void
  ) {
    var position = offset + 1
    for _ in 0..<bytes.byte(offset) {
      let start = position
      position += prefix
      let count = Int(bytes.byte(position))
      body(start, (position + 1)..<(position + 1 + count))
      position += 1 + count
    }
  }
}

extension RawSpan {
  /// The byte at an offset that is known to be inside.
  func byte(_ offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  fileprivate func skipString(at offset: inout Int) throws(FormatProblem) -> Int {
    try range(Int(try u8(at: &offset)), at: &offset).count
  }

  fileprivate func skipStrings(limit: Int, at offset: inout Int) throws(FormatProblem) -> Int {
    let count = Int(try u8(at: &offset))
    guard count <= limit else { throw .badLength }
    for _ in 0..<count { _ = try skipString(at: &offset) }
    return count
  }

  fileprivate func skipNames(at offset: inout Int) throws(FormatProblem) {
    var last: UInt8 = 1
    for _ in 0..<(try u8(at: &offset)) {
      let kind = try u8(at: &offset)
      guard kind >= last, NameKind(rawValue: kind) != nil else { throw .badValue }
      last = kind
      _ = try skipString(at: &offset)
    }
  }
}
