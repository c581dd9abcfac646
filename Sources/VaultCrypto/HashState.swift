import CSodium

/// The state of one BLAKE2b-256 hash in memory that the caller owns, keeps alive and wipes.
@unsafe struct HashState {
  static let prefix: StaticString = "uidvault/hash/v1/"
  static let size = crypto_generichash_statebytes()
  static let alignment = 64  // libsodium's CRYPTO_ALIGN

  private let state: OpaquePointer

  init(_ memory: UnsafeMutableRawBufferPointer) {
    unsafe state = OpaquePointer(memory.baseAddress.unsafelyUnwrapped)
  }

  /// Lends a state on the stack: a record of 500 bytes costs less to hash than an allocation adds.
  static func withTemporary(_ body: (HashState) -> Digest) -> Digest {
    unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: alignment) { memory in
      let digest = unsafe body(HashState(memory))
      unsafe sodium_memzero(memory.baseAddress, memory.count)
      return digest
    }
  }

  /// Begins with lp8(prefix ‖ purpose), then the vault id where there is one.
  func start(purpose: HashPurpose, vault: [UInt8]?, key: UnsafePointer<UInt8>?) {
    Sodium.require()
    let keyCount = unsafe key == nil ? 0 : KeyLength.symmetric
    _ = unsafe crypto_generichash_init(state, key, keyCount, Digest.count)
    // Fed piece by piece: an array for the context would cost a tenth of a small record's hash.
    let count = unsafe HashState.prefix.utf8CodeUnitCount + purpose.text.utf8CodeUnitCount
    var length = UInt8(count)
    unsafe withUnsafeBytes(of: &length) { unsafe update($0) }
    unsafe HashState.prefix.withUTF8Buffer { unsafe update(UnsafeRawBufferPointer($0)) }
    purpose.text.withUTF8Buffer { unsafe update(UnsafeRawBufferPointer($0)) }
    if let vault {
      precondition(vault.count == 16, "a vault id is 16 bytes")
      unsafe vault.withUnsafeBytes { unsafe update($0) }
    }
  }

  func update(_ data: RawSpan) {
    unsafe data.withUnsafeBytes { unsafe update($0) }
  }

  private func update(_ data: UnsafeRawBufferPointer) {
    let start = unsafe data.baseAddress?.assumingMemoryBound(to: UInt8.self)
    _ = unsafe crypto_generichash_update(state, start, UInt64(data.count))
  }

  func finish() -> Digest {
    unsafe Digest { output in
      _ = unsafe crypto_generichash_final(state, output, Digest.count)
    }
  }
}
