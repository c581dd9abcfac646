import CZlib

/// Unpacks deflate (RFC 1951) without a header around it; nothing else calls zlib but the check
/// sum below.
@safe struct Inflater: ~Copyable {
  /// What one step came to.
  struct Step {
    /// How many bytes were taken.
    let taken: Int
    /// How many bytes were given.
    let given: Int
    /// Whether the data says that it ends here.
    let isAtEnd: Bool
  }

  // zlib's own state points back to it, so it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  private static let rawDeflate: Int32 = -15  // the largest window, and no header

  /// Prepares to unpack. The corresponding C function is `inflateInit2`.
  ///
  /// - Throws: `noMemory`.
  init() throws(ZipProblem) {
    unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let code = unsafe inflateInit2_(
      stream, Self.rawDeflate, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .noMemory }
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks some bytes into the memory from `filled`, until either is used up or the data ends.
  /// The corresponding C function is `inflate`.
  ///
  /// - Throws: `damaged`, `noMemory`.
  mutating func inflate(
    _ packed: RawSpan, into chunk: inout [UInt8], from filled: Int
  ) throws(ZipProblem) -> Step {
    var span = chunk.mutableSpan
    var memory = unsafe span.mutableBytes
    return try unsafe packed.withUnsafeBytes { input throws(ZipProblem) in
      try unsafe memory.withUnsafeMutableBytes { output throws(ZipProblem) in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: output[filled...])
        return try unsafe inflate(input, into: rest)
      }
    }
  }

  private func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(ZipProblem) -> Step {
    let bytes = unsafe input.assumingMemoryBound(to: UInt8.self)
    // zlib promises not to write there; its header lacks the const.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    switch code {
    case Z_OK, Z_STREAM_END, Z_BUF_ERROR: break  // the last: nothing to take or no room
    case Z_MEM_ERROR: throw .noMemory
    default: throw .damaged
    }
    return unsafe Step(
      taken: input.count - Int(stream.pointee.avail_in),
      given: output.count - Int(stream.pointee.avail_out), isAtEnd: code == Z_STREAM_END)
  }
}

/// The check sum of bytes that come one after another: CRC-32 as zip has it.
struct Checksum {
  private(set) var value: UInt32 = 0

  /// Adds bytes, fewer than 4 GiB. The corresponding C function is `crc32`.
  mutating func add(_ bytes: RawSpan) {
    // Without an address, zlib would answer the sum of nothing, whatever came before.
    guard bytes.byteCount > 0 else { return }
    value = unsafe bytes.withUnsafeBytes { memory in
      let base = unsafe memory.assumingMemoryBound(to: UInt8.self).baseAddress
      return unsafe UInt32(truncatingIfNeeded: crc32(UInt(value), base, UInt32(memory.count)))
    }
  }
}
