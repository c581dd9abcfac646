import CSodium

/// The cipher inside XChaCha20-Poly1305, with a nonce of 12 bytes that its caller never repeats.
///
/// Nothing of a vault is sealed with it: it is what age files are made of, and what RFC 8439 has
/// answers for.
///
/// Source: RFC 8439; `crypto_aead_chacha20poly1305_ietf`.
enum ChaCha20Poly1305 {
  static let nonceCount = 12
  static let tagCount = 16

  /// Makes ciphertext ‖ tag.
  static func encrypt(
    _ plaintext: RawSpan, key: borrowing SecretBytes, nonce: [UInt8], associated: [UInt8]
  ) -> [UInt8] {
    let count = plaintext.byteCount + tagCount
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let output = unsafe buffer.baseAddress.unsafelyUnwrapped
      unsafe encrypt(plaintext, key: key, nonce: nonce, associated: associated, to: output)
      filled = count
    }
  }

  /// Writes ciphertext ‖ tag to `output`, which has `plaintext.byteCount + tagCount` bytes.
  static func encrypt(
    _ plaintext: RawSpan, key: borrowing SecretBytes, nonce: [UInt8], associated: [UInt8],
    to output: UnsafeMutablePointer<UInt8>
  ) {
    precondition(nonce.count == nonceCount, "a nonce of the wrong length")
    unsafe key.withAddress { key in
      unsafe plaintext.withUnsafeBytes { plaintext in
        let start = unsafe plaintext.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let count = UInt64(plaintext.count)
        _ = unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
          output, nil, start, count, associated, UInt64(associated.count), nil, nonce, key)
      }
    }
  }

  /// Writes the plaintext of ciphertext ‖ tag to `output`, which has `sealed.byteCount - tagCount`
  /// bytes, if it is authentic.
  ///
  /// The tag is checked first; without it nothing is decrypted.
  static func decrypt(
    _ sealed: RawSpan, key: borrowing SecretBytes, nonce: [UInt8], associated: [UInt8],
    to output: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    precondition(sealed.byteCount >= tagCount, "a ciphertext without a tag")
    precondition(nonce.count == nonceCount, "a nonce of the wrong length")
    return unsafe key.withAddress { key in
      unsafe sealed.withUnsafeBytes { sealed in
        let start = unsafe sealed.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
        let count = UInt64(sealed.count)
        return unsafe crypto_aead_chacha20poly1305_ietf_decrypt(
          output, nil, nil, start, count, associated, UInt64(associated.count), nonce, key) == 0
      }
    }
  }
}
