/// Where the bytes of a table come from, in chunks of any size.
package protocol ByteSource: ~Copyable {
  /// The source's own error, which reaches the caller as it is.
  associatedtype Failure: Error

  /// Returns the next bytes, or nil at the end.
  ///
  /// An empty chunk is not the end: it says that more is to be asked for.
  ///
  /// - Throws: `Failure` when the bytes cannot be had.
  mutating func nextChunk() throws(Failure) -> [UInt8]?
}

/// Bytes from whatever a closure reads.
package struct ChunkSource<Failure: Error>: ByteSource {
  private let read: () throws(Failure) -> [UInt8]?

  /// Creates a source over a closure that returns the next bytes, or nil at
  /// the end.
  package init(_ read: @escaping () throws(Failure) -> [UInt8]?) {
    self.read = read
  }

  package mutating func nextChunk() throws(Failure) -> [UInt8]? {
    try read()
  }
}

/// Bytes that are in memory already.
package struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let chunkSize: Int
  private var position = 0

  /// Creates a source over bytes, handed out in chunks of at most
  /// `chunkSize` bytes.
  package init(_ bytes: [UInt8], chunkSize: Int = 65_536) {
    precondition(chunkSize > 0)
    self.bytes = bytes
    self.chunkSize = chunkSize
  }

  package mutating func nextChunk() throws(Never) -> [UInt8]? {
    guard position < bytes.count else { return nil }
    let end = position + min(chunkSize, bytes.count - position)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
