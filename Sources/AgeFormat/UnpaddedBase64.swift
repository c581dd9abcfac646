/// Base 64 without padding, in its one canonical spelling.
///
/// Source: RFC 4648, sections 3.5 and 4.
enum UnpaddedBase64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Writes the characters of bytes.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 8 + 5) / 6)
    var (bits, bitCount) = (0, 0)
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xffff
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        text.append(alphabet[bits >> bitCount & 63])
      }
    }
    if bitCount > 0 { text.append(alphabet[bits << (6 - bitCount) & 63]) }
    return text
  }

  /// Reads bytes; nil for any spelling but the canonical one.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    // One character alone holds six bits, and no byte.
    guard text.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 6 / 8)
    var (bits, bitCount) = (0, 0)
    for character in text {
      guard let value = values[Int(character)] else { return nil }
      bits = (bits << 6 | Int(value)) & 0xffff
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(bits >> bitCount & 0xff))
      }
    }
    guard bits & ((1 << bitCount) - 1) == 0 else { return nil }
    return bytes
  }
}
