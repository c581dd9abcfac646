/// What a symmetric key is for; a key of one use does not compile where another is wanted.
package enum KeyUse {
  /// A member's root, from which their key pairs come.
  package enum Root {}

  /// A key stretched from a passphrase or a code, which opens a member's wrap.
  package enum KeyEncryption: WrappingUse {}

  /// An epoch's key to identities.
  package enum Identity: HashingUse {}

  /// An epoch's key to all that every member may read.
  package enum House: HashingUse {}

  /// Seals client records and blinds their ids.
  package enum Record: SealingUse, HashingUse {}

  /// Seals directory blocks.
  package enum Directory: SealingUse {}

  /// Seals log links, head, settings and names; associated data keeps them apart.
  package enum HouseSealing: SealingUse {}

  /// Opens the recovery key's pin.
  package enum Pin: WrappingUse {}
}

/// A use whose keys seal values in their places.
package protocol SealingUse {}

/// A use whose keys make keyed hashes.
package protocol HashingUse {}

/// A use whose keys open key-committing wraps.
package protocol WrappingUse {}

/// A member's root key.
package typealias RootKey = SymmetricKey<KeyUse.Root>
/// A key stretched from a passphrase or a code.
package typealias KeyEncryptionKey = SymmetricKey<KeyUse.KeyEncryption>
/// An epoch's identity key.
package typealias IdentityKey = SymmetricKey<KeyUse.Identity>
/// An epoch's house key.
package typealias HouseKey = SymmetricKey<KeyUse.House>
/// An epoch's key for client records.
package typealias RecordKey = SymmetricKey<KeyUse.Record>
/// An epoch's key for directory blocks.
package typealias DirectoryKey = SymmetricKey<KeyUse.Directory>
/// An epoch's key for log links, head, settings and names.
package typealias HouseSealingKey = SymmetricKey<KeyUse.HouseSealing>
/// The recovery key's key for its pin.
package typealias PinKey = SymmetricKey<KeyUse.Pin>

/// A key of 32 bytes for one use, in guarded memory.
package struct SymmetricKey<Use>: ~Copyable, Sendable {
  let secret: SecretBytes

  /// Makes a random key.
  package init() {
    secret = SecretBytes(random: KeyLength.symmetric)
  }

  /// Copies a key out of opened bytes.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes.
  package init(copying bytes: RawSpan) throws(CryptoError) {
    guard bytes.byteCount == KeyLength.symmetric else {
      throw .wrongLength(expected: KeyLength.symmetric, found: bytes.byteCount)
    }
    secret = SecretBytes(copying: bytes)
  }

  /// Takes bytes of the right length that this room made.
  init(_ secret: consuming SecretBytes) {
    precondition(secret.count == KeyLength.symmetric, "a key of the wrong length")
    self.secret = secret
  }

  /// Lends the 32 bytes, to be sealed into a box or a wrap.
  package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withBytes(body)
  }
}

/// Lengths in bytes that libsodium and the formats share.
enum KeyLength {
  static let symmetric = 32
  static let seed = 32
  static let publicKey = 32
  static let scalar = 32
  static let signature = 64
}
