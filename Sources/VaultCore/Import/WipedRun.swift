import VaultCrypto

/// Byte strings in a row, in memory that is wiped when it is let go.
final class WipedRun: Sendable {
  private let memory: WipedBytes
  /// Where each string ends.
  private let ends: [UInt32]

  init(_ strings: [[UInt8]]) {
    var joined: [UInt8] = []
    joined.reserveCapacity(strings.reduce(0) { $0 + $1.count })
    var ends: [UInt32] = []
    ends.reserveCapacity(strings.count)
    for string in strings {
      joined += string
      ends.append(UInt32(joined.count))
    }
    memory = WipedBytes(copying: joined)
    self.ends = ends
  }

  /// Lends a string.
  func withBytes<Result, Failure: Error>(
    _ index: Int, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return try memory.withBytes { (bytes) throws(Failure) in
      try body(bytes.extracting(start..<end))
    }
  }
}
