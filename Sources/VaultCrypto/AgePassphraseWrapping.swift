import CSodium

/// What stretching an age file's passphrase costs: the logarithm of scrypt's N to base two.
package struct AgeWorkFactor: Equatable, Sendable {
  /// What `age` writes: a second, and 256 MiB.
  package static let standard = AgeWorkFactor(unchecked: 18)

  /// The highest that is read: 1 GiB, as a hostile header must not exhaust the machine.
  package static let ceiling = 20

  /// From 1 to the ceiling.
  package let logarithm: Int

  private init(unchecked logarithm: Int) {
    self.logarithm = logarithm
  }

  /// Takes a factor from outside; nil if it is none, or beyond the ceiling.
  package init?(untrusted logarithm: Int) {
    guard (1...AgeWorkFactor.ceiling).contains(logarithm) else { return nil }
    self.init(unchecked: logarithm)
  }

  /// The memory that stretching takes in MiB, at least one: 128 × N × r bytes.
  fileprivate var memoryMiB: Int { max(1, 1 << (logarithm - 10)) }
}

/// A file key as an scrypt stanza holds it.
package struct AgePassphraseWrap: Equatable, Sendable {
  /// The length in bytes of a salt.
  package static let saltCount = 16

  /// Random, and of this file alone.
  package let salt: [UInt8]
  package let work: AgeWorkFactor

  /// The sealed file key, 32 bytes.
  package let sealed: [UInt8]

  /// Takes all of it out of a stanza.
  ///
  /// - Throws: `CryptoError.wrongLength` when salt or sealed key have another length. The latter is
  ///   refused before anything is decrypted, "to mitigate partitioning oracle attacks".
  package init(
    untrustedSalt salt: [UInt8], work: AgeWorkFactor, sealed: [UInt8]
  ) throws(CryptoError) {
    guard salt.count == AgePassphraseWrap.saltCount else {
      throw .wrongLength(expected: AgePassphraseWrap.saltCount, found: salt.count)
    }
    guard sealed.count == AgeWrappedKey.sealedCount else {
      throw .wrongLength(expected: AgeWrappedKey.sealedCount, found: sealed.count)
    }
    self.init(salt: salt, work: work, sealed: sealed)
  }

  fileprivate init(salt: [UInt8], work: AgeWorkFactor, sealed: [UInt8]) {
    self.salt = salt
    self.work = work
    self.sealed = sealed
  }
}

extension Passphrase {
  private static let ageLabel = Array("age-encryption.org/v1/scrypt".utf8)
  private static let ageBlocks: UInt32 = 8  // r, fixed by the specification; p is 1

  /// Wraps an age file's key for whoever knows the passphrase, with a new salt.
  ///
  /// - Throws: `CryptoError.outOfMemory`.
  package borrowing func wrap(_ fileKey: borrowing AgeFileKey) throws(CryptoError)
    -> AgePassphraseWrap
  {
    let salt = Sodium.randomBytes(count: AgePassphraseWrap.saltCount)
    let key = try ageKey(salt: salt, work: .standard)
    return AgePassphraseWrap(salt: salt, work: .standard, sealed: key.seal(fileKey))
  }

  /// Opens an age file's key.
  ///
  /// - Returns: The key, or nil when it was wrapped under another passphrase or altered, which
  ///   cryptography cannot tell apart.
  /// - Throws: `CryptoError.outOfMemory`.
  package borrowing func fileKey(
    from wrap: AgePassphraseWrap
  ) throws(CryptoError) -> AgeFileKey? {
    try ageKey(salt: wrap.salt, work: wrap.work).open(wrap.sealed)
  }

  // "wrap key = scrypt(N = work factor, r = 8, p = 1, dkLen = 32,
  //                    S = "age-encryption.org/v1/scrypt" || salt, P = passphrase)"
  private borrowing func ageKey(
    salt: [UInt8], work: AgeWorkFactor
  ) throws(CryptoError) -> AgeWrapKey {
    let label = Passphrase.ageLabel + salt
    var key = SecretBytes(count: KeyLength.symmetric)
    let status = unsafe key.withMutableAddress { key in
      unsafe text.withAddress { text in
        unsafe crypto_pwhash_scryptsalsa208sha256_ll(
          UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), self.text.count, label,
          label.count, 1 << UInt64(work.logarithm), Passphrase.ageBlocks, 1, key,
          KeyLength.symmetric)
      }
    }
    guard status == 0 else { throw .outOfMemory(memoryMiB: work.memoryMiB) }
    return AgeWrapKey(stretched: key)
  }
}
