/// The upper half of Windows-1252.
///
/// Source: WHATWG Encoding Standard and unicode.org's `CP1252.TXT`; the five
/// bytes that the latter leaves undefined are refused here.
enum Windows1252 {
  /// What 0x80 to 0x9F stand for; 0 where they stand for nothing.
  private static let special: InlineArray<32, UInt16> = [
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000,
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
  ]

  /// The code point of a byte, or nil if it has none.
  static func codePoint(_ byte: UInt8) -> UInt32? {
    guard 0x80...0x9F ~= byte else { return UInt32(byte) }
    let unit = special[Int(byte) - 0x80]
    return unit == 0 ? nil : UInt32(unit)
  }
}
