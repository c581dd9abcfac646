import CSodium

/// What a signature says; the room that owns the values declares the constants.
package struct SigningPurpose: Sendable {
  let text: StaticString

  /// Names a purpose in ASCII, at most 200 bytes.
  package init(_ text: StaticString) {
    precondition(text.isASCII && text.utf8CodeUnitCount <= 200, "a purpose that does not fit")
    self.text = text
  }

  /// Joins lp8("uidvault/sign/v1/" ‖ purpose) ‖ vault id (16) ‖ data.
  func message(vault: [UInt8], data: [UInt8]) -> [UInt8] {
    var context = ContextBytes(
      prefix: "uidvault/sign/v1/", purpose: text, reserving: 16 + data.count)
    context.append(vault: vault)
    context.append(data)
    return context.bytes
  }
}

/// An Ed25519 signature of 64 bytes.
package struct Signature: Hashable, Sendable {
  /// The length in bytes.
  package static let count = 64

  /// The 64 bytes.
  package let bytes: [UInt8]

  /// Takes a signature from outside; verifying tells whether it is one.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 64 bytes.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    guard bytes.count == Signature.count else {
      throw .wrongLength(expected: Signature.count, found: bytes.count)
    }
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) {
    self.bytes = bytes
  }
}

/// A public key that tells whose signature it is (Ed25519).
package struct VerifyingKey: Hashable, Sendable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// Takes a public key from outside.
  ///
  /// Source: `crypto_core_ed25519_is_valid_point`.
  ///
  /// - Throws: `CryptoError.wrongLength` when there are not exactly 32 bytes,
  ///   `CryptoError.publicKeyRefused` when they are not a point of the main group in its canonical
  ///   spelling.
  package init(untrusted bytes: [UInt8]) throws(CryptoError) {
    guard bytes.count == KeyLength.publicKey else {
      throw .wrongLength(expected: KeyLength.publicKey, found: bytes.count)
    }
    Sodium.require()
    guard unsafe crypto_core_ed25519_is_valid_point(bytes) == 1 else { throw .publicKeyRefused }
    self.bytes = bytes
  }

  init(computed bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Verifies a signature over lp8("uidvault/sign/v1/" ‖ purpose) ‖ vault id ‖ data.
  ///
  /// Source: RFC 8032; `crypto_sign_verify_detached`.
  ///
  /// - Throws: `CryptoError.badSignature` when key, purpose, vault, data or signature is another.
  package func verify(
    _ signature: Signature, purpose: SigningPurpose, vault: [UInt8], data: [UInt8]
  ) throws(CryptoError) {
    guard verify(signature, message: purpose.message(vault: vault, data: data)) else {
      throw .badSignature
    }
  }

  func verify(_ signature: Signature, message: [UInt8]) -> Bool {
    Sodium.require()
    return unsafe crypto_sign_verify_detached(
      signature.bytes, message, UInt64(message.count), bytes) == 0
  }
}

/// A key pair that signs (Ed25519).
///
/// Source: RFC 8032; `crypto_sign`.
package struct SigningKeyPair: ~Copyable, Sendable {
  // libsodium's form: seed (32) ‖ public key (32).
  private let secret: SecretBytes

  /// The public half.
  package let publicKey: VerifyingKey

  /// Makes the pair of a derived seed.
  ///
  /// Source: `crypto_sign_seed_keypair`.
  init(seed: consuming SecretBytes) {
    precondition(seed.count == KeyLength.seed, "a seed of the wrong length")
    var secret = SecretBytes(count: KeyLength.seed + KeyLength.publicKey)
    var publicBytes = [UInt8](repeating: 0, count: KeyLength.publicKey)
    _ = unsafe secret.withMutableAddress { secret in
      unsafe seed.withAddress { unsafe crypto_sign_seed_keypair(&publicBytes, secret, $0) }
    }
    self.secret = secret
    publicKey = VerifyingKey(computed: publicBytes)
  }

  /// Signs lp8("uidvault/sign/v1/" ‖ purpose) ‖ vault id ‖ data.
  ///
  /// Source: `crypto_sign_detached`.
  package borrowing func sign(
    purpose: SigningPurpose, vault: [UInt8], data: [UInt8]
  ) -> Signature {
    sign(message: purpose.message(vault: vault, data: data))
  }

  borrowing func sign(message: [UInt8]) -> Signature {
    var signature = [UInt8](repeating: 0, count: KeyLength.signature)
    _ = unsafe secret.withAddress { secret in
      unsafe crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    }
    return Signature(computed: signature)
  }
}
