import Testing

@testable import VaultCrypto

/// Answers from the second implementation.
@Suite struct KeyDerivationTests {
  @Test func `a root gives its box, signing and age keys`() {
    let root = RootKey(counting)
    let box = root.boxKeyPair()
    #expect(
      box.publicKey.bytes
        == hex("a7365fa864efe94151197d034ba7e5e2d3a2b2011eaf77c84d9b57cd99e5d35c"))
    #expect(
      box.secret.array == hex("e1a81aa4caf305a86c2c53733337d71c1dd211d51121347e7d39b0aec62ff5f4"))
    #expect(
      root.signingKeyPair().publicKey.bytes
        == hex("9031d5f4f41d06e30ae19deb7f8d899e418b60203b9d3aaf136e1698f8042a71"))
    #expect(
      root.ageKeyPair().publicKey.text
        == "age1auqr6wvqdd3fn8a5xs3c07spulz7wdyh83elmfyn8qeu0gdxcd0qkwt2me")
  }

  @Test func `an identity key gives a record key and a directory key`() {
    let identity = IdentityKey(counting)
    #expect(
      identity.recordKey().array
        == hex("49a1c29217e114118e678d51f1afacb181e0052b799f0eaa163a2b93a8738330"))
    #expect(
      identity.directoryKey().array
        == hex("bcb90c5c7072b2c2dda9fbc9cb74f73f8b2bbaaf815ea799f269d1bbb05e243d"))
  }

  @Test func `a house key gives a sealing key`() {
    #expect(
      HouseKey(counting).sealingKey().array
        == hex("88c4106c0af3dacfa1f64a86a614b0f156548a774c8ccc1b9a7b46d1ed03f350"))
  }

  @Test(arguments: [0, 31, 33])
  func `a key of another length is refused`(count: Int) {
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      _ = try SecretBytes(count: count).withBytes { (bytes) throws(CryptoError) in
        try RootKey(copying: bytes)
      }
    }
  }

  @Test func `random keys differ and can be copied`() throws {
    let first = HouseKey()
    let second = HouseKey()
    #expect(first.array != second.array)
    let copy = try first.withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    #expect(copy.array == first.array)
  }
}
