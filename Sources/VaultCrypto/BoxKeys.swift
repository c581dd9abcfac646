import CSodium

/// A public key to which boxes are sealed (X25519).
package struct BoxPublicKey: Hashable, Sendable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// Takes a public key from outside.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes,
  ///   `CryptoError.publicKeyRefused` for a point of low order or a spelling that is not canonical.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    try X25519.check(publicKey: bytes)
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// A key pair that opens sealed boxes (X25519).
///
/// Source: RFC 7748; `crypto_box`.
package struct BoxKeyPair: ~Copyable, Sendable {
  let secret: SecretBytes

  /// The public half.
  package let publicKey: BoxPublicKey

  /// Makes a random pair.
  package init() {
    self.init(scalar: SecretBytes(random: KeyLength.scalar))
  }

  /// Copies a secret half out of opened bytes, and computes the public one.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes.
  package init(copying secret: RawSpan) throws(CryptoError) {
    guard secret.byteCount == KeyLength.scalar else {
      throw .wrongLength(expected: KeyLength.scalar, found: secret.byteCount)
    }
    self.init(scalar: SecretBytes(copying: secret))
  }

  /// Makes the pair of a derived seed.
  ///
  /// Source: `crypto_box_seed_keypair`.
  init(seed: consuming SecretBytes) {
    precondition(seed.count == KeyLength.seed, "a seed of the wrong length")
    var scalar = SecretBytes(count: KeyLength.scalar)
    var publicBytes = [UInt8](repeating: 0, count: KeyLength.publicKey)
    _ = unsafe scalar.withMutableAddress { scalar in
      unsafe seed.withAddress { unsafe crypto_box_seed_keypair(&publicBytes, scalar, $0) }
    }
    secret = scalar
    publicKey = BoxPublicKey(computed: publicBytes)
  }

  private init(scalar: consuming SecretBytes) {
    publicKey = BoxPublicKey(computed: X25519.publicKey(of: scalar))
    secret = scalar
  }

  /// Lends the 32 secret bytes, to be sealed for somebody who shall hold them too.
  package borrowing func withSecretBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withBytes(body)
  }
}
