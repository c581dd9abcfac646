import VaultCrypto
import VaultStore

/// Compares client rows with the directory: every entry's row is there and says what the entry says,
/// and there is no other.
///
/// The blocks are opened first. The rows are then read in the order in which they are stored, each
/// page of the file once, and judged on all cores; of each entry 96 bytes are kept meanwhile, none
/// of which tells who it is.
struct RecordVerification {
  private let rows: Rows
  private let tree: Tree
  private let blocks: BlockOpening
  private let sealing: RecordSealing
  private(set) var report = VerificationReport()
  /// Whose entries nobody can read: which rows they name is not known then.
  private var damagedBlocks = 0

  /// - Throws: `.notPermitted` without the identity key.
  init(_ rows: Rows, _ tree: Tree) throws(VaultError) {
    self.rows = rows
    self.tree = tree
    sealing = try RecordSealing(tree.standing)
    blocks = BlockOpening(
      hashes: tree.head.blockHashes, vault: sealing.vault, epoch: sealing.epoch, keys: sealing.keys)
  }

  /// What the entry of one client demands of the client's row.
  private struct Claim: Sendable {
    let row: BlindedID
    /// Of the sealed record.
    let record: Digest
    /// Of the entry, but for the month due.
    let entry: Digest
    let status: ClientStatus
    let block: Int
  }

  /// So many blocks are opened at a time, and so many records.
  private static let (blockBatch, recordBatch) = (32, 4096)

  /// - Parameter progress: Called with how many records were judged.
  /// - Throws: `.store`; all damage goes into the report.
  mutating func run(_ progress: (Int) -> Void) throws(VaultError) {
    var claims = try claims()
    let counts = claims.reduce(into: StatusCounts()) { $0.move(from: nil, to: $1.status) }
    // As their rows are stored.
    claims.sort { ($0.row, $0.block) < ($1.row, $1.block) }
    removeRepeated(from: &claims)
    try compareRows(with: claims, progress)
    if damagedBlocks == 0, counts != tree.head.counts { add(.head, Head.key, .number) }
  }

  private mutating func add(_ namespace: Namespace, _ key: [UInt8], _ problem: Damage.Problem) {
    report.add(Damage(namespace: namespace.name, key: key, problem: problem))
  }
}

// MARK: Directory

extension RecordVerification {
  private mutating func claims() throws(VaultError) -> [Claim] {
    var claims: [Claim] = []
    let all = tree.head.blockHashes.indices
    for start in stride(from: 0, to: all.upperBound, by: Self.blockBatch) {
      let numbers = start..<min(all.upperBound, start + Self.blockBatch)
      for result in try open(numbers) {
        do throws(VaultError) { claims += try result.get() } catch .damaged(let damage) {
          report.add(damage)
          damagedBlocks += 1
        }
      }
    }
    return claims
  }

  private func open(_ numbers: Range<Int>) throws(VaultError) -> [Result<[Claim], VaultError>] {
    var sealed: [SealedBytes?] = []
    for number in numbers { sealed.append(try rows.optional(.directory, UInt64(number).key)) }
    let (stored, blocks, sealing) = (sealed, blocks, sealing)
    return Cores.map(stored.count, share: 1) { index in
      let number = numbers.lowerBound + index
      return Result { () throws(VaultError) in
        guard let block = stored[index] else {
          throw .damage(.directory, UInt64(number).key, .missing)
        }
        return try Self.claims(of: block, number, blocks, sealing)
      }
    }
  }

