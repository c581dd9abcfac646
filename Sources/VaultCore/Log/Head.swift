import VaultCrypto

/// The state that a link signs: diary and every directory block; docs/FORMAT.md section 9.
struct Head: Equatable, Sendable {
  var epoch: UInt64
  /// Entries by status; the directory's total is their sum.
  var counts: StatusCounts
  var diaryHash: Digest
  var blockHashes: [Digest]

  static let key: [UInt8] = []
  private static let padding = Padding.power1024
  /// 1,048,576 blocks of 64 KiB: bounds what a hostile file can make us read.
  private static let blockLimit = 1 << 20

  func encoded() -> [UInt8] {
    var writer = ByteWriter(capacity: 128 + 32 * blockHashes.count)
    writer.u64(epoch)
    writer.u64(counts.total)
    for status in ClientStatus.allCases { writer.u64(counts[status]) }
    writer.digest(diaryHash)
    writer.u32(UInt32(blockHashes.count))
    for hash in blockHashes { writer.digest(hash) }
    return Self.padding.pad(writer.bytes)
  }

  init(epoch: UInt64, diaryHash: Digest) {
    self.epoch = epoch
    self.diaryHash = diaryHash
    counts = StatusCounts()
    blockHashes = []
  }

  init(decoding padded: RawSpan) throws(FormatProblem) {
    let content = padded.extracting(try Self.padding.content(of: padded))
    var offset = 0
    epoch = try content.u64(at: &offset)
    let total = try content.u64(at: &offset)
    counts = StatusCounts()
    for status in ClientStatus.allCases { counts[status] = try content.u64(at: &offset) }
    diaryHash = try content.digest(at: &offset)
    let count = Int(try content.u32(at: &offset))
    guard count <= Self.blockLimit, content.byteCount - offset == 32 * count else {
      throw .badLength
    }
    blockHashes = []
    blockHashes.reserveCapacity(count)
    for _ in 0..<count { blockHashes.append(try content.digest(at: &offset)) }
    guard total == counts.total else { throw .badValue }
  }
}

/// How many directory entries have each status.
package struct StatusCounts: Equatable, Sendable {
  private var numbers = [UInt64](repeating: 0, count: ClientStatus.allCases.count)

  package subscript(status: ClientStatus) -> UInt64 {
    get { numbers[Int(status.rawValue) - 1] }
    set { numbers[Int(status.rawValue) - 1] = newValue }
  }

  /// All entries; wraps around rather than trapping on a hostile file's numbers.
  package var total: UInt64 { numbers.reduce(0, &+) }

  /// Moves one entry from one status to another; nil stands for not being there.
  mutating func move(from old: ClientStatus?, to new: ClientStatus) {
    if let old { self[old] &-= 1 }
    self[new] &+= 1
  }
}
