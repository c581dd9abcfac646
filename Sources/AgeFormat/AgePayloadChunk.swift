import VaultCrypto

/// The pieces in which a payload is encrypted.
enum AgePayloadChunk {
  /// The plaintext of every chunk but the last, in bytes.
  static let count = 65_536

  /// The same with its tag.
  static let sealedCount = count + AgePayloadKey.overhead
}
