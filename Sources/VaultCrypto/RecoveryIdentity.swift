/// The key on the recovery sheet: a standard age identity, and the recovery member's key pairs.
///
/// Source: age-encryption.org/v1, the X25519 recipient type.
package struct RecoveryIdentity: ~Copyable, Sendable {
  /// The length of the text form, `AGE-SECRET-KEY-1…`, in characters.
  package static let characterCount = 74

  private static let prefix = Array("age-secret-key-".utf8)
  private static let blanks: Set<UInt8> = Set(" \t\r\n".utf8)

  let scalar: SecretBytes

  /// Makes a random identity.
  package init() {
    scalar = SecretBytes(random: KeyLength.scalar)
  }

  /// Reads the text form in ASCII, all of it in upper or all in lower case; blanks and line ends
  /// are skipped, as the sheet prints groups.
  ///
  /// - Throws: `CryptoError.wrongLength` in characters without blanks, `CryptoError.character` for
  ///   the first that cannot stand at its position (from 1, blanks not counted),
  ///   `CryptoError.checksum` for any other typing error.
  package init(text: RawSpan) throws(CryptoError) {
    var count = 0
    for index in 0..<text.byteCount where !RecoveryIdentity.blanks.contains(text[index]) {
      count += 1
    }
    guard count == RecoveryIdentity.characterCount else {
      throw .wrongLength(expected: RecoveryIdentity.characterCount, found: count)
    }
    var compact = SecretBytes(count: count)
    var position = 0
    for index in 0..<text.byteCount where !RecoveryIdentity.blanks.contains(text[index]) {
      compact[position] = text[index]
      position += 1
    }
    scalar = try compact.withBytes { (compact) throws(CryptoError) in
      try Bech32.decode(compact, prefix: RecoveryIdentity.prefix, count: KeyLength.scalar)
    }
  }

  /// Lends the text form, 74 characters of ASCII in upper case, out of guarded memory.
  package borrowing func withText<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let text = scalar.withBytes {
      Bech32.encode($0, prefix: RecoveryIdentity.prefix, spelling: .upper)
    }
    return try text.withBytes(body)
  }

  /// The recipient, `age1…`, to which backups are made.
  package var agePublicKey: AgePublicKey {
    AgePublicKey(computed: X25519.publicKey(of: scalar))
  }

  /// Derives the recovery member's pair for sealed boxes (context `uvrecov1`, number 1).
  package borrowing func boxKeyPair() -> BoxKeyPair {
    BoxKeyPair(seed: DerivationContext.recovery.derive(1, from: scalar))
  }

  /// Derives the recovery member's signing pair (context `uvrecov1`, number 2).
  package borrowing func signingKeyPair() -> SigningKeyPair {
    SigningKeyPair(seed: DerivationContext.recovery.derive(2, from: scalar))
  }

  /// Derives the key of the recovery member's wrap (context `uvrecov1`, number 3).
  package borrowing func pinKey() -> PinKey {
    PinKey(DerivationContext.recovery.derive(3, from: scalar))
  }
}
