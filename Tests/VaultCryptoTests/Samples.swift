@testable import VaultCrypto

// Where a test speaks of a second implementation, its answers were computed with Python: hashlib's
// BLAKE2b, and the `cryptography` package's X25519, Ed25519, ChaCha20-Poly1305, Poly1305 and
// Argon2id (OpenSSL), with HChaCha20 and XSalsa20 written out from their specifications.

/// The vault id of the answers that a second implementation computed: bytes 0 to 15.
let vault = [UInt8](0..<16)

/// Another vault's id.
let otherVault = [UInt8](repeating: 7, count: 16)

/// The parent key of those answers: bytes 0 to 31.
let counting = [UInt8](0..<32)

/// Reads hexadecimal digits.
func hex(_ digits: String) -> [UInt8] {
  let values = digits.compactMap { $0.hexDigitValue }
  return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
}

extension SecretBytes {
  /// Copies the bytes out, to compare them.
  var array: [UInt8] { withBytes { $0.array } }
}

extension WipedBytes {
  /// Copies the bytes out, to compare them.
  var array: [UInt8] { withBytes { $0.array } }
}

extension SymmetricKey {
  /// Copies the bytes out, to compare them.
  var array: [UInt8] { withBytes { $0.array } }

  /// Makes a key with known bytes.
  init(_ bytes: [UInt8]) {
    self.init(SecretBytes(copying: bytes))
  }
}

extension [UInt8] {
  /// The same bytes with one bit of one byte flipped.
  func flipped(at index: Int) -> [UInt8] {
    var bytes = self
    bytes[index] ^= 1
    return bytes
  }
}
