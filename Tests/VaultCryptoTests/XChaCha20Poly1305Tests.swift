import Testing

@testable import VaultCrypto

@Suite struct XChaCha20Poly1305Tests {
  private static let plaintext = [UInt8](
    """
    Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
    sunscreen would be it.
    """.utf8)
  private static let key = [UInt8](0x80...0x9f)
  private static let associated = hex("50515253c0c1c2c3c4c5c6c7")

  /// draft-irtf-cfrg-xchacha-03, A.3.1.
  private static let published = hex(
    """
    bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39
    ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
    21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49
    """)

  @Test func `the XChaCha draft's vector is sealed`() {
    let nonce = [UInt8](0x40...0x57)
    var output = [UInt8](repeating: 0, count: Self.plaintext.count + 16)
    unsafe XChaCha20Poly1305.encrypt(
      Self.plaintext.span.bytes, key: SecretBytes(copying: Self.key), nonce: nonce,
      associated: Self.associated, to: &output)
    #expect(output == Self.published)
  }

  @Test func `the XChaCha draft's vector is opened, and no other`() {
    func open(_ sealed: [UInt8], _ associated: [UInt8]) -> [UInt8]? {
      let nonce = [UInt8](0x40...0x57)
      let key = SecretBytes(copying: Self.key)
      var output = [UInt8](repeating: 0, count: sealed.count - 16)
      let authentic = unsafe sealed.withUnsafeBytes { sealed in
        unsafe XChaCha20Poly1305.decrypt(
          sealed, key: key, nonce: nonce, associated: associated, to: &output)
      }
      return authentic ? output : nil
    }
    #expect(open(Self.published, Self.associated) == Self.plaintext)
    #expect(open(Self.published, []) == nil)
    for index in Self.published.indices {
      #expect(open(Self.published.flipped(at: index), Self.associated) == nil)
    }
  }

  /// RFC 8439, 2.8.2.
  @Test func `RFC 8439's vector is sealed`() {
    let sealed = unsafe ChaCha20Poly1305.encrypt(
      Self.plaintext.span.bytes, key: SecretBytes(copying: Self.key),
      nonce: hex("070000004041424344454647"), associated: Self.associated)
    #expect(
      sealed
        == hex(
          """
          d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69
          da92728b1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad67594
          5585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691
          """))
  }
}
