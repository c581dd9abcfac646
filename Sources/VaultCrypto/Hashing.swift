import CSodium

/// What a hash is of; the room that owns the values declares the constants.
package struct HashPurpose: Sendable {
  let text: StaticString

  /// Names a purpose in ASCII, at most 200 bytes.
  package init(_ text: StaticString) {
    precondition(text.isASCII && text.utf8CodeUnitCount <= 200, "a purpose that does not fit")
    self.text = text
  }
}

/// An incremental hash: BLAKE2b-256 over lp8("uidvault/hash/v1/" ‖ purpose) ‖ vault id ‖ data.
///
/// Source: RFC 7693; `crypto_generichash`.
@safe package struct Hashing: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer

  /// Starts a hash for a vault with an id of 16 bytes.
  package init(purpose: HashPurpose, vault: [UInt8]) {
    unsafe memory = .allocate(byteCount: HashState.size, alignment: HashState.alignment)
    unsafe HashState(memory).start(purpose: purpose, vault: vault, key: nil)
  }

  deinit {
    unsafe sodium_memzero(memory.baseAddress, memory.count)
    unsafe memory.deallocate()
  }

  /// Adds data.
  package mutating func update(_ data: RawSpan) {
    unsafe HashState(memory).update(data)
  }

  /// Adds data.
  package mutating func update(_ data: [UInt8]) {
    unsafe HashState(memory).update(data.span.bytes)
  }

  /// Ends the hash.
  package consuming func finish() -> Digest {
    unsafe HashState(memory).finish()
  }
}

extension Digest {
  /// Hashes data that lies in one piece, without copying it.
  ///
  /// Source: as `Hashing`.
  package init(purpose: HashPurpose, vault: [UInt8], data: RawSpan) {
    unsafe self.init(purpose: purpose, vault: vault, key: nil, first: data, others: [])
  }

  /// Hashes data that lies in one piece, without copying it.
  ///
  /// Source: as `Hashing`.
  package init(purpose: HashPurpose, vault: [UInt8], data: [UInt8]) {
    unsafe self.init(purpose: purpose, vault: vault, data: data.span.bytes)
  }

  /// Hashes pieces one after another, as if they were one, without joining them.
  ///
  /// Source: as `Hashing`.
  package init(purpose: HashPurpose, vault: [UInt8], pieces: [[UInt8]]) {
    unsafe self.init(purpose: purpose, vault: vault, key: nil, first: RawSpan(), others: pieces)
  }

  fileprivate init(
    purpose: HashPurpose, vault: [UInt8], key: UnsafePointer<UInt8>?, first: RawSpan,
    others: [[UInt8]]
  ) {
    self = unsafe HashState.withTemporary { state in
      unsafe state.start(purpose: purpose, vault: vault, key: key)
      unsafe state.update(first)
      for piece in others { unsafe state.update(piece.span.bytes) }
      return unsafe state.finish()
    }
  }

  /// Hashes under a key without a vault: the commitment of a key-committing wrap.
  init(purpose: HashPurpose, key: borrowing SecretBytes, data: [UInt8]) {
    self = unsafe key.withAddress { key in
      unsafe HashState.withTemporary { state in
        unsafe state.start(purpose: purpose, vault: nil, key: key)
        unsafe state.update(data.span.bytes)
        return unsafe state.finish()
      }
    }
  }
}

extension SymmetricKey where Use: HashingUse {
  /// Hashes under this key: a commitment to it, or the blinding of an id.
  ///
  /// Keyed BLAKE2b-256 over the same input as `Hashing`.
  package borrowing func keyedHash(
    purpose: HashPurpose, vault: [UInt8], data: RawSpan
  ) -> Digest {
    unsafe secret.withAddress { key in
      unsafe Digest(purpose: purpose, vault: vault, key: key, first: data, others: [])
    }
  }

  /// Hashes under this key: a commitment to it, or the blinding of an id.
  ///
  /// Keyed BLAKE2b-256 over the same input as `Hashing`.
  package borrowing func keyedHash(
    purpose: HashPurpose, vault: [UInt8], data: [UInt8]
  ) -> Digest {
    unsafe keyedHash(purpose: purpose, vault: vault, data: data.span.bytes)
  }
}
