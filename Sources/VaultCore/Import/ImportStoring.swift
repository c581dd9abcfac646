import VaultCrypto

/// The storing of rows that were judged: records in the order of their keys, then entries in the
/// order of the rows.
struct ImportStoring {
  let rows: ImportRows
  /// The rows to store.
  let new: [Int]
  let progress: (ImportStage, Int) -> Void

  /// A record's place among all others, by the first eight bytes of its key.
  private struct Rank: Sendable {
    let key: UInt64
    let index: Int
  }

  /// Stores every row.
  ///
  /// - Returns: The ids of the new clients, in the order of the rows.
  /// - Throws: `.file`, `.damaged`.
  func store(in change: Change) throws(VaultError) -> [ClientID] {
    let sealing = try RecordSealing(change.standing)
    let ranks = ranks(sealing)
    let hashes = try storeRecords(ranks, sealing, in: change)
    return try storeEntries(hashes, in: change)
  }

  /// Keys are hashes: in their order the file grows by full pages, and tells nothing of the table's.
  private func ranks(_ sealing: RecordSealing) -> [Rank] {
    let (rows, new) = (rows, new)
    var ranks = Cores.map(new.count) { index in
      let key = sealing.key(of: rows.client(new[index]).id)
      return Rank(key: key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, index: index)
    }
    ranks.sort { $0.key < $1.key }
    return ranks
  }

  private func storeRecords(
    _ ranks: [Rank], _ sealing: RecordSealing, in change: Change
  ) throws(VaultError) -> [Digest] {
    let (rows, new) = (rows, new)
    var hashes = [Digest](repeating: .zeros, count: new.count)
    var start = 0
    while start < ranks.count {
      let end = min(ranks.count, start + TableImport.batch)
      let sealed = Cores.map(end - start) { [start] offset in
        let row = new[ranks[start + offset].index]
        let key = sealing.key(of: rows.client(row).id)
        let record = ClientCodec.pad(rows.withRecord(row) { $0.copy(0..<$0.byteCount) })
        let sealed = sealing.seal(record, under: key)
        return (key: key, sealed: sealed, hash: sealing.hash(of: sealed))
      }
      for (offset, record) in sealed.enumerated() {
        try change.storeNew(record.sealed, under: record.key)
        hashes[ranks[start + offset].index] = record.hash
      }
      start = end
      progress(.storing, start)
    }
    return hashes
  }

  private func storeEntries(
    _ hashes: [Digest], in change: Change
  ) throws(VaultError) -> [ClientID] {
    let (rows, new, vault) = (rows, new, change.vault)
    let years = change.policy.retentionYears
    var ids: [ClientID] = []
    ids.reserveCapacity(new.count)
    var start = 0
    while start < new.count {
      let end = min(new.count, start + TableImport.batch)
      let entries = Cores.map(end - start) { [start] offset in
        let client = rows.client(new[start + offset])
        let entry = DirectoryEntry(
          of: client, recordHash: hashes[start + offset], in: vault, retentionYears: years)
        return (id: client.id, status: client.status, bytes: entry.encoded())
      }
      for entry in entries {
        try change.append(entry: entry.bytes, status: entry.status)
        ids.append(entry.id)
      }
      start = end
    }
    return ids
  }
}
