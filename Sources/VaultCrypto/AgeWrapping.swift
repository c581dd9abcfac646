/// A file key as an X25519 stanza holds it.
package struct AgeWrappedKey: Equatable, Sendable {
  /// The length in bytes of what the sealed file key takes.
  package static let sealedCount = AgeFileKey.count + ChaCha20Poly1305.tagCount

  /// The length in bytes of an ephemeral share.
  package static let shareCount = KeyLength.publicKey

  /// The ephemeral public key.
  package let share: [UInt8]

  /// The sealed file key.
  package let sealed: [UInt8]

  /// Takes both out of a stanza.
  ///
  /// - Throws: `CryptoError.wrongLength` when either has not exactly 32 bytes. A sealed key of
  ///   another length is refused before it is decrypted, "to mitigate partitioning oracle attacks".
  package init(untrustedShare share: [UInt8], sealed: [UInt8]) throws(CryptoError) {
    guard share.count == AgeWrappedKey.shareCount else {
      throw .wrongLength(expected: AgeWrappedKey.shareCount, found: share.count)
    }
    guard sealed.count == AgeWrappedKey.sealedCount else {
      throw .wrongLength(expected: AgeWrappedKey.sealedCount, found: sealed.count)
    }
    self.share = share
    self.sealed = sealed
  }

  fileprivate init(share: [UInt8], sealed: [UInt8]) {
    self.share = share
    self.sealed = sealed
  }
}

/// The key under which a file key is sealed for one recipient.
///
/// Source: age-encryption.org/v1, "The X25519 recipient type".
private struct AgeWrapKey: ~Copyable {
  private static let info = Array("age-encryption.org/v1/X25519".utf8)

  // "where the ChaCha20-Poly1305 nonce is fixed as 12 0x00 bytes": each key seals one value.
  private static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)

  private let secret: SecretBytes

  init(shared: borrowing SecretBytes, share: [UInt8], recipient: AgePublicKey) {
    secret = HKDFSHA256.derive(
      from: shared, salt: share + recipient.bytes, info: AgeWrapKey.info)
  }

  func seal(_ fileKey: borrowing AgeFileKey) -> [UInt8] {
    fileKey.withBytes {
      ChaCha20Poly1305.encrypt($0, key: secret, nonce: AgeWrapKey.nonce, associated: [])
    }
  }

  func open(_ sealed: [UInt8]) -> AgeFileKey? {
    var opened = SecretBytes(count: AgeFileKey.count)
    let isAuthentic = unsafe opened.withMutableAddress { output in
      unsafe ChaCha20Poly1305.decrypt(
        sealed.span.bytes, key: secret, nonce: AgeWrapKey.nonce, associated: [], to: output)
    }
    guard isAuthentic else { return nil }
    return AgeFileKey(opened)
  }
}

extension AgePublicKey {
  /// Wraps a file key for the holder of the secret half, with a new ephemeral key.
  package func wrap(_ fileKey: borrowing AgeFileKey) -> AgeWrappedKey {
    let ephemeral = SecretBytes(random: KeyLength.scalar)
    let share = X25519.publicKey(of: ephemeral)
    guard let shared = X25519.multiply(ephemeral, by: bytes) else {
      preconditionFailure("a recipient of low order, which no AgePublicKey is")
    }
    let key = AgeWrapKey(shared: shared, share: share, recipient: self)
    return AgeWrappedKey(share: share, sealed: key.seal(fileKey))
  }
}

/// Whoever can open X25519 stanzas: the recovery sheet, or a member's age pair.
package protocol AgeIdentity: ~Copyable {
  /// Opens a wrapped file key.
  ///
  /// - Returns: The key, or nil when it was wrapped for another recipient or altered, which
  ///   cryptography cannot tell apart.
  /// - Throws: `CryptoError.publicKeyRefused` when the share is of low order.
  borrowing func fileKey(from wrapped: AgeWrappedKey) throws(CryptoError) -> AgeFileKey?
}

extension AgeWrappedKey {
  fileprivate func open(
    scalar: borrowing SecretBytes, recipient: AgePublicKey
  ) throws(CryptoError) -> AgeFileKey? {
    // "If the shared secret is all 0x00 bytes, the identity implementation MUST abort."
    guard let shared = X25519.multiply(scalar, by: share) else { throw .publicKeyRefused }
    return AgeWrapKey(shared: shared, share: share, recipient: recipient).open(sealed)
  }
}

extension AgeKeyPair: AgeIdentity {
  package borrowing func fileKey(
    from wrapped: AgeWrappedKey
  ) throws(CryptoError) -> AgeFileKey? {
    try wrapped.open(scalar: scalar, recipient: publicKey)
  }
}

extension RecoveryIdentity: AgeIdentity {
  package borrowing func fileKey(
    from wrapped: AgeWrappedKey
  ) throws(CryptoError) -> AgeFileKey? {
    try wrapped.open(scalar: scalar, recipient: agePublicKey)
  }
}
