/// Numbers of a zip's headers, read one after another: all are unsigned, low byte first.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.4.1.1.
struct ZipFields {
  private let bytes: [UInt8]
  private(set) var position: Int

  /// Begins to read at a position.
  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// How many bytes are left.
  var rest: Int { bytes.count - position }

  /// Takes so many bytes.
  ///
  /// - Throws: `truncated`.
  mutating func take(_ count: Int) throws(ZipProblem) -> ArraySlice<UInt8> {
    guard count <= rest else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Takes a number of two bytes.
  ///
  /// - Throws: `truncated`.
  mutating func short() throws(ZipProblem) -> UInt16 {
    UInt16(truncatingIfNeeded: try number(2))
  }

  /// Takes a number of four bytes.
  ///
  /// - Throws: `truncated`.
  mutating func word() throws(ZipProblem) -> UInt32 {
    UInt32(truncatingIfNeeded: try number(4))
  }

  /// Takes a number of eight bytes.
  ///
  /// - Throws: `truncated`.
  mutating func long() throws(ZipProblem) -> UInt64 { try number(8) }

  private mutating func number(_ size: Int) throws(ZipProblem) -> UInt64 {
    try take(size).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
