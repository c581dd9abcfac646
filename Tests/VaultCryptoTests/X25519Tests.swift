import Testing

@testable import VaultCrypto

@Suite struct X25519Tests {
  /// RFC 7748, 5.2: the first two vectors.
  @Test(arguments: [
    (
      "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
      "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
      "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    ),
    (
      "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
      "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
      "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
    ),
  ])
  func `RFC 7748's vectors multiply`(scalar: String, point: String, product: String) {
    #expect(multiply(hex(scalar), hex(point)) == hex(product))
  }

  /// RFC 7748, 5.2: the iterated vector.
  @Test func `RFC 7748's chain of a thousand multiplications holds`() throws {
    let base = [9] + [UInt8](repeating: 0, count: 31)
    var (scalar, point) = (base, base)
    for round in 1...1000 {
      let product = try #require(multiply(scalar, point))
      (scalar, point) = (product, scalar)
      if round == 1 {
        #expect(
          scalar == hex("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"))
      }
    }
    #expect(scalar == hex("684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51"))
  }

  /// The points for which an agreement is known to everybody, in all their spellings of 32 bytes.
  ///
  /// Source: <https://cr.yp.to/ecdh.html#validate>.
  static let lowOrder = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "cdeb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
    "4c9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
    "d9ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "daffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "dbffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ]

  @Test(arguments: lowOrder)
  func `a public key of low order is refused`(point: String) {
    #expect(throws: CryptoError.publicKeyRefused) { try BoxPublicKey(untrusted: hex(point)) }
    #expect(throws: CryptoError.publicKeyRefused) { try AgePublicKey(untrusted: hex(point)) }
  }

  @Test(arguments: lowOrder.prefix(7))
  func `a point of low order multiplies to nothing`(point: String) {
    #expect(multiply(counting, hex(point)) == nil)
    #expect(multiply(counting, hex(point).flippedTopBit) == nil)
  }

  @Test func `another spelling of a good key is refused`() throws {
    // 2²⁵⁵ − 19 + 9 spells the base point again, and so does the top bit.
    let base = [9] + [UInt8](repeating: 0, count: 31)
    #expect(try BoxPublicKey(untrusted: base).bytes == base)
    let above = [0xf6] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    #expect(multiply(counting, above) == multiply(counting, base))
    #expect(throws: CryptoError.publicKeyRefused) { try BoxPublicKey(untrusted: above) }
    #expect(throws: CryptoError.publicKeyRefused) {
      try BoxPublicKey(untrusted: base.flippedTopBit)
    }
  }

  @Test(arguments: [0, 31, 33])
  func `a public key of another length is refused`(count: Int) {
    let bytes = [UInt8](repeating: 9, count: count)
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try BoxPublicKey(untrusted: bytes)
    }
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try AgePublicKey(untrusted: bytes)
    }
  }

  @Test func `honest public keys are taken`() throws {
    for _ in 0..<100 {
      let key = BoxKeyPair().publicKey
      #expect(try BoxPublicKey(untrusted: key.bytes) == key)
    }
  }

  private func multiply(_ scalar: [UInt8], _ point: [UInt8]) -> [UInt8]? {
    guard let product = X25519.multiply(SecretBytes(copying: scalar), by: point) else {
      return nil
    }
    return product.array
  }
}

extension [UInt8] {
  /// The same 32 bytes with the bit flipped that X25519 does not look at.
  fileprivate var flippedTopBit: [UInt8] {
    var bytes = self
    bytes[31] ^= 0x80
    return bytes
  }
}
