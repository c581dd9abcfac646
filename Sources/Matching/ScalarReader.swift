/// Reads the scalars of UTF-8 bytes beyond ASCII.
enum ScalarReader {
  /// Reads the rest of a scalar, whose first byte was `lead`, and moves
  /// `index` behind it. Of damaged bytes it makes some number, never a read
  /// beyond the end.
  @inline(never)
  static func scalar(in bytes: RawSpan, after lead: UInt8, at index: inout Int) -> UInt32 {
    let count = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    var scalar = UInt32(lead) & (0x3F >> UInt32(count))
    for _ in 0..<count where index < bytes.byteCount {
      // Any byte is a UInt8, and the offset is checked.
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      guard byte & 0xC0 == 0x80 else { break }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      index += 1
    }
    return scalar
  }
}
