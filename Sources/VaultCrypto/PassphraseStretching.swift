import CSodium

/// The salt of one member's passphrase, 16 bytes.
package struct StretchingSalt: Hashable, Sendable {
  /// The length in bytes.
  package static let count = 16

  /// The 16 bytes.
  package let bytes: [UInt8]

  /// Makes a random salt.
  package init() {
    bytes = Sodium.randomBytes(count: StretchingSalt.count)
  }

  /// Takes a salt from outside.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 16 bytes.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    guard bytes.count == StretchingSalt.count else {
      throw .wrongLength(expected: StretchingSalt.count, found: bytes.count)
    }
    self.bytes = bytes
  }
}

extension Passphrase {
  /// Stretches the passphrase into the key of a wrap: Argon2id 1.3, one lane, 32 bytes.
  ///
  /// Takes a good part of a second and `cost.memoryMiB` × 1,048,576 bytes.
  ///
  /// Source: RFC 9106; `crypto_pwhash` with `crypto_pwhash_ALG_ARGON2ID13`.
  ///
  /// - Throws: `CryptoError.outOfMemory` when the machine does not give that much.
  package borrowing func stretch(
    salt: StretchingSalt, cost: StretchingCost
  ) throws(CryptoError) -> KeyEncryptionKey {
    var key = SecretBytes(count: KeyLength.symmetric)
    let status = unsafe key.withMutableAddress { key in
      unsafe text.withAddress { text in
        unsafe crypto_pwhash(
          key, UInt64(KeyLength.symmetric),
          UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self),
          UInt64(self.text.count), salt.bytes, UInt64(cost.passes), cost.memoryMiB << 20,
          crypto_pwhash_argon2id_ALG_ARGON2ID13)
      }
    }
    guard status == 0 else { throw .outOfMemory(memoryMiB: cost.memoryMiB) }
    return KeyEncryptionKey(key)
  }
}
