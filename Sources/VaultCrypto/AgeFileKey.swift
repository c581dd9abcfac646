import CSodium

/// The key of one age file, which each of its stanzas wraps for somebody.
///
/// Source: age-encryption.org/v1, "File key".
package struct AgeFileKey: ~Copyable, Sendable {
  /// The length in bytes.
  package static let count = 16

  private static let headerInfo = Array("header".utf8)
  private static let payloadInfo = Array("payload".utf8)

  let secret: SecretBytes

  /// Makes the random key of a new file; a key is never used for two.
  package init() {
    secret = SecretBytes(random: AgeFileKey.count)
  }

  /// Copies a key out of bytes that a stanza of the caller's own type held.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 16 bytes.
  package init(copying bytes: RawSpan) throws(CryptoError) {
    guard bytes.byteCount == AgeFileKey.count else {
      throw .wrongLength(expected: AgeFileKey.count, found: bytes.byteCount)
    }
    secret = SecretBytes(copying: bytes)
  }

  /// Takes bytes of the right length that this room opened.
  init(_ secret: consuming SecretBytes) {
    precondition(secret.count == AgeFileKey.count, "a file key of the wrong length")
    self.secret = secret
  }

  /// Lends the 16 bytes, to be wrapped in a stanza of the caller's own type.
  package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withBytes(body)
  }

  /// Computes the 32 bytes at the end of a header, over all of it up to its last `---`.
  package borrowing func headerMAC(of header: [UInt8]) -> [UInt8] {
    // "HMAC key = HKDF-SHA-256(ikm = file key, salt = empty, info = "header")"
    let key = HKDFSHA256.derive(from: secret, salt: [], info: AgeFileKey.headerInfo)
    return key.withBytes { key in
      unsafe [UInt8](unsafeUninitializedCapacity: HMACSHA256.count) { buffer, filled in
        let output = unsafe buffer.baseAddress.unsafelyUnwrapped
        unsafe HMACSHA256.authenticate(header.span.bytes, key: key, to: output)
        filled = HMACSHA256.count
      }
    }
  }

  /// Compares the 32 bytes at the end of a header, in a time that does not depend on the content.
  ///
  /// - Throws: `CryptoError.notAuthentic` when the header was altered, or the key is another file's.
  package borrowing func verify(headerMAC found: [UInt8], of header: [UInt8]) throws(CryptoError) {
    let computed = headerMAC(of: header)
    guard found.count == computed.count,
      unsafe sodium_memcmp(computed, found, computed.count) == 0
    else { throw .notAuthentic }
  }

  /// Derives the key of a payload that begins with a nonce of 16 bytes.
  package borrowing func payloadKey(nonce: [UInt8]) -> AgePayloadKey {
    precondition(nonce.count == AgePayloadKey.nonceCount, "a payload's nonce of the wrong length")
    // "payload key = HKDF-SHA-256(ikm = file key, salt = nonce, info = "payload")"
    return AgePayloadKey(
      HKDFSHA256.derive(from: secret, salt: nonce, info: AgeFileKey.payloadInfo))
  }
}
