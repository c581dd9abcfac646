import CSodium

/// What trying one passphrase of an age file costs: a power of two of scrypt's steps.
///
/// Source: age-encryption.org/v1, "The scrypt recipient type"; RFC 7914 with r = 8, p = 1.
package struct AgeWorkFactor: Equatable, Sendable {
  /// The exponent of the power of two.
  package let exponent: Int

  /// What age writes too: 256 MiB, a second or so.
  package static let standard = AgeWorkFactor(unchecked: 18)

  /// 1 GiB: a hostile file must exhaust neither memory nor patience.
  package static let ceiling = 20

  private init(unchecked exponent: Int) {
    self.exponent = exponent
  }

  /// Takes an exponent out of a stanza; nil outside of 1 to the ceiling.
  package init?(_ exponent: Int) {
    guard (1...AgeWorkFactor.ceiling).contains(exponent) else { return nil }
    self.exponent = exponent
  }

  /// The memory that stretching takes, in MiB.
  package var memoryMiB: Int { max(1, (128 * AgePassphraseKey.blocks << exponent) >> 20) }
}

/// A passphrase of an age file, stretched: what seals that file's key.
///
/// Source: age-encryption.org/v1, "The scrypt recipient type".
package struct AgePassphraseKey: ~Copyable, Sendable {
  /// The length in bytes of a salt.
  package static let saltCount = 16

  static let blocks = 8
  private static let label = Array("age-encryption.org/v1/scrypt".utf8)
  // "with a zero nonce": each key seals one value, as each file has a salt of its own.
  private static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)

  /// The 16 bytes that stand in the stanza.
  package let salt: [UInt8]
  package let workFactor: AgeWorkFactor
  private let secret: SecretBytes

  /// Stretches a passphrase with a new salt.
  ///
  /// - Throws: `CryptoError.outOfMemory` when the machine does not give that much.
  package init(
    of passphrase: borrowing Passphrase, _ workFactor: AgeWorkFactor
  ) throws(CryptoError) {
    try self.init(
      of: passphrase, salt: Sodium.randomBytes(count: AgePassphraseKey.saltCount), workFactor)
  }

  /// Stretches a passphrase as a stanza says.
  ///
  /// - Throws: `CryptoError.wrongLength` for a salt that has not exactly 16 bytes,
  ///   `CryptoError.outOfMemory`.
  package init(
    of passphrase: borrowing Passphrase, salt: [UInt8], _ workFactor: AgeWorkFactor
  ) throws(CryptoError) {
    guard salt.count == AgePassphraseKey.saltCount else {
      throw .wrongLength(expected: AgePassphraseKey.saltCount, found: salt.count)
    }
    var key = SecretBytes(count: KeyLength.symmetric)
    let labelled = AgePassphraseKey.label + salt
    let length = passphrase.text.count
    let status = unsafe key.withMutableAddress { key in
      unsafe passphrase.text.withAddress { text in
        unsafe crypto_pwhash_scryptsalsa208sha256_ll(
          text, length, labelled, labelled.count, 1 << UInt64(workFactor.exponent),
          UInt32(AgePassphraseKey.blocks), 1, key, KeyLength.symmetric)
      }
    }
    guard status == 0 else { throw .outOfMemory(memoryMiB: workFactor.memoryMiB) }
    self.salt = salt
    self.workFactor = workFactor
    secret = key
  }

  /// Seals the file's key: 32 bytes.
  package borrowing func seal(_ fileKey: borrowing AgeFileKey) -> [UInt8] {
    fileKey.withBytes {
      ChaCha20Poly1305.encrypt(
        $0, key: secret, nonce: AgePassphraseKey.nonce, associated: [])
    }
  }

  /// Opens a file's key.
  ///
  /// - Returns: Nil for another passphrase, or a stanza that was altered, which cryptography cannot
  ///   tell apart.
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes, before anything is
  ///   decrypted, "to mitigate partitioning oracle attacks".
  package borrowing func open(_ sealed: [UInt8]) throws(CryptoError) -> AgeFileKey? {
    guard sealed.count == AgeWrappedKey.sealedCount else {
      throw .wrongLength(expected: AgeWrappedKey.sealedCount, found: sealed.count)
    }
    var opened = SecretBytes(count: AgeFileKey.count)
    let isAuthentic = unsafe opened.withMutableAddress { output in
      unsafe ChaCha20Poly1305.decrypt(
        sealed.span.bytes, key: secret, nonce: AgePassphraseKey.nonce, associated: [],
        to: output)
    }
    guard isAuthentic else { return nil }
    return AgeFileKey(opened)
  }
}
