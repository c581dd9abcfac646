package import VaultCrypto
import VaultStore

/// What state a vault is in, without an identity and without a UID.
package struct VaultStatus: Sendable {
  package let organization: String
  package let member: String
  package let role: Role
  /// The roster's number.
  package let version: UInt64
  /// The epoch: people see "key set".
  package let keySet: UInt64
  package let members: Int
  /// Invitations whose time has not passed.
  package let openInvitations: Int
  /// Invitations whose time has passed: they are to be withdrawn.
  package let expiredInvitations: Int
  package let clients: StatusCounts
  /// Seconds since 1970, UTC.
  package let created: UInt64
  package let lastRotation: UInt64?
  package let lastBackup: UInt64?
  package let lastDrill: UInt64?
  package let rotationOwed: Bool
  package let vacuumOwed: Bool
  /// Links of the log.
  package let logEntries: UInt64
  /// When the last of them was made, by the clock of whoever made it.
  package let lastEntry: UInt64
  /// Clients whose retention has run out.
  package let retentionDue: Int?
  /// Clients that this member registered and that wait for a UID.
  package let pendingMine: Int?
  package let fingerprint: [String]
  package let versionWords: VersionWords
  /// What this account knew of the vault when it was opened.
  package let visit: Vault.Visit
  package let memoryLock: Sodium.MemoryLock
}

extension Session {
  /// Finds the state of the vault; nothing is revealed and nothing recorded.
  ///
  /// - Parameter now: Seconds since 1970, UTC.
  /// - Returns: The state.
  /// - Throws: `.damaged`, `.file`.
  package func status(now: UInt64) throws(VaultError) -> VaultStatus {
    try look { (rows, tree) throws(VaultError) in
      let tally = try self.tally(rows, tree, now: now)
      let name = try Self.name(rows, tree.standing)
      let end = tree.standing.roster.end
      let invitations = end.members.filter { $0.kind == .invitation && $0.isPresent }
      return VaultStatus(
        organization: tree.policy.organization, member: name.text,
        role: tree.standing.member.role ?? .auditor, version: end.number, keySet: end.epoch,
        members: end.members.count { $0.kind == .person && $0.isPresent },
        openInvitations: invitations.count { now < $0.expires },
        expiredInvitations: invitations.count { now >= $0.expires },
        clients: tree.head.counts, created: tree.diary.created,
        lastRotation: tree.diary.lastRotation,
        lastBackup: try self.lastBackup(in: tree.diary),
        lastDrill: tree.diary.lastDrill, rotationOwed: end.rotationOwed,
        vacuumOwed: tree.diary.vacuumOwed, logEntries: tree.tip.number, lastEntry: tree.link.time,
        retentionDue: tally?.due, pendingMine: tally?.mine, fingerprint: self.vault.fingerprint,
        versionWords: VersionWords(of: tree.standing.roster), visit: self.vault.visit,
        memoryLock: Sodium.memoryLock)
    }
  }

  /// When the last backup was made that the diary or this account knows of.
  private func lastBackup(in diary: Diary) throws(VaultError) -> UInt64? {
    let noted = try vault.freshness?.account.backupNotes(of: vaultID).news ?? []
    return (diary.backups + noted).map(\.time).max()
  }

  /// The newest backup that was opened and found sound; nil if none is known.
  ///
  /// - Throws: `.damaged`, `.memory`, `.file`.
  package func newestSoundBackup() throws(VaultError) -> Diary.Backup? {
    let noted = try vault.freshness?.account.backupNotes(of: vaultID).news ?? []
    let known = try look { (_, tree) throws(VaultError) in tree.diary.backups } + noted
    return known.filter(\.verified).max { $0.time < $1.time }
  }

  /// The member's own name, as the house keeps it.
  ///
  /// - Throws: `.damaged`, `.file`.
  package func name() throws(VaultError) -> MemberName {
    try vault.store.read { (reading) throws(VaultError) in
      let rows = Rows(reading: reading)
      return try Self.name(rows, try self.standing.renewed(in: rows))
    }
  }

  private static func name(_ rows: Rows, _ standing: Standing) throws(VaultError) -> MemberName {
    guard let name = try standing.opening(in: rows).name(with: standing.epochKeys) else {
      preconditionFailure("a person has a name")
    }
    return name
  }

  /// Counts what only holders of the identity key can see.
  private func tally(
    _ rows: Rows, _ tree: Tree, now: UInt64
  ) throws(VaultError) -> (due: Int, mine: Int)? {
    guard let keys = tree.standing.epochKeys.identity else { return nil }
    let directory = Directory(
      rows: rows,
      opening: BlockOpening(
        hashes: tree.head.blockHashes, vault: tree.standing.vault,
        epoch: tree.standing.epochKeys.epoch,
        keys: keys))
    let month = DirectoryEntry.monthDue(after: now, years: 0)
    let mine = tree.standing.member.id
    let counts = try directory.concurrently { (_, block) throws(FormatProblem) in
      var count = (due: 0, mine: 0)
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        var offset = view.range.lowerBound - 2
        if view.isDue(in: month, bytes) { count.due += 1 }
        guard view.status == .pending else { return }
        if try DirectoryEntry(from: bytes, at: &offset).owner == mine { count.mine += 1 }
      }
      return count
    }
    return counts.reduce((0, 0)) { ($0.0 + $1.due, $0.1 + $1.mine) }
  }
}

extension EntryView {
  /// Whether the month due is not after a month, and the client was not destroyed.
  func isDue(in month: UInt16, _ bytes: RawSpan) -> Bool {
    let position = range.lowerBound + 42
    let due = UInt16(bytes.byte(position)) << 8 | UInt16(bytes.byte(position + 1))
    return due != 0 && due <= month && status != .destroyed
  }
}
