import CSodium

/// A small secret sealed so that it opens under one key only:
/// commitment (32) ‖ nonce (24) ‖ ciphertext ‖ tag (16).
///
/// XChaCha20-Poly1305 alone is not key-committing: one ciphertext can be made to open under two
/// keys. The commitment is BLAKE2b-256, keyed with the same key, over
/// lp8("uidvault/hash/v1/wrap-commitment") ‖ nonce ‖ tag ‖ associated data, and is compared before
/// anything is decrypted.
package struct KeyCommittingWrap: Hashable, Sendable {
  private static let purpose = HashPurpose("wrap-commitment")
  private static let smallest = Digest.count + XChaCha20Poly1305.overhead

  /// The bytes as they are stored.
  package let bytes: [UInt8]

  /// Takes a wrap from outside; opening it tells whether it is genuine.
  ///
  /// - Throws: `CryptoError.truncated` when there are fewer than 72 bytes.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    guard bytes.count >= KeyCommittingWrap.smallest else {
      throw .truncated(expected: KeyCommittingWrap.smallest, found: bytes.count)
    }
    self.bytes = bytes
  }

  /// Seals a secret under a key, bound to associated data.
  package init<Use: WrappingUse>(
    sealing payload: RawSpan, under key: borrowing SymmetricKey<Use>, associated: [UInt8]
  ) {
    let sealed = XChaCha20Poly1305.seal(payload, key: key.secret, associated: associated)
    let commitment = KeyCommittingWrap.commitment(
      to: sealed[...], under: key.secret, associated: associated)
    bytes = commitment.bytes + sealed
  }

  /// Opens the secret into guarded memory.
  ///
  /// - Throws: `CryptoError.wrongKey` when the commitment does not fit the key, the nonce, the tag
  ///   and the associated data; `CryptoError.notAuthentic` when it fits and the ciphertext was
  ///   altered.
  package func open<Use: WrappingUse>(
    under key: borrowing SymmetricKey<Use>, associated: [UInt8]
  ) throws(CryptoError) -> SecretBytes {
    let sealed = bytes[Digest.count...]
    let expected = KeyCommittingWrap.commitment(
      to: sealed, under: key.secret, associated: associated)
    let committed = unsafe bytes.withUnsafeBytes { stored in
      expected.withBytes { expected in
        unsafe expected.withUnsafeBytes { expected in
          unsafe sodium_memcmp(expected.baseAddress, stored.baseAddress, Digest.count) == 0
        }
      }
    }
    guard committed else { throw .wrongKey }
    var opened = SecretBytes(count: sealed.count - XChaCha20Poly1305.overhead)
    let authentic = unsafe opened.withMutableAddress { output in
      unsafe sealed.withUnsafeBytes { sealed in
        unsafe XChaCha20Poly1305.open(
          sealed, key: key.secret, associated: associated, to: output)
      }
    }
    guard authentic else { throw .notAuthentic }
    return opened
  }

  /// Commits to a key over the nonce and the tag of nonce ‖ ciphertext ‖ tag.
  static func commitment(
    to sealed: ArraySlice<UInt8>, under key: borrowing SecretBytes, associated: [UInt8]
  ) -> Digest {
    let data =
      sealed.prefix(XChaCha20Poly1305.nonceCount) + sealed.suffix(XChaCha20Poly1305.tagCount)
      + associated
    return Digest(purpose: purpose, key: key, data: [UInt8](data))
  }
}
