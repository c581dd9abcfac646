import Matching
import VaultCrypto

/// Everybody in the vault, in memory for as long as a table is judged.
struct StoredPeople: Sendable {
  private let blocks: [Block]
  /// The number of the first person of each block, and at the end the number of all.
  private let firsts: [Int]
  /// Rows with a UID that a person has or had.
  let sharedUIDs: [Meeting]
  /// Rows without a UID with the print of a person.
  let sharedPrints: [Meeting]

  /// A row and a person who may be one.
  struct Meeting: Sendable {
    let row: UInt32
    let person: Int
  }

  var count: Int { firsts.last ?? 0 }

  /// Opens the whole directory and notes who meets whom by UID or print.
  ///
  /// - Throws: `.damaged`, `.file`.
  init(_ directory: Directory, meeting rows: ImportRows) throws(VaultError) {
    blocks = try directory.concurrently { (_, block) throws(FormatProblem) in
      try Block(block, meeting: rows)
    }
    var firsts = [0]
    var (uids, prints): ([Meeting], [Meeting]) = ([], [])
    for block in blocks {
      let first = firsts[firsts.count - 1]
      uids += block.sharedUIDs.map { Meeting(row: $0.row, person: first + $0.person) }
      prints += block.sharedPrints.map { Meeting(row: $0.row, person: first + $0.person) }
      firsts.append(first + block.count)
    }
    self.firsts = firsts
    sharedUIDs = uids
    sharedPrints = prints
  }

  /// The entry of a person.
  func entry(_ person: Int) -> DirectoryEntry {
    var (low, high) = (0, blocks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if firsts[middle] <= person { low = middle } else { high = middle - 1 }
    }
    return blocks[low].entry(person - firsts[low])
  }

  /// One block of the directory, kept.
  private final class Block: Sendable {
    private let memory: WipedBytes
    private let offsets: [UInt32]
    let sharedUIDs: [Meeting]
    let sharedPrints: [Meeting]

    var count: Int { offsets.count }

    init(_ block: borrowing DirectoryBlock, meeting rows: ImportRows) throws(FormatProblem) {
      var offsets: [UInt32] = []
      var (uids, prints): ([Meeting], [Meeting]) = ([], [])
      let wantsPrints = rows.hasPrints
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        let person = offsets.count
        offsets.append(UInt32(view.range.lowerBound - 2))
        view.forEachUID(in: bytes) { range in
          let uid = String(decoding: bytes.copy(range), as: UTF8.self)
          if let row = rows.byUID[uid] { uids.append(Meeting(row: row, person: person)) }
        }
        guard wantsPrints, view.status != .destroyed else { return }
        var offset = view.range.lowerBound - 2
        let print = try DirectoryEntry(from: bytes, at: &offset).print
        prints += rows.rows(withPrint: print).map { Meeting(row: $0, person: person) }
      }
      let used = block.used
      memory = block.withBytes { WipedBytes(copying: $0.extracting(0..<used)) }
      self.offsets = offsets
      sharedUIDs = uids
      sharedPrints = prints
    }

    func entry(_ index: Int) -> DirectoryEntry {
      memory.withBytes { bytes in
        var offset = Int(offsets[index])
        do { return try DirectoryEntry(from: bytes, at: &offset) } catch {
          preconditionFailure("the entry was read when the block was")
        }
      }
    }
  }
}
