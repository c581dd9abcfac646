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
    // One look at the bounds for what every entry has; all that follows is compared with the end.
    guard count >= Self.shortest else { throw .truncated }
    let (start, end) = (range.lowerBound, range.upperBound)
    guard bytes.hasNumber(at: start), let status = ClientStatus(rawValue: bytes.byte(start + 40))
    else { throw .badValue }
    self.status = status
    let flags = DirectoryEntry.Flags(rawValue: bytes.byte(start + 41))
    guard flags.isSubset(of: .all) else { throw .badValue }
    var position = start + Self.fixedCount
    if flags.contains(.owner) {
      guard bytes.hasNumber(at: position) else { throw .badValue }
      position += MemberID.byteCount
    }
    if flags.contains(.household) { position += 8 }
    uidsOffset = position
    let uids = try bytes.skipStrings(
      limit: DirectoryEntry.uidLimit, at: &position, before: end)
    guard uids > 0 || !flags.contains(.presentUID) else { throw .badValue }
    birthOffset = position
    guard position + 4 <= end else { throw .truncated }
    try bytes.skipDate(at: &position)
    namesOffset = position
    try bytes.skipNames(at: &position, before: end)
    ssnOffset = position
    let digits = try bytes.skipString(at: &position, before: end)
    guard digits == 0 || digits == 4 || digits == 9 else { throw .badLength }
    phonesOffset = position
    _ = try bytes.skipStrings(limit: 255, at: &position, before: end)
    guard position == end else { throw .badLength }
  }

  /// Where the month due stands in an entry.
  static let monthDue = 42..<44
  /// Bytes of id, hash, status, flags and month due.
  private static let fixedCount = 44
  /// Bytes of an entry in which all that may be absent is: four counts and a date besides.
  private static let shortest = fixedCount + 8

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

  /// The place of all names, with what stands between them.
  var names: Range<Int> { namesOffset..<ssnOffset }

  /// The place of all UIDs, with what stands between them.
  var uids: Range<Int> { uidsOffset..<birthOffset }

  /// Calls `body` with the place of each UID.
  @inline(__always)
  func forEachUID(in bytes: RawSpan, _ body: (Range<Int>) -> Void) {
    forEachString(in: bytes, at: uidsOffset, prefix: 0) { body($1) }
  }

  /// Calls `body` with kind and place of each folded name.
  @inline(__always)
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
  @inline(__always)
  func forEachPhone(in bytes: RawSpan, _ body: (Range<Int>) -> Void) {
    forEachString(in: bytes, at: phonesOffset, prefix: 0) { body($1) }
  }

  /// Walks a counted list, whose bounds were checked when the view was made.
  @inline(__always)
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
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// Whether eight bytes that are known to be inside are not all zero.
  @inline(__always)
  fileprivate func hasNumber(at offset: Int) -> Bool {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) != 0
  }

  /// Moves over bytes behind a one-byte length, and tells their number.
  @inline(__always)
  fileprivate func skipString(
    at position: inout Int, before end: Int
  ) throws(FormatProblem) -> Int {
    guard position < end else { throw .truncated }
    let count = Int(byte(position))
    position += 1 + count
    guard position <= end else { throw .truncated }
    return count
  }

  /// Moves over a date, of which four bytes are known to be there.
  @inline(__always)
  fileprivate func skipDate(at position: inout Int) throws(FormatProblem) {
    let year = Int(byte(position)) << 8 | Int(byte(position + 1))
    // Nearly all dates; the calendar is asked about the others.
    let isUsual =
      (1900...9999).contains(year) && (1...12).contains(byte(position + 2))
      && byte(position + 3) <= 28
    if isUsual { position += 4 } else { _ = try optionalDate(at: &position) }
  }

  @inline(__always)
  fileprivate func skipStrings(
    limit: Int, at position: inout Int, before end: Int
  ) throws(FormatProblem) -> Int {
    guard position < end else { throw .truncated }
    let count = Int(byte(position))
    position += 1
    guard count <= limit else { throw .badLength }
    for _ in 0..<count { _ = try skipString(at: &position, before: end) }
    return count
  }

  @inline(__always)
  fileprivate func skipNames(at position: inout Int, before end: Int) throws(FormatProblem) {
    guard position < end else { throw .truncated }
    let count = byte(position)
    position += 1
    var last: UInt8 = 1
    for _ in 0..<count {
      guard position < end else { throw .truncated }
      let kind = byte(position)
      position += 1
      guard kind >= last, NameKind(rawValue: kind) != nil else { throw .badValue }
      last = kind
      _ = try skipString(at: &position, before: end)
    }
  }
}
