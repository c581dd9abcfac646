extension SymmetricKey where Use: SealingUse {
  /// The bytes that sealing adds: a nonce of 24 and a tag of 16.
  package static var sealingOverhead: Int { XChaCha20Poly1305.overhead }

  /// Seals a value for one place: nonce (24, random) ‖ ciphertext ‖ tag (16).
  ///
  /// Source: draft-irtf-cfrg-xchacha-03; `crypto_aead_xchacha20poly1305_ietf_encrypt`.
  package borrowing func seal(_ plaintext: RawSpan, place: Place) -> SealedBytes {
    SealedBytes(
      sealed: XChaCha20Poly1305.seal(plaintext, key: secret, associated: place.associated))
  }

  /// Seals a value out of ordinary memory for one place.
  package borrowing func seal(_ plaintext: [UInt8], place: Place) -> SealedBytes {
    unsafe seal(plaintext.span.bytes, place: place)
  }

  /// Opens a value in its place into memory that is wiped.
  ///
  /// - Throws: `CryptoError.truncated` when there are fewer than 40 bytes,
  ///   `CryptoError.notAuthentic` when the key or the place is another, or a byte was altered.
  package borrowing func open(
    _ sealed: SealedBytes, place: Place
  ) throws(CryptoError) -> WipedBytes {
    try unsafe open(sealed: sealed.bytes.span.bytes, place: place)
  }

  /// Opens borrowed bytes in their place into memory that is wiped.
  ///
  /// - Throws: as `open(_:place:)`.
  package borrowing func open(
    sealed: RawSpan, place: Place
  ) throws(CryptoError) -> WipedBytes {
    var opened = WipedBytes(uninitialized: try plaintextCount(of: sealed))
    let authentic = unsafe opened.withMutableAddress { output in
      unsafe sealed.withUnsafeBytes { sealed in
        unsafe XChaCha20Poly1305.open(
          sealed, key: secret, associated: place.associated, to: output)
      }
    }
    guard authentic else { throw .notAuthentic }
    return opened
  }

  /// Opens a key or another small secret in its place into guarded memory.
  ///
  /// - Throws: as `open(_:place:)`.
  package borrowing func openSecret(
    _ sealed: SealedBytes, place: Place
  ) throws(CryptoError) -> SecretBytes {
    var opened = SecretBytes(count: try unsafe plaintextCount(of: sealed.bytes.span.bytes))
    let authentic = unsafe opened.withMutableAddress { output in
      unsafe sealed.bytes.withUnsafeBytes { sealed in
        unsafe XChaCha20Poly1305.open(
          sealed, key: secret, associated: place.associated, to: output)
      }
    }
    guard authentic else { throw .notAuthentic }
    return opened
  }

  private func plaintextCount(of sealed: RawSpan) throws(CryptoError) -> Int {
    let overhead = XChaCha20Poly1305.overhead
    guard sealed.byteCount >= overhead else {
      throw .truncated(expected: overhead, found: sealed.byteCount)
    }
    return sealed.byteCount - overhead
  }
}
