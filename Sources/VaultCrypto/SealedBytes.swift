/// Bytes that only their key opens: what sealing returns, and what the store takes.
package struct SealedBytes: Hashable, Sendable {
  /// The bytes as they are stored.
  package let bytes: [UInt8]

  /// Takes bytes from outside; opening them tells whether they are genuine.
  package init(untrusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes what this room sealed.
  init(sealed bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Joins sealed parts behind a header that anybody may read: header, then for each part its length
  /// (4 bytes) and its bytes.
  package init(publicHeader header: [UInt8], parts: [SealedBytes]) {
    var joined = header
    joined.reserveCapacity(parts.reduce(header.count) { $0 + 4 + $1.bytes.count })
    for part in parts {
      precondition(part.bytes.count <= UInt32.max, "a part of 4 GiB")
      let count = UInt32(part.bytes.count)
      for shift in [24, 16, 8, 0] { joined.append(UInt8(truncatingIfNeeded: count >> shift)) }
      joined.append(contentsOf: part.bytes)
    }
    bytes = joined
  }

  /// Parts what `init(publicHeader:parts:)` joined, from the byte after the header to the last.
  ///
  /// - Parameters:
  ///   - count: The header's length in bytes.
  ///   - limit: The most parts that the caller will take.
  /// - Returns: The parts in order.
  /// - Throws: `CryptoError.truncated` when the header or a part is cut short (lengths from the
  ///   start of the value), `CryptoError.trailingBytes` when one to three bytes are left over,
  ///   `CryptoError.tooManyParts` when there are more than `limit`.
  package func parts(afterHeader count: Int, limit: Int) throws(CryptoError) -> [SealedBytes] {
    guard count <= bytes.count else { throw .truncated(expected: count, found: bytes.count) }
    var parts: [SealedBytes] = []
    var position = count
    while position < bytes.count {
      guard parts.count < limit else { throw .tooManyParts(limit: limit) }
      let start = position + 4
      guard start <= bytes.count else { throw .trailingBytes(count: bytes.count - position) }
      let length = bytes[position..<start].reduce(0) { $0 << 8 | Int($1) }
      let end = start + length
      guard end <= bytes.count else { throw .truncated(expected: end, found: bytes.count) }
      parts.append(SealedBytes(untrusted: [UInt8](bytes[start..<end])))
      position = end
    }
    return parts
  }
}
