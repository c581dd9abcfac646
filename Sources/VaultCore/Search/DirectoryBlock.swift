import VaultCrypto

/// One opened directory block: 64 KiB of entries; docs/FORMAT.md section 10.
struct DirectoryBlock: ~Copyable {
  private var memory: WipedBytes
  private(set) var count: Int
  /// Bytes in use, the count in front included.
  private(set) var used: Int

  /// Bytes of a block before it is sealed.
  static let byteCount = 65_536
  private static let headerCount = 4

  /// Makes an empty block.
  init() {
    memory = WipedBytes(count: Self.byteCount)
    count = 0
    used = Self.headerCount
  }

  /// Takes an opened block and checks that its entries fill it as the format says.
  ///
  /// - Throws: `FormatProblem` for bytes that are no block.
  init(opened: consuming WipedBytes) throws(FormatProblem) {
    let layout = try opened.withBytes { (bytes) throws(FormatProblem) in
      try Self.layout(of: bytes)
    }
    memory = opened
    count = layout.count
    used = layout.used
  }

  private static func layout(of bytes: RawSpan) throws(FormatProblem) -> (count: Int, used: Int) {
    guard bytes.byteCount == byteCount else { throw .badLength }
    var offset = 0
    let count = Int(try bytes.u32(at: &offset))
    for _ in 0..<count {
      _ = try bytes.range(Int(try bytes.u16(at: &offset)), at: &offset)
    }
    guard bytes.isZero(from: offset) else { throw .badValue }
    return (count, offset)
  }

  borrowing func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try memory.withBytes(body)
  }

  /// Calls `body` with each entry.
  ///
  /// - Throws: `FormatProblem` for bytes that are no entry.
  borrowing func forEachEntry(
    _ body: (RawSpan, EntryView) throws(FormatProblem) -> Void
  ) throws(FormatProblem) {
    try memory.withBytes { (bytes) throws(FormatProblem) in
      var offset = Self.headerCount
      for _ in 0..<count { try body(bytes, try EntryView(in: bytes, at: &offset)) }
    }
  }

  /// Whether bytes stand anywhere among the entries, which is told much faster than by looking at
  /// each of them.
  borrowing func contains(_ needle: [UInt8]) -> Bool {
    memory.withBytes { $0.contains(needle, in: Self.headerCount..<used) }
  }

  /// Whether `size` more bytes find room.
  borrowing func hasRoom(for size: Int) -> Bool { used + size <= Self.byteCount }

  /// Appends an entry's bytes, for which there must be room.
  mutating func append(_ entry: [UInt8]) {
    precondition(hasRoom(for: entry.count), "the caller looks for room first")
    write(entry, at: used)
    used += entry.count
    setCount(count + 1)
  }

  /// Removes the entry of a client, moving what stands behind it up.
  mutating func remove(_ id: ClientID) throws(FormatProblem) {
    var place: Range<Int>?
    try forEachEntry { (bytes, view) throws(FormatProblem) in
      guard view.idNumber(in: bytes) == id.number else { return }
      place = (view.range.lowerBound - 2)..<view.range.upperBound
    }
    guard let place else { return }
    let rest = memory.withBytes { $0.copy(place.upperBound..<used) }
    write(rest, at: place.lowerBound)
    write([UInt8](repeating: 0, count: place.count), at: used - place.count)
    used -= place.count
    setCount(count - 1)
  }

  /// Puts another record hash into an entry.
  ///
  /// - Parameters:
  ///   - hash: The hash of the client's sealed record.
  ///   - offset: Where the entry begins, behind its length.
  mutating func setRecordHash(_ hash: Digest, at offset: Int) {
    write(hash.bytes, at: offset + ClientID.byteCount)
  }

  private mutating func setCount(_ new: Int) {
    count = new
    var writer = ByteWriter(capacity: 4)
    writer.u32(UInt32(new))
    write(writer.bytes, at: 0)
  }

  private mutating func write(_ bytes: [UInt8], at offset: Int) {
    memory.withMutableBytes { memory in
      for (index, byte) in bytes.enumerated() {
        memory.storeBytes(of: byte, toByteOffset: offset + index, as: UInt8.self)
      }
    }
  }
}

extension RawSpan {
  /// Whether all bytes from an offset on are zero.
  fileprivate func isZero(from start: Int) -> Bool {
    var offset = start
    // Eight at a time: the last block may be nearly empty.
    while offset + 8 <= byteCount {
      guard unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) == 0 else {
        return false
      }
      offset += 8
    }
    while offset < byteCount, byte(offset) == 0 { offset += 1 }
    return offset == byteCount
  }
}
