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
    precondition(nonce.count == nonceCount, "a nonce of the wrong length")
    var sealed = [UInt8](repeating: 0, count: plaintext.byteCount + tagCount)
    unsafe key.withAddress { key in
      unsafe plaintext.withUnsafeBytes { plaintext in
        let start = unsafe plaintext.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let count = UInt64(plaintext.count)
        _ = unsafe crypto_aead_chacha20poly1305_ietf_encrypt(
          &sealed, nil, start, count, associated, UInt64(associated.count), nil, nonce, key)
      }
    }
    return sealed
  }
}
