import Testing

@testable import VaultCrypto

@Suite struct KeyCommittingWrapTests {
  private static let associated = [UInt8]("suite and member".utf8)
  private static let payload = [UInt8]("the root key goes here, 32 bytes".utf8)

  @Test func `what the second implementation wrapped opens`() throws {
    let wrap = try KeyCommittingWrap(
      untrusted: hex(
        """
        79901cb1211bb6d4d748521525465219aae49d163a38709669e3967fe477e65c
        6465666768696a6b6c6d6e6f707172737475767778797a7b
        081b9c908d41e6f6a75bf8468608d2ac289b3a149649e690bf6744c5522a1d63
        1d66ba81a7ee5c8102c5cfd5262d2318
        """))
    let opened = try wrap.open(under: KeyEncryptionKey(counting), associated: Self.associated)
    #expect(opened.array == Self.payload)
  }

  @Test(arguments: [0, 1, 32, 1000])
  func `what is wrapped opens, under both kinds of key`(count: Int) throws {
    let payload = Sodium.randomBytes(count: count)
    let key = KeyEncryptionKey()
    let pin = PinKey()
    let wrap = wrapped(payload, under: key)
    #expect(wrap.bytes.count == 72 + count)
    #expect(try wrap.open(under: key, associated: Self.associated).array == payload)
    let pinned = wrapped(payload, under: pin)
    #expect(try pinned.open(under: pin, associated: Self.associated).array == payload)
  }

  @Test func `another key is the wrong key`() {
    let wrap = wrapped(Self.payload, under: KeyEncryptionKey())
    #expect(throws: CryptoError.wrongKey) {
      _ = try wrap.open(under: KeyEncryptionKey(), associated: Self.associated)
    }
  }

  @Test func `other associated data is refused by the commitment`() {
    let key = KeyEncryptionKey()
    let wrap = wrapped(Self.payload, under: key)
    for other in [[], Self.associated.dropLast(), Self.associated + [0]] {
      #expect(throws: CryptoError.wrongKey) {
        _ = try wrap.open(under: key, associated: [UInt8](other))
      }
    }
  }

  @Test func `every flipped byte is refused, by commitment or by tag`() throws {
    let key = KeyEncryptionKey()
    let wrap = wrapped(Self.payload, under: key)
    for index in wrap.bytes.indices {
      let altered = try KeyCommittingWrap(untrusted: wrap.bytes.flipped(at: index))
      let ciphertext = 56..<(wrap.bytes.count - 16)
      let expected: CryptoError = ciphertext.contains(index) ? .notAuthentic : .wrongKey
      #expect(throws: expected) {
        _ = try altered.open(under: key, associated: Self.associated)
      }
    }
  }

  @Test func `a wrap below its smallest length is refused`() throws {
    #expect(throws: CryptoError.truncated(expected: 72, found: 71)) {
      try KeyCommittingWrap(untrusted: [UInt8](repeating: 0, count: 71))
    }
    let wrap = wrapped(Self.payload, under: KeyEncryptionKey(counting))
    for count in 72..<wrap.bytes.count {
      let cut = try KeyCommittingWrap(untrusted: [UInt8](wrap.bytes.prefix(count)))
      #expect(throws: CryptoError.wrongKey) {
        _ = try cut.open(under: KeyEncryptionKey(counting), associated: Self.associated)
      }
    }
  }

  // One ciphertext made to open under two keys, with no associated data.
  private static let nonce = hex("384903336409aa9758b43222764ccc82b506c3dd62cdfb94")
  private static let firstKey = hex(
    "d30e960118b02322658a788480b1b62e488aa0026bce9de8ffac353641b446c0")
  private static let secondKey = hex(
    "2654d787d2153ee4866f03fb26f304c53b9baef5c50533867161153eee94c57f")
  private static let ciphertext = hex(
    """
    3db0d8c896fcaf25af1b38067b6544933c0cd6bf57334e27fbe41ce7917e2bf0dd4127193e52e957ed640d7331663454
    094849a66526268fff1592f020acd88d
    """)

  @Test func `the bare cipher opens one ciphertext under two keys`() throws {
    let first = try #require(openBare(Self.firstKey))
    let second = try #require(openBare(Self.secondKey))
    #expect(first != second)
  }

  @Test func `a wrap of that ciphertext opens under the key it commits to, and no other`() throws {
    let sealed = Self.nonce + Self.ciphertext
    for (own, other) in [(Self.firstKey, Self.secondKey), (Self.secondKey, Self.firstKey)] {
      let commitment = KeyCommittingWrap.commitment(
        to: sealed[...], under: SecretBytes(copying: own), associated: [])
      let wrap = try KeyCommittingWrap(untrusted: commitment.bytes + sealed)
      let opened = try wrap.open(under: KeyEncryptionKey(own), associated: []).array
      #expect(opened == openBare(own))
      #expect(throws: CryptoError.wrongKey) {
        _ = try wrap.open(under: KeyEncryptionKey(other), associated: [])
      }
    }
  }

  private func openBare(_ key: [UInt8]) -> [UInt8]? {
    let key = SecretBytes(copying: key)
    var output = [UInt8](repeating: 0, count: Self.ciphertext.count - 16)
    let authentic = unsafe Self.ciphertext.withUnsafeBytes { sealed in
      unsafe XChaCha20Poly1305.decrypt(
        sealed, key: key, nonce: Self.nonce, associated: [], to: &output)
    }
    return authentic ? output : nil
  }

  private func wrapped<Use: WrappingUse>(
    _ payload: [UInt8], under key: borrowing SymmetricKey<Use>
  ) -> KeyCommittingWrap {
    unsafe KeyCommittingWrap(
      sealing: payload.span.bytes, under: key, associated: Self.associated)
  }
}
