import Testing

@testable import VaultCrypto

@Suite struct HMACSHA256Tests {
  private func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    unsafe HMACSHA256.authenticate(message.span.bytes, key: key.span.bytes, to: &output)
    return output
  }

  /// RFC 4231, 4.2 to 4.4, 4.7 and 4.8.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array(
        ("This is a test using a larger than block-size key and a larger than block-size data. "
          + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ])
  func `RFC 4231's vectors hash`(key: [UInt8], message: [UInt8], answer: String) {
    #expect(authenticate(message, key: key) == hex(answer))
  }

  /// RFC 5869, A.1 to A.3: their first 32 bytes, which do not depend on how many are asked for.
  @Test(arguments: [
    (
      "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "000102030405060708090a0b0c",
      "f0f1f2f3f4f5f6f7f8f9", "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    ),
    (
      (0x00...0x4f).map { hexByte($0) }.joined(), (0x60...0xaf).map { hexByte($0) }.joined(),
      (0xb0...0xff).map { hexByte($0) }.joined(),
      "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
    ),
    (
      "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "",
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    ),
  ])
  func `RFC 5869's vectors derive`(secret: String, salt: String, info: String, answer: String) {
    let derived = HKDFSHA256.derive(
      from: SecretBytes(copying: hex(secret)), salt: hex(salt), info: hex(info))
    #expect(derived.array == hex(answer))
  }

  private static func hexByte(_ value: Int) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
