import VaultCrypto
import VaultStore

/// Seals every record and every block of the directory anew, under the keys of a new epoch.
///
/// Each value is compared with what names it before it is opened, so that a rotation never carries
/// damage on; what was stored is read back and compared before the transaction can be committed.
struct RecordResealing {
  private let change: Change
  private let old: RecordSealing
  private let new: RecordSealing
  private let directory: Directory

  /// - Throws: `.notPermitted` without the identity key.
  init(_ change: Change, from before: Standing, to after: Standing) throws(VaultError) {
    self.change = change
    old = try RecordSealing(before)
    new = try RecordSealing(after)
    directory = Directory(
      rows: change.rows,
      opening: BlockOpening(
        hashes: change.tree.head.blockHashes, vault: before.vault, epoch: old.epoch,
        keys: old.keys))
  }

  /// One record: where its row was and is to be, the entry that names it, its hash.
  private struct Item: Sendable {
    let from: BlindedID
    let to: BlindedID
    let block: Int
    /// Of the entry in its block.
    let offset: Int
    /// Of the record as it was; then as it is.
    var hash: Digest
    /// Where the record stands among those that were sealed anew.
    var place = 0..<0
  }

  /// So many records are sealed at a time.
  private static let batch = 4096

  /// - Returns: The hashes of the directory's blocks.
  /// - Throws: `.damaged`, `.store`.
  func run(_ progress: RotationProgress) throws(VaultError) -> [Digest] {
    var items = try entries()
    let records = try reseal(&items, progress)
    let order = items.indices.sorted { items[$0].to < items[$1].to }
    try store(records, of: items, in: order)
    let hashes = try storeBlocks(items)
    try check(items, in: order)
    return hashes
  }

  private func entries() throws(VaultError) -> [Item] {
    let (old, new) = (old, new)
    let items = try directory.concurrently { (number, block) throws(FormatProblem) in
      var items: [Item] = []
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        let id = ClientID(number: view.idNumber(in: bytes))
        items.append(
          Item(
            from: BlindedID(old.key(of: id)), to: BlindedID(new.key(of: id)), block: number,
            offset: view.range.lowerBound, hash: view.recordHash(in: bytes)))
      }
      return items
    }
    return items.flatMap { $0 }
  }

  // MARK: Records

  /// Goes through the client rows in the order in which they are stored.
  private func reseal(
    _ items: inout [Item], _ progress: RotationProgress
  ) throws(VaultError) -> [UInt8] {
    let order = items.indices.sorted { items[$0].from < items[$1].from }
    var records: [UInt8] = []
    var batch: [SealedBytes] = []
    var next = 0
    try change.rows.scan(.client) { (key, value) throws(VaultError) in
      let index = next + batch.count
      guard index < order.count, items[order[index]].from == BlindedID(key) else {
        throw .damage(.client, key, .additional)
      }
      change.retire(value)
      batch.append(value)
      if batch.count == Self.batch {
        try reseal(batch, order[next..<(next + batch.count)], &items, into: &records)
        next += batch.count
        batch.removeAll(keepingCapacity: true)
        progress(next, items.count)
      }
      return .next
    }
    try reseal(batch, order[next..<(next + batch.count)], &items, into: &records)
    next += batch.count
    guard next == items.count else {
      throw .damage(.client, items[order[next]].from.bytes, .missing)
    }
    progress(next, items.count)
    return records
  }

  private func reseal(
    _ batch: [SealedBytes], _ order: ArraySlice<Int>, _ items: inout [Item],
    into records: inout [UInt8]
  ) throws(VaultError) {
    let (old, new) = (old, new)
    let named = order.map { items[$0] }
    let sealed = Cores.map(batch.count) { place in
      let item = named[place]
      return Result { () throws(VaultError) in
        try new.sealed(batch[place], of: item.from, named: item.hash, for: item.to, openedBy: old)
      }
    }
    for (index, result) in zip(order, sealed) {
      let (record, hash) = try result.get()
      items[index].place = records.count..<(records.count + record.bytes.count)
      items[index].hash = hash
      records += record.bytes
    }
  }

  /// Stores the records in the order of their new keys, so that the file grows by full pages and
  /// its order tells nothing.
  private func store(
    _ records: [UInt8], of items: [Item], in order: [Int]
  ) throws(VaultError) {
    do { _ = try change.writing.deleteAll(.client) } catch { throw .store(error) }
    for index in order {
      try change.storeNew(
        SealedBytes(untrusted: Array(records[items[index].place])), under: items[index].to.bytes)
    }
  }

  // MARK: Blocks

  private func storeBlocks(_ items: [Item]) throws(VaultError) -> [Digest] {
    var hashes: [Digest] = []
    var rest = items[...]
    for number in directory.opening.hashes.indices {
      let row = try change.rows.row(.directory, UInt64(number).key)
      change.retire(row)
      var block = try directory.opening.open(SealedBlock(sealed: row), number: number)
      while let item = rest.first, item.block == number {
        block.setRecordHash(item.hash, at: item.offset)
        rest = rest.dropFirst()
      }
      let key = UInt64(number).key
      let place = Place(
        vault: new.vault.bytes, namespace: .directory, key: key, epoch: new.epoch)
      let sealed = block.withBytes { new.keys.directory.seal($0, place: place) }
      try change.store(.directory, key, sealed)
      hashes.append(Digest(.directoryBlock, vault: new.vault, data: sealed.bytes))
    }
    return hashes
  }

  // MARK: Checking

  /// Reads back what was stored: every record is there under its new key, and no other.
  private func check(_ items: [Item], in order: [Int]) throws(VaultError) {
    var next = 0
    try change.rows.scan(.client) { (key, value) throws(VaultError) in
      guard next < order.count, items[order[next]].to == BlindedID(key) else {
        throw .damage(.client, key, .additional)
      }
      guard new.hash(of: value) == items[order[next]].hash else {
        throw .damage(.client, key, .hash)
      }
      next += 1
      return .next
    }
    guard next == order.count else {
      throw .damage(.client, items[order[next]].to.bytes, .missing)
    }
  }
}

extension RecordSealing {
  /// Seals a record anew for its new row.
  ///
  /// - Throws: `.damaged` (`hash`, `seal`).
  fileprivate func sealed(
    _ record: SealedBytes, of from: BlindedID, named hash: Digest, for to: BlindedID,
    openedBy old: RecordSealing
  ) throws(VaultError) -> (record: SealedBytes, hash: Digest) {
    let opened = try old.opened(record, of: from.bytes, named: hash)
    let sealed = opened.withBytes { keys.record.seal($0, place: place(of: to.bytes)) }
    return (sealed, self.hash(of: sealed))
  }
}
