/// A public key to which age files are encrypted (X25519).
///
/// Source: age-encryption.org/v1, the X25519 recipient type.
package struct AgePublicKey: Hashable, Sendable {
  private static let prefix = Array("age".utf8)

  /// The 32 bytes.
  package let bytes: [UInt8]

  /// Takes a public key from outside.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes,
  ///   `CryptoError.publicKeyRefused` for a point of low order or a spelling that is not canonical.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    try X25519.check(publicKey: bytes)
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the text form, `age1…`, of 62 characters in lower case.
  ///
  /// - Throws: `CryptoError.wrongLength` in characters, `CryptoError.character` for one that cannot
  ///   stand there, `CryptoError.checksum` for a typing error, `CryptoError.publicKeyRefused` as
  ///   for bytes.
  package init(text: String) throws(CryptoError) {
    let characters = [UInt8](text.utf8)
    let decoded = try unsafe Bech32.decode(
      characters.span.bytes, prefix: AgePublicKey.prefix, count: KeyLength.publicKey)
    try self.init(untrusted: decoded.withBytes { $0.array })
  }

  /// The text form, `age1…`, which age and rage take as a recipient.
  package var text: String {
    let text = unsafe Bech32.encode(
      bytes.span.bytes, prefix: AgePublicKey.prefix, spelling: .lower)
    return String(decoding: text.withBytes { $0.array }, as: UTF8.self)
  }
}

/// A key pair for age files (X25519).
package struct AgeKeyPair: ~Copyable, Sendable {
  let scalar: SecretBytes

  /// The public half.
  package let publicKey: AgePublicKey

  /// Makes the pair of a scalar.
  init(scalar: consuming SecretBytes) {
    publicKey = AgePublicKey(computed: X25519.publicKey(of: scalar))
    self.scalar = scalar
  }
}
