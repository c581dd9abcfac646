import Dispatch
import Synchronization
import VaultCrypto
import VaultStore

/// Reading of the directory: every block compared with the head, opened and walked.
struct Directory {
  let rows: Rows
  let opening: BlockOpening

  /// Reads one block.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`, `seal`, `format`), `.store`.
  func block(_ number: Int) throws(VaultError) -> DirectoryBlock {
    try opening.open(try rows.row(.directory, UInt64(number).key), number: number)
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

  /// Calls `body` once for each block, on all cores, and gives the results in the blocks' order.
  ///
  /// - Throws: what `body` throws as damage of its block; `.damaged`, `.store`.
  func concurrently<Value: Sendable>(
    _ body: @Sendable (Int, borrowing DirectoryBlock) throws(FormatProblem) -> Value
  ) throws(VaultError) -> [Value] {
    let sealed = try sealedBlocks()
    let opening = opening
    let results = Mutex<[Result<Value, VaultError>?]>(
      [Result<Value, VaultError>?](repeating: nil, count: sealed.count))
    DispatchQueue.concurrentPerform(iterations: sealed.count) { number in
      let result = Result { () throws(VaultError) -> Value in
        let block = try opening.open(sealed[number], number: number)
        do throws(FormatProblem) { return try body(number, block) } catch {
          throw VaultError.damage(.directory, UInt64(number).key, .format(error))
        }
      }
      results.withLock { $0[number] = result }
    }
    var values: [Value] = []
    values.reserveCapacity(sealed.count)
    for result in results.withLock({ $0 }) {
      if let result { values.append(try result.get()) }
    }
    return values
  }

  /// All blocks as they are stored: exactly as many as the head names.
  private func sealedBlocks() throws(VaultError) -> [SealedBytes] {
    var blocks: [SealedBytes] = []
    blocks.reserveCapacity(opening.hashes.count)
    try rows.scan(.directory) { (key, value) throws(VaultError) in
      let number = UInt64(blocks.count)
      guard blocks.count < opening.hashes.count else {
        throw .damage(.directory, key, .additional)
      }
      guard key == number.key else { throw .damage(.directory, number.key, .missing) }
      blocks.append(value)
      return .next
    }
    guard blocks.count == opening.hashes.count else {
      throw .damage(.directory, UInt64(blocks.count).key, .missing)
    }
    return blocks
  }
}

/// Compares a block with the head's hash and opens it; may be done on several cores at once.
struct BlockOpening: Sendable {
  let hashes: [Digest]
  let vault: VaultID
  let epoch: UInt64
  let keys: IdentityEpochKeys

  /// - Throws: `.damaged` (`hash`, `seal`, `format`).
  func open(_ sealed: SealedBytes, number: Int) throws(VaultError) -> DirectoryBlock {
    let key = UInt64(number).key
    guard Digest(.directoryBlock, vault: vault, data: sealed.bytes) == hashes[number] else {
      throw .damage(.directory, key, .hash)
    }
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
