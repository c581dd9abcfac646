import CSodium

/// Bytes in memory that libsodium guards, locks where the machine allows it, and wipes.
///
/// Each value costs about four pages and several system calls: meant for keys and passphrases, not
/// for thousands of records (`WipedBytes`).
///
/// Source: `sodium_malloc`, `sodium_mlock`, `sodium_free`.
@safe package struct SecretBytes: ~Copyable {
  private let memory: UnsafeMutablePointer<UInt8>

  /// The number of bytes.
  package let count: Int

  /// Makes zero bytes.
  package init(count: Int) {
    precondition(count >= 0, "a negative count")
    Sodium.require()
    guard let raw = unsafe sodium_malloc(count) else {
      preconditionFailure("the machine has no memory left for a secret")
    }
    // sodium_malloc hides a failed lock: locking the same pages once more tells.
    if unsafe sodium_mlock(raw, count) != 0 { Sodium.noteUnlockedMemory() }
    unsafe memory = unsafe raw.bindMemory(to: UInt8.self, capacity: count)
    unsafe memory.update(repeating: 0, count: count)
    self.count = count
  }

  /// Makes random bytes.
  ///
  /// Source: `randombytes_buf`.
  package init(random count: Int) {
    self.init(count: count)
    unsafe randombytes_buf(memory, count)
  }

  /// Copies bytes into guarded memory; the source stays for its owner to wipe.
  package init(copying bytes: RawSpan) {
    self.init(count: bytes.byteCount)
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(start: memory, count: count).copyMemory(from: source)
    }
  }

  /// Copies bytes into guarded memory; the array is not wiped.
  package init(copying bytes: [UInt8]) {
    unsafe self.init(copying: bytes.span.bytes)
  }

  deinit {
    unsafe sodium_free(memory)
  }

  /// Lends the bytes for reading.
  package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe UnsafeRawBufferPointer(start: memory, count: count).bytes)
  }

  /// Lends the bytes for writing.
  package mutating func withMutableBytes<Result: ~Copyable, Failure: Error>(
    _ body: (inout MutableRawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: memory, count: count)
    var span = unsafe buffer.mutableBytes
    return try body(&span)
  }

  /// One byte, for codecs of secrets.
  subscript(index: Int) -> UInt8 {
    get {
      precondition(index >= 0 && index < count, "an index out of bounds")
      return unsafe memory[index]
    }
    set {
      precondition(index >= 0 && index < count, "an index out of bounds")
      unsafe memory[index] = newValue
    }
  }

  /// Lends the address to a call of libsodium.
  borrowing func withAddress<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafePointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(memory)
  }

  /// Lends the address to a call of libsodium that fills the bytes.
  mutating func withMutableAddress<Result: ~Copyable>(
    _ body: (UnsafeMutablePointer<UInt8>) -> Result
  ) -> Result {
    unsafe body(memory)
  }

  /// Compares in a time that does not depend on the content; lengths are no secret.
  ///
  /// Source: `sodium_memcmp`.
  package borrowing func matches(_ other: RawSpan) -> Bool {
    guard other.byteCount == count else { return false }
    return unsafe other.withUnsafeBytes { unsafe sodium_memcmp(memory, $0.baseAddress, count) == 0 }
  }
}

// The memory has one owner (the type cannot be copied), is not bound to a thread, and changes only
// in `mutating` functions, which need that owner exclusively.
extension SecretBytes: @unchecked Sendable {}
