/// Bytes that anybody may read and one key signed: what signing returns, and what the store takes.
///
/// The signature (64 bytes) stands at the end.
package struct SignedBytes: Hashable, Sendable {
  /// The bytes as they are stored.
  package let bytes: [UInt8]

  /// Takes bytes from outside; verifying tells whether they are genuine.
  package init(untrusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Joins a body and the signature over it: body ‖ signature.
  package init(body: [UInt8], signature: Signature) {
    bytes = body + signature.bytes
  }

  /// The bytes that are signed, and their signature, neither of them verified.
  ///
  /// - Throws: `CryptoError.truncated` when there are fewer than 64 bytes.
  package func unverified() throws(CryptoError) -> (body: [UInt8], signature: Signature) {
    guard bytes.count >= Signature.count else {
      throw .truncated(expected: Signature.count, found: bytes.count)
    }
    let end = bytes.count - Signature.count
    return ([UInt8](bytes[..<end]), Signature(computed: [UInt8](bytes[end...])))
  }
}

extension SigningKeyPair {
  /// Signs a body and joins both: body ‖ signature.
  package borrowing func signed(
    purpose: SigningPurpose, vault: [UInt8], body: [UInt8]
  ) -> SignedBytes {
    SignedBytes(body: body, signature: sign(purpose: purpose, vault: vault, data: body))
  }
}

extension VerifyingKey {
  /// Verifies what `SigningKeyPair.signed` joined.
  ///
  /// - Returns: The body.
  /// - Throws: `CryptoError.truncated` when there are fewer than 64 bytes,
  ///   `CryptoError.badSignature` when key, purpose, vault or a byte is another.
  package func verify(
    _ signed: SignedBytes, purpose: SigningPurpose, vault: [UInt8]
  ) throws(CryptoError) -> [UInt8] {
    let (body, signature) = try signed.unverified()
    try verify(signature, purpose: purpose, vault: vault, data: body)
    return body
  }
}
