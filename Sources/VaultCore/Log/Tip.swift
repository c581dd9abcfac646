import VaultCrypto

/// The end of the log: number and hash of the last link; docs/FORMAT.md section 9.
struct Tip: Equatable, Sendable {
  let number: UInt64
  let hash: Digest

  static let key: [UInt8] = []
  /// A link for every second of 34,000 years: numbers can be counted on, and added to, without a
  /// forged one that overflows.
  static let numberLimit: UInt64 = 1 << 40

  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 40)
    writer.u64(number)
    writer.digest(hash)
    return writer.bytes
  }

  init(number: UInt64, hash: Digest) {
    self.number = number
    self.hash = hash
  }

  init(decoding bytes: RawSpan) throws(FormatProblem) {
    var offset = 0
    number = try bytes.u64(at: &offset)
    hash = try bytes.digest(at: &offset)
    try bytes.end(at: offset)
    guard (1...Self.numberLimit).contains(number) else { throw .badValue }
  }
}
