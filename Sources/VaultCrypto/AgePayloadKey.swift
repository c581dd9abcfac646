import CSodium

/// Where a chunk stands in an age payload; it cannot be opened anywhere else.
package struct AgeChunkPlace: Equatable, Sendable {
  /// Whether more chunks follow.
  package enum Kind: Equatable, Sendable { case inner, final }

  /// The chunk's number, counted from 0.
  package let number: UInt64

  /// Whether more chunks follow.
  package let kind: Kind

  /// Names a place.
  package init(number: UInt64, kind: Kind) {
    self.number = number
    self.kind = kind
  }

  /// Eleven bytes of the number, big-endian, then 1 for the final chunk and 0 for the others.
  ///
  /// Never repeated under one key, as each payload has a key of its own.
  var nonce: [UInt8] {
    var nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)
    for index in 0..<8 {
      nonce[10 - index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))
    }
    nonce[11] = kind == .final ? 1 : 0
    return nonce
  }
}

/// The key of one age file's payload.
///
/// Source: age-encryption.org/v1, "Payload".
package struct AgePayloadKey: ~Copyable, Sendable {
  /// The length in bytes of the nonce with which a payload begins.
  package static let nonceCount = 16

  /// What sealing adds to a chunk, in bytes.
  package static let overhead = ChaCha20Poly1305.tagCount

  private let secret: SecretBytes

  init(_ secret: consuming SecretBytes) {
    self.secret = secret
  }

  /// Seals a chunk into the first `chunk.byteCount + overhead` bytes of `output`.
  package borrowing func seal(
    _ chunk: RawSpan, place: AgeChunkPlace, into output: inout WipedBytes
  ) {
    precondition(output.count >= chunk.byteCount + AgePayloadKey.overhead, "no room for a chunk")
    unsafe output.withMutableAddress { output in
      unsafe ChaCha20Poly1305.encrypt(
        chunk, key: secret, nonce: place.nonce, associated: [], to: output)
    }
  }

  /// Opens a chunk into the first `sealed.byteCount - overhead` bytes of `output`, which stays as
  /// it is when the chunk was altered or stood in another place.
  ///
  /// - Returns: Whether the chunk is authentic in this place.
  package borrowing func open(
    _ sealed: RawSpan, place: AgeChunkPlace, into output: inout WipedBytes
  ) -> Bool {
    let count = sealed.byteCount - AgePayloadKey.overhead
    precondition(count >= 0 && output.count >= count, "no room for a chunk")
    return unsafe output.withMutableAddress { output in
      unsafe ChaCha20Poly1305.decrypt(
        sealed, key: secret, nonce: place.nonce, associated: [], to: output)
    }
  }
}
