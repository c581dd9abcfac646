import CSodium

/// Bytes in ordinary memory, wiped when their owner lets go: opened records and blocks.
///
/// Cheap enough for a hundred thousand of them; neither guarded nor locked, so they may be swapped.
///
/// Source: `sodium_memzero`.
@safe package struct WipedBytes: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer

  /// Makes zero bytes.
  package init(count: Int) {
    self.init(uninitialized: count)
    _ = unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// Copies bytes; the source stays for its owner to wipe.
  package init(copying bytes: RawSpan) {
    self.init(uninitialized: bytes.byteCount)
    unsafe bytes.withUnsafeBytes { source in unsafe memory.copyMemory(from: source) }
  }

  /// Copies bytes; the array is not wiped.
  package init(copying bytes: [UInt8]) {
    unsafe self.init(copying: bytes.span.bytes)
  }

  /// Takes memory that the caller fills before anybody reads it.
  init(uninitialized count: Int) {
    precondition(count >= 0, "a negative count")
    unsafe memory = .allocate(byteCount: count, alignment: 16)
  }

  deinit {
    unsafe sodium_memzero(memory.baseAddress, memory.count)
    unsafe memory.deallocate()
  }

  /// The number of bytes.
  package var count: Int { unsafe memory.count }

  /// Lends the bytes for reading.
  package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe UnsafeRawBufferPointer(memory).bytes)
  }

  /// Lends the bytes for writing.
  package mutating func withMutableBytes<Result: ~Copyable, Failure: Error>(
    _ body: (inout MutableRawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var span = unsafe memory.mutableBytes
    return try body(&span)
  }

  /// Copies bytes over those from an index on.
  package mutating func replace(at index: Int, with bytes: RawSpan) {
    precondition(index >= 0 && index <= count - bytes.byteCount, "bytes out of bounds")
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[index...]).copyMemory(from: source)
    }
  }

  /// Lends the address to a call of libsodium that fills the bytes.
  mutating func withMutableAddress<Result: ~Copyable>(
    _ body: (UnsafeMutablePointer<UInt8>) -> Result
  ) -> Result {
    let raw = unsafe memory.baseAddress.unsafelyUnwrapped
    return unsafe body(raw.assumingMemoryBound(to: UInt8.self))
  }
}

// The memory has one owner (the type cannot be copied), is not bound to a thread, and changes only
// in `mutating` functions, which need that owner exclusively.
extension WipedBytes: @unchecked Sendable {}
