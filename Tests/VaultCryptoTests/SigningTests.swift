import Testing

@testable import VaultCrypto

extension SigningPurpose {
  static let roster = SigningPurpose("roster")
  static let link = SigningPurpose("link")
}

@Suite struct SigningTests {
  /// RFC 8032, 7.1, tests 1 to 3: seed, public key, message, signature.
  @Test(arguments: [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      """
      e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9
      b46bd25bf5f0595bbe24655141438e7a100b
      """,
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      """
      92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1
      1d8c387b2eaeb4302aeeb00d291612bb0c00
      """,
    ],
    [
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      """
      6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d
      c6594a7c15e9716ed28dc027beceea1ec40a
      """,
    ],
  ])
  func `RFC 8032's vectors are signed and verified`(vector: [String]) throws {
    let pair = SigningKeyPair(seed: SecretBytes(copying: hex(vector[0])))
    #expect(pair.publicKey.bytes == hex(vector[1]))
    let signature = pair.sign(message: hex(vector[2]))
    #expect(signature.bytes == hex(vector[3]))
    let key = try VerifyingKey(untrusted: hex(vector[1]))
    #expect(key.verify(signature, message: hex(vector[2])))
    #expect(!key.verify(signature, message: hex(vector[2]) + [0]))
  }

  private let pair = Holder(RootKey(counting).signingKeyPair())

  /// Keeps a pair in the suite's instance.
  private final class Holder: Sendable {
    let value: SigningKeyPair
    init(_ value: consuming SigningKeyPair) { self.value = value }
  }

  /// Answer from the second implementation.
  @Test func `a signature covers purpose, vault and data`() {
    #expect(
      pair.value.sign(purpose: .roster, vault: vault, data: [UInt8]("abc".utf8)).bytes
        == hex(
          """
          4d49d5d7ee9d5ff1d04059703180e882f2c2b707033f319063a1b327c0924c3c
          8dc9f6001bb21205f9d9d3223c87911b73e9721cbd0eb39276962b926a23080c
          """))
  }

  @Test func `a signature is refused for anything else`() throws {
    let signature = pair.value.sign(purpose: .roster, vault: vault, data: [1, 2])
    let key = try VerifyingKey(untrusted: pair.value.publicKey.bytes)
    try key.verify(signature, purpose: .roster, vault: vault, data: [1, 2])
    #expect(throws: CryptoError.badSignature) {
      try key.verify(signature, purpose: .link, vault: vault, data: [1, 2])
    }
    #expect(throws: CryptoError.badSignature) {
      try key.verify(signature, purpose: .roster, vault: otherVault, data: [1, 2])
    }
    #expect(throws: CryptoError.badSignature) {
      try key.verify(signature, purpose: .roster, vault: vault, data: [1, 3])
    }
    #expect(throws: CryptoError.badSignature) {
      try RootKey().signingKeyPair().publicKey.verify(
        signature, purpose: .roster, vault: vault, data: [1, 2])
    }
  }

  @Test func `every flipped byte of signed bytes is refused`() throws {
    let signed = pair.value.signed(purpose: .roster, vault: vault, body: [1, 2, 3])
    let key = pair.value.publicKey
    #expect(try key.verify(signed, purpose: .roster, vault: vault) == [1, 2, 3])
    for index in signed.bytes.indices {
      let altered = SignedBytes(untrusted: signed.bytes.flipped(at: index))
      #expect(throws: CryptoError.badSignature) {
        try key.verify(altered, purpose: .roster, vault: vault)
      }
    }
  }

  @Test func `signed bytes are body, then signature`() throws {
    let signed = pair.value.signed(purpose: .roster, vault: vault, body: [1, 2, 3])
    let (body, signature) = try signed.unverified()
    #expect(body == [1, 2, 3])
    #expect(signed.bytes == [1, 2, 3] + signature.bytes)
    #expect(throws: CryptoError.truncated(expected: 64, found: 63)) {
      try SignedBytes(untrusted: [UInt8](repeating: 0, count: 63)).unverified()
    }
  }

  @Test func `a signature with a number above the group's order is refused`() throws {
    // The same signature with the order added to its second half: another spelling.
    let order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var bytes = pair.value.sign(purpose: .roster, vault: vault, data: [1]).bytes
    var carry = 0
    for index in 0..<32 {
      carry += Int(bytes[32 + index]) + Int(order[index])
      bytes[32 + index] = UInt8(carry & 0xff)
      carry >>= 8
    }
    let signature = try Signature(untrusted: bytes)
    #expect(throws: CryptoError.badSignature) {
      try pair.value.publicKey.verify(signature, purpose: .roster, vault: vault, data: [1])
    }
  }

  @Test(arguments: [
    "0100000000000000000000000000000000000000000000000000000000000000",  // order 1
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  // order 2
    "0000000000000000000000000000000000000000000000000000000000000000",  // order 4
    "0000000000000000000000000000000000000000000000000000000000000080",  // order 4
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",  // order 8
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",  // order 8
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  // order 1, respelled
    "0200000000000000000000000000000000000000000000000000000000000000",  // not on the curve
  ])
  func `a verifying key that is no honest point is refused`(point: String) {
    #expect(throws: CryptoError.publicKeyRefused) { try VerifyingKey(untrusted: hex(point)) }
  }

  @Test(arguments: [0, 31, 33, 63, 65])
  func `keys and signatures of another length are refused`(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try VerifyingKey(untrusted: bytes)
    }
    #expect(throws: CryptoError.wrongLength(expected: 64, found: count)) {
      try Signature(untrusted: bytes)
    }
  }

  @Test func `signing for a vault id of another length is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = RootKey().signingKeyPair().sign(purpose: .roster, vault: [1], data: [])
    }
  }
}
