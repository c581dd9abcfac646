import VaultCrypto

/// Reading of structures, one value after the other, at an offset that moves on.
///
/// All integers are big-endian, as docs/FORMAT.md section 1 says. Nothing is read
/// past the end of the span.
extension RawSpan {
  /// Reads one byte.
  func u8(at offset: inout Int) throws(FormatProblem) -> UInt8 {
    try integer(UInt8.self, at: &offset)
  }

  /// Reads two bytes.
  func u16(at offset: inout Int) throws(FormatProblem) -> UInt16 {
    try integer(UInt16.self, at: &offset)
  }

  /// Reads four bytes.
  func u32(at offset: inout Int) throws(FormatProblem) -> UInt32 {
    try integer(UInt32.self, at: &offset)
  }

  /// Reads eight bytes.
  func u64(at offset: inout Int) throws(FormatProblem) -> UInt64 {
    try integer(UInt64.self, at: &offset)
  }

  /// Reads a shortest-form LEB128 of at most four bytes.
  func varint(at offset: inout Int) throws(FormatProblem) -> Int {
    var value = 0
    for position in 0..<4 {
      let byte = try u8(at: &offset)
      value |= Int(byte & 0x7f) << (7 * position)
      guard byte & 0x80 == 0 else { continue }
      guard byte != 0 || position == 0 else { throw .badValue }
      return value
    }
    throw .badLength
  }

  /// The offsets of the next `count` bytes, over which `offset` moves.
  func range(_ count: Int, at offset: inout Int) throws(FormatProblem) -> Range<Int> {
    guard count >= 0, count <= byteCount - offset else { throw .truncated }
    defer { offset += count }
    return offset..<(offset + count)
  }

  /// Copies the next `count` bytes.
  func bytes(_ count: Int, at offset: inout Int) throws(FormatProblem) -> [UInt8] {
    copy(try range(count, at: &offset))
  }

  /// Reads a text of `count` bytes, which must be UTF-8.
  func text(_ count: Int, at offset: inout Int) throws(FormatProblem) -> String {
    let bytes = try bytes(count, at: &offset)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  /// Reads bytes behind a one-byte length.
  func lp8(at offset: inout Int) throws(FormatProblem) -> [UInt8] {
    try bytes(Int(try u8(at: &offset)), at: &offset)
  }

  /// Reads bytes behind a two-byte length.
  func lp16(at offset: inout Int) throws(FormatProblem) -> [UInt8] {
    try bytes(Int(try u16(at: &offset)), at: &offset)
  }

  /// Reads a digest of 32 bytes.
  func digest(at offset: inout Int) throws(FormatProblem) -> Digest {
    Digest(stored: try bytes(Digest.count, at: &offset))
  }

  /// Refuses bytes behind `offset`.
  func end(at offset: Int) throws(FormatProblem) {
    guard offset == byteCount else { throw .trailingBytes }
  }

  /// Copies the bytes of a range.
  func copy(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBytes { unsafe [UInt8]($0) }
  }

  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, at offset: inout Int
  ) throws(FormatProblem) -> Value {
    let start = try range(MemoryLayout<Value>.size, at: &offset).lowerBound
    return Value(
      bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: start, as: Value.self))
  }
}

extension Array<UInt8> {
  /// Lends the bytes as a span to read from.
  func withSpan<Value, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe body(span.bytes)
  }
}
