import CSodium

/// The authenticated cipher below everything that is sealed with a symmetric key.
///
/// Source: RFC 8439, draft-irtf-cfrg-xchacha-03; `crypto_aead_xchacha20poly1305_ietf`.
enum XChaCha20Poly1305 {
  static let nonceCount = 24
  static let tagCount = 16

  /// The bytes that sealing adds when nonce and tag are kept with the ciphertext.
  static let overhead = nonceCount + tagCount

  /// Writes ciphertext ‖ tag to `output`, which has `plaintext.byteCount + tagCount` bytes.
  static func encrypt(
    _ plaintext: RawSpan, key: borrowing SecretBytes, nonce: UnsafePointer<UInt8>,
    associated: [UInt8], to output: UnsafeMutablePointer<UInt8>
  ) {
    unsafe key.withAddress { key in
      unsafe plaintext.withUnsafeBytes { plaintext in
        let start = unsafe plaintext.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let count = UInt64(plaintext.count)
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
          output, nil, start, count, associated, UInt64(associated.count), nil, nonce, key)
      }
    }
  }

  /// Writes the plaintext of ciphertext ‖ tag to `output`, if it is authentic.
  ///
  /// The tag is checked first; without it nothing is decrypted.
  static func decrypt(
    _ sealed: UnsafeRawBufferPointer, key: borrowing SecretBytes, nonce: UnsafePointer<UInt8>,
    associated: [UInt8], to output: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    unsafe key.withAddress { key in
      let start = unsafe sealed.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
      let count = UInt64(sealed.count)
      return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
        output, nil, nil, start, count, associated, UInt64(associated.count), nonce, key) == 0
    }
  }

  /// Seals into nonce ‖ ciphertext ‖ tag after `prefix` zero bytes for the caller to fill.
  static func seal(
    _ plaintext: RawSpan, key: borrowing SecretBytes, associated: [UInt8], leaving prefix: Int = 0
  ) -> [UInt8] {
    let count = prefix + plaintext.byteCount + overhead
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let start = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe start.initialize(repeating: 0, count: prefix)
      let nonce = unsafe start + prefix
      unsafe randombytes_buf(nonce, nonceCount)
      unsafe encrypt(
        plaintext, key: key, nonce: nonce, associated: associated, to: nonce + nonceCount)
      filled = count
    }
  }

  /// Opens nonce ‖ ciphertext ‖ tag into `output`, which has `sealed.count - overhead` bytes.
  static func open(
    _ sealed: UnsafeRawBufferPointer, key: borrowing SecretBytes, associated: [UInt8],
    to output: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let nonce = unsafe sealed.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
    let body = unsafe UnsafeRawBufferPointer(rebasing: sealed[nonceCount...])
    return unsafe decrypt(body, key: key, nonce: nonce, associated: associated, to: output)
  }
}
