import VaultStore

/// Who is about to leave the vault in an export, which the log says before this list exists.
package struct ExportList: Sendable {
  let ids: Set<UInt64>

  /// How many clients.
  package var count: Int { ids.count }
}

/// Something that an export cannot hold, because its row is damaged.
package struct ExportGap: Equatable, Sendable {
  /// The client; nil where the damaged row is a block of the directory.
  package let id: ClientID?
  /// The client's UID, present or else the last one.
  package let uid: String?
  package let damage: Damage
}

/// Why an export ended.
package enum ExportFailure<StreamFailure: Error>: Error {
  /// Whoever takes the clients failed, in words of their own.
  case stream(StreamFailure)
  case vault(VaultError)
}

extension Session {
  /// Records that all clients are to be exported, and who they are; durable when it returns.
  ///
  /// - Parameter order: Why and when; an export is never without a reason.
  /// - Returns: The list, without which nothing is exported.
  /// - Throws: `.notPermitted` for others than supervisors, `.reasonDemanded`, `.unknownReason`,
  ///   `.damaged` for rows that every read depends on, `.file`.
  package func listForExport(_ order: MemberOrder) throws(VaultError) -> ExportList {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      guard reason != .none else { throw .reasonDemanded(change.policy.reasons) }
      var ids: [ClientID] = []
      // Blocks that cannot be read name nobody who could be shown; the export itself tells of them.
      _ = try change.directory().forEachSoundEntry { ids.append($0.id) }
      try change.append(LogContent(.export, reason: reason, clients: ids), at: order.now)
      return ExportList(ids: Set(ids.map(\.number)))
    }
  }

  /// Hands over every client of a list; damage costs only its place.
  ///
  /// Clients who were registered since the list was recorded are left out.
  ///
  /// - Parameters:
  ///   - list: Who was recorded.
  ///   - take: Takes one client after another.
  /// - Returns: What is missing.
  /// - Throws: `.stream` what `take` throws; `.vault` with `.damaged` for rows that every read
  ///   depends on, `.notPermitted`, `.file`.
  package func export<Failure: Error>(
    _ list: ExportList, to take: (Client) throws(Failure) -> Void
  ) throws(ExportFailure<Failure>) -> [ExportGap] {
    var missing: [ExportGap] = []
    var failure: Failure?
    do throws(VaultError) {
      try look { (rows, tree) throws(VaultError) in
        try tree.standing.requireSupervisor()
        let records = ClientRecords(rows: rows, standing: tree.standing)
        let blocks = try Directory(rows: rows, under: tree).forEachSoundEntry {
          (entry) throws(VaultError) in
          guard failure == nil, list.ids.contains(entry.id.number) else { return }
          guard let client = try records.record(of: entry, missing: &missing) else { return }
          do throws(Failure) { try take(client) } catch { failure = error }
        }
        missing = blocks + missing
      }
    } catch {
      throw .vault(error)
    }
    if let failure { throw .stream(failure) }
    return missing
  }
}

extension Directory {
  /// The directory that a tree names.
  ///
  /// - Throws: `.notPermitted` without the identity key.
  init(rows: Rows, under tree: Tree) throws(VaultError) {
    self.init(
      rows: rows,
      opening: BlockOpening(
        hashes: tree.head.blockHashes, vault: tree.standing.vault,
        epoch: tree.standing.epochKeys.epoch, keys: try tree.standing.identityKeys()))
  }

  /// Calls `body` with every entry of the blocks that can be read, one block in memory at a time.
  ///
  /// - Returns: The blocks that cannot.
  /// - Throws: what `body` throws; `.file`.
  fileprivate func forEachSoundEntry(
    _ body: (DirectoryEntry) throws(VaultError) -> Void
  ) throws(VaultError) -> [ExportGap] {
    var gaps: [ExportGap] = []
    for number in opening.hashes.indices {
      let entries: [DirectoryEntry]
      do throws(VaultError) { entries = try self.entries(inBlock: number) } catch .damaged(
        let damage)
      {
        gaps.append(ExportGap(id: nil, uid: nil, damage: damage))
        continue
      }
      for entry in entries { try body(entry) }
    }
    return gaps
  }
}

extension ClientRecords {
  /// Reads a record, or notes that it is damaged.
  ///
  /// - Throws: `.notPermitted`, `.file`.
  fileprivate func record(
    of entry: DirectoryEntry, missing: inout [ExportGap]
  ) throws(VaultError) -> Client? {
    do throws(VaultError) { return try record(of: entry) } catch .damaged(let damage) {
      let uid = entry.uids.first.map { String(decoding: $0, as: UTF8.self) }
      missing.append(ExportGap(id: entry.id, uid: uid, damage: damage))
      return nil
    }
  }
}
