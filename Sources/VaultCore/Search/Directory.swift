import VaultCrypto
import VaultStore

/// Reading of the directory: every block compared with the head, opened and walked.
struct Directory {
  let rows: Rows
  let opening: BlockOpening
  /// Blocks that were read before the transaction began, by their hashes.
  var ahead: [Digest: SealedBlock] = [:]

  /// Reads one block.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`, `seal`, `format`), `.store`.
  func block(_ number: Int) throws(VaultError) -> DirectoryBlock {
    try opening.open(try sealedBlock(number), number: number)
  }

  /// All entries of one block.
  ///
  /// - Throws: as `block` does.
  func entries(inBlock number: Int) throws(VaultError) -> [DirectoryEntry] {
    let block = try block(number)
    var entries: [DirectoryEntry] = []
    do {
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        var offset = view.range.lowerBound - 2
        entries.append(try DirectoryEntry(from: bytes, at: &offset))
      }
    } catch {
      throw .damage(.directory, UInt64(number).key, .format(error))
    }
    return entries
  }

  /// Calls `body` once for each block, on all cores while the next ones are read, and gives the
  /// results in the blocks' order.
  ///
  /// - Throws: what `body` throws as damage of its block, of the first one where there are several;
  ///   `.damaged`, `.store`.
  func concurrently<Value: Sendable>(
    _ body: @escaping @Sendable (Int, borrowing DirectoryBlock) throws(FormatProblem) -> Value
  ) throws(VaultError) -> [Value] {
    let opening = opening
    let crew = BlockCrew(for: opening.hashes.count) { (sealed, number) in
      Result { () throws(VaultError) -> Value in
        let block = try opening.open(sealed, number: number)
        do throws(FormatProblem) { return try body(number, block) } catch {
          throw VaultError.damage(.directory, UInt64(number).key, .format(error))
        }
      }
    }
    let reading = Result { () throws(VaultError) in
      try forEachSealedBlock { crew.take($1, number: $0) }
    }
    let outcomes = crew.outcomes()
    // A row too many or too few says more than what is wrong in those that are there.
    try reading.get()
    return try outcomes.map { (outcome) throws(VaultError) in try outcome.get() }
  }

  /// Calls `body` with each block as it is stored: exactly as many as the head names.
  private func forEachSealedBlock(
    _ body: (Int, SealedBlock) -> Void
  ) throws(VaultError) {
    guard ahead.isEmpty else { return try forEachBlockAhead(body) }
    var count = 0
    try rows.scan(.directory) { (key, value) throws(VaultError) in
      guard count < opening.hashes.count else { throw .damage(.directory, key, .additional) }
      guard key == UInt64(count).key else {
        throw .damage(.directory, UInt64(count).key, .missing)
      }
      body(count, SealedBlock(sealed: value))
      count += 1
      return .next
    }
    guard count == opening.hashes.count else {
      throw .damage(.directory, UInt64(count).key, .missing)
    }
  }

  /// The same where blocks were read ahead: only the last row is read, as it tells how many there
  /// are, and those that changed since. To ask for the keys alone would read every block, as the
  /// engine compares whole rows.
  private func forEachBlockAhead(
    _ body: (Int, SealedBlock) -> Void
  ) throws(VaultError) {
    let count = opening.hashes.count
    let last = try rows.last(.directory)
    if let last, count == 0 || UInt64(count - 1).key.lexicographicallyPrecedes(last.key) {
      throw .damage(.directory, last.key, .additional)
    }
    guard count == 0 || last?.key == UInt64(count - 1).key else {
      throw .damage(.directory, UInt64(count - 1).key, .missing)
    }
    for number in 0..<count { body(number, try sealedBlock(number)) }
  }

  private func sealedBlock(_ number: Int) throws(VaultError) -> SealedBlock {
    if let block = ahead[opening.hashes[number]] { return block }
    return SealedBlock(sealed: try rows.row(.directory, UInt64(number).key))
  }
}

/// Compares a block with the head's hash and opens it; may be done on several cores at once.
struct BlockOpening: Sendable {
  let hashes: [Digest]
  let vault: VaultID
  let epoch: UInt64
  let keys: IdentityEpochKeys

  /// - Throws: `.damaged` (`hash`, `seal`, `format`).
  func open(_ block: SealedBlock, number: Int) throws(VaultError) -> DirectoryBlock {
    let key = UInt64(number).key
    let sealed = block.sealed
    let hash = block.hash ?? Digest(.directoryBlock, vault: vault, data: sealed.bytes)
    guard hash == hashes[number] else { throw .damage(.directory, key, .hash) }
    let opened: WipedBytes
    do {
      opened = try keys.directory.open(
        sealed,
        place: Place(vault: vault.bytes, namespace: .directory, key: key, epoch: epoch))
    } catch {
      throw .damage(.directory, key, .seal)
    }
    do { return try DirectoryBlock(opened: opened) } catch {
      throw .damage(.directory, key, .format(error))
    }
  }
}
