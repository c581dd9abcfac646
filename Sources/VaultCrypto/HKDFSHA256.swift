/// Keys from a secret, as age files derive them; a vault's keys come from `DerivationContext`.
///
/// Written out over HMAC, as libsodium has it only since 1.0.19.
///
/// Source: RFC 5869, with SHA-256.
enum HKDFSHA256 {
  // RFC 5869, 2.2: "if not provided, [salt] is set to a string of HashLen zeros".
  private static let noSalt = [UInt8](repeating: 0, count: HMACSHA256.count)

  /// Derives 32 bytes.
  static func derive(
    from secret: borrowing SecretBytes, salt: [UInt8], info: [UInt8]
  ) -> SecretBytes {
    // RFC 5869, 2.2: PRK = HMAC-Hash(salt, IKM)
    let salt = salt.isEmpty ? noSalt : salt
    var pseudorandomKey = SecretBytes(count: HMACSHA256.count)
    unsafe pseudorandomKey.withMutableAddress { output in
      secret.withBytes { secret in
        unsafe HMACSHA256.authenticate(secret, key: salt.span.bytes, to: output)
      }
    }
    // RFC 5869, 2.3: T(1) = HMAC-Hash(PRK, T(0) | info | 0x01), and 32 bytes are T(1).
    let message = info + [1]
    var derived = SecretBytes(count: HMACSHA256.count)
    unsafe derived.withMutableAddress { output in
      pseudorandomKey.withBytes { key in
        unsafe HMACSHA256.authenticate(message.span.bytes, key: key, to: output)
      }
    }
    return derived
  }
}
