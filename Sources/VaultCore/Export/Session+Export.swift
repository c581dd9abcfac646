extension Session {
  /// Gives every client, in the order in which they came, after that is recorded.
  ///
  /// Who came into the vault since it was recorded is not given. What is damaged costs only itself.
  ///
  /// - Parameters:
  ///   - order: Why and when.
  ///   - progress: Called with clients done and clients in all.
  ///   - take: Takes each client that can be read.
  /// - Returns: How many were given, and what is missing.
  /// - Throws: `.sink` what `take` throws; `.vault` with `.notPermitted`, `.reasonDemanded`,
  ///   `.unknownReason`, `.damaged` for damage nearer to the root, `.file`.
  package func export<Failure: Error>(
    _ order: MemberOrder, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    _ take: (Client) throws(Failure) -> Void
  ) throws(ExportFailure<Failure>) -> ExportReport {
    var failure: Failure?
    let report: ExportReport
    do throws(VaultError) {
      try checkExport(order)
      let listed = try recordExport(order)
      report = try look { (rows, tree) throws(VaultError) in
        var walk = try ExportWalk(rows, tree, listed: listed)
        try walk.run { (client, number) in
          do throws(Failure) { try take(client) } catch {
            failure = error
            return .stop
          }
          progress(number, listed.count)
          return .next
        }
        return walk.report
      }
    } catch {
      throw .vault(error)
    }
    if let failure { throw .sink(failure) }
    return report
  }

  /// Refuses an order to export before anything is asked or made; a reason is demanded whatever
  /// policy says, as nothing shows more.
  ///
  /// - Throws: `.notPermitted`, `.reasonDemanded`, `.unknownReason`; `.damaged`, `.file`.
  package func checkExport(_ order: MemberOrder) throws(VaultError) {
    try check(order)
    guard order.reason?.isEmpty == false else { throw .reasonDemanded(try policy().reasons) }
  }

  /// Records that all clients are exported.
  ///
  /// - Returns: Their ids in ascending order.
  private func recordExport(_ order: MemberOrder) throws(VaultError) -> [UInt64] {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      var ids: [UInt64] = []
      let directory = try change.directory()
      for number in change.tree.head.blockHashes.indices {
        for entry in try directory.readableEntries(inBlock: number).entries {
          ids.append(entry.id.number)
        }
      }
      try change.append(
        LogContent(.export, reason: reason, clients: ids.map(ClientID.init(number:))),
        at: order.now)
      return ids.sorted()
    }
  }
}

/// One run over all clients, within one read transaction.
private struct ExportWalk {
  private let directory: Directory
  private let records: ClientRecords
  private let total: UInt64
  private let listed: [UInt64]
  private(set) var report = ExportReport()

  init(_ rows: Rows, _ tree: Tree, listed: [UInt64]) throws(VaultError) {
    directory = Directory(
      rows: rows,
      opening: BlockOpening(
        hashes: tree.head.blockHashes, vault: tree.standing.vault,
        epoch: tree.standing.epochKeys.epoch, keys: try tree.standing.identityKeys()))
    records = ClientRecords(rows: rows, standing: tree.standing)
    total = tree.head.counts.total
    self.listed = listed
  }

  /// Whether the run goes on.
  enum Step {
    case next
    case stop
  }

  /// Calls `take` with each client and how many that makes.
  mutating func run(_ take: (Client, Int) -> Step) throws(VaultError) {
    var named: UInt64 = 0
    for number in directory.opening.hashes.indices {
      let block = try directory.readableEntries(inBlock: number)
      if let damage = block.damage {
        report.add(ExportReport.Missing(id: nil, uid: nil, damage: damage))
      }
      named += UInt64(block.entries.count)
      for entry in block.entries where isListed(entry.id) {
        switch try records.readable(entry) {
        case .success(let client):
          report.clients += 1
          if take(client, report.clients) == .stop { return }
        case .failure(let damage):
          let uid = entry.uids.first.map { String(decoding: $0, as: UTF8.self) }
          report.add(ExportReport.Missing(id: entry.id, uid: uid, damage: damage))
        }
      }
    }
    // Nothing but a damaged block makes a difference; a forged head counts anything.
    if total > named { report.unnamed = Int(clamping: total - named) }
  }

  private func isListed(_ id: ClientID) -> Bool {
    var (low, high) = (0, listed.count)
    while low < high {
      let middle = (low + high) / 2
      if listed[middle] < id.number { low = middle + 1 } else { high = middle }
    }
    return low < listed.count && listed[low] == id.number
  }
}

extension Directory {
  /// All entries of one block, or none and what is wrong with it.
  ///
  /// - Throws: `.store`.
  func readableEntries(
    inBlock number: Int
  ) throws(VaultError) -> (entries: [DirectoryEntry], damage: Damage?) {
    do throws(VaultError) { return (try entries(inBlock: number), nil) } catch .damaged(
      let damage)
    {
      return ([], damage)
    }
  }
}