  private static func claims(
    of sealed: SealedBytes, _ number: Int, _ blocks: BlockOpening, _ sealing: RecordSealing
  ) throws(VaultError) -> [Claim] {
    let block = try blocks.open(SealedBlock(sealed: sealed), number: number)
    var claims: [Claim] = []
    do {
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        let id = ClientID(number: view.idNumber(in: bytes))
        claims.append(
          Claim(
            row: BlindedID(sealing.key(of: id)), record: view.recordHash(in: bytes),
            entry: view.hashWithoutMonth(in: bytes, of: sealing.vault), status: view.status,
            block: number))
      }
    } catch {
      throw .damage(.directory, UInt64(number).key, .format(error))
    }
    return claims
  }

  /// A client has one entry only.
  private mutating func removeRepeated(from claims: inout [Claim]) {
    let repeated = claims.indices.dropFirst().filter { claims[$0].row == claims[$0 - 1].row }
    guard !repeated.isEmpty else { return }
    for index in repeated { add(.directory, UInt64(claims[index].block).key, .number) }
    let gone = Set(repeated)
    claims = claims.indices.filter { !gone.contains($0) }.map { claims[$0] }
  }
}

// MARK: Rows

extension RecordVerification {
  private mutating func compareRows(
    with claims: [Claim], _ progress: (Int) -> Void
  ) throws(VaultError) {
    var run = self
    var next = 0
    var batch: [(claim: Int, record: SealedBytes)] = []
    try rows.scan(.client) { (key, value) throws(VaultError) in
      // A key of another length equals none, and must not be taken for the last of all.
      let row = key.count == BlindedID.byteCount ? BlindedID(key) : nil
      while let row, next < claims.count, claims[next].row < row {
        run.add(.client, claims[next].row.bytes, .missing)
        next += 1
      }
      guard let row, next < claims.count, claims[next].row == row else {
        if run.damagedBlocks == 0 { run.add(.client, key, .additional) }
        return .next
      }
      batch.append((next, value))
      next += 1
      if batch.count == Self.recordBatch {
        try run.judge(batch, by: claims, progress)
        batch.removeAll(keepingCapacity: true)
      }
      return .next
    }
    try run.judge(batch, by: claims, progress)
    for claim in claims[next...] { run.add(.client, claim.row.bytes, .missing) }
    report = run.report
  }

  private mutating func judge(
    _ batch: [(claim: Int, record: SealedBytes)], by claims: [Claim], _ progress: (Int) -> Void
  ) throws(VaultError) {
    let (sealing, years) = (sealing, tree.policy.retentionYears)
    let verdicts = Cores.map(batch.count) { index in
      Result { () throws(VaultError) in
        let (claim, record) = (claims[batch[index].claim], batch[index].record)
        try Self.judge(record, by: claim, sealing, retentionYears: years)
      }
    }
    for verdict in verdicts {
      do throws(VaultError) {
        try verdict.get()
        report.clients += 1
      } catch .damaged(let damage) {
        report.add(damage)
      }
    }
    progress(batch.last.map { $0.claim + 1 } ?? claims.count)
  }

  private static func judge(
    _ record: SealedBytes, by claim: Claim, _ sealing: RecordSealing, retentionYears: UInt8
  ) throws(VaultError) {
    let client = try sealing.client(record, of: claim.row.bytes, named: claim.record)
    guard sealing.key(of: client.id) == claim.row.bytes, client.status == claim.status else {
      throw .damage(.client, claim.row.bytes, .number)
    }
    let entry = DirectoryEntry(
      of: client, recordHash: claim.record, in: sealing.vault, retentionYears: retentionYears)
    guard entry.hashWithoutMonth(of: sealing.vault) == claim.entry else {
      throw .damage(.directory, UInt64(claim.block).key, .number)
    }
  }
}

// MARK: Hashes of entries

extension HashPurpose {
  /// Stored nowhere.
  fileprivate static let directoryEntry = HashPurpose("directory-entry")
}

extension EntryView {
  /// The month due depends on the policy of its time.
  fileprivate func hashWithoutMonth(in bytes: RawSpan, of vault: VaultID) -> Digest {
    var entry = bytes.copy(range)
    for index in Self.monthDue { entry[index] = 0 }
    return Digest(.directoryEntry, vault: vault, data: entry)
  }
}

extension DirectoryEntry {
  fileprivate func hashWithoutMonth(of vault: VaultID) -> Digest {
    var entry = self
    entry.monthDue = 0
    return Digest(.directoryEntry, vault: vault, data: Array(entry.encoded().dropFirst(2)))
  }
}
