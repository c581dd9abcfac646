package import VaultCrypto
import VaultStore

extension Vault {
  /// Unlocks a vault that came out of a backup for whoever opened the backup.
  ///
  /// - Parameter keys: What opened the backup.
  /// - Returns: The vault, unlocked for the supervisor.
  /// - Throws: `.unknownMember` for keys of nobody who is present in it, `.foreignVault`,
  ///   `.damaged`, `.roster`, `.file`.
  package func session(with keys: borrowing BackupKeys) throws(VaultError) -> Session {
    try check(keys)
    guard let member = keys.member else { throw .backup(.noPassphrase) }
    let (roster, opening) = try store.read {
      (reading) throws(VaultError) -> (VerifiedRoster, MemberOpening) in
      let rows = Rows(reading: reading)
      let roster = try rows.roster()
      guard let present = roster.present(member.id), present.isSupervisor else {
        throw .unknownMember
      }
      let row = try rows.memberRow(of: present, in: roster.end)
      return (roster, MemberOpening(row: row, member: present, version: roster.end))
    }
    guard member.keys.publicKeys == opening.member.keys else {
      throw .damage(.member, member.id.bytes, .key)
    }
    try roster.check(member.pin)
    return Session(vault: self, standing: try Standing(opening, with: member.keys, under: roster))
  }

  /// Opens a vault that came out of a backup with the recovery sheet, to look at it.
  ///
  /// - Throws: `.otherSheet`, `.foreignVault`, `.backup`, `.damaged`, `.file`.
  package func session(
    with identity: borrowing RecoveryIdentity, _ keys: borrowing BackupKeys
  ) throws(VaultError) -> Session {
    try check(keys)
    return Session(vault: self, standing: try standing(ofRecovery: identity))
  }

  /// What the header says must be what is inside.
  private func check(_ keys: borrowing BackupKeys) throws(VaultError) {
    guard let version = keys.version, version != roster.end.number else { return }
    throw .backup(.altered)
  }

  /// Whether this account has seen more than there is here; nothing is remembered of it.
  ///
  /// - Throws: `.memory`, `.damaged`, `.file`.
  package func isOlder(
    thanSeenBy memory: any AccountMemory, session: Session
  ) throws(VaultError) -> Bool {
    let account = Account(memory: memory, path: "", intent: .follow(accepting: nil))
    guard let seen = try account.recall(roster.vault) else { return false }
    let (end, last) = (roster.end, try session.lastLink())
    return (end.generation, end.number, last) < (seen.generation, seen.number, seen.link.number)
  }

  /// Notes in this account that a backup of this vault was opened and found sound.
  package func noteSound(
    _ hash: Digest, made: UInt64, session: Session, in memory: any AccountMemory
  ) throws(VaultError) {
    let link = try session.lastLink()
    Account(memory: memory, path: "", intent: .follow(accepting: nil)).noteBackup(
      Diary.Backup(
        time: made, rosterNumber: roster.end.number, lastLink: link, hash: hash, verified: true),
      of: roster.vault)
  }
}

extension Session {
  fileprivate func lastLink() throws(VaultError) -> UInt64 {
    try look { (_, tree) throws(VaultError) in tree.tip.number }
  }

  /// Puts the backups that this account has made or found sound into the vault's diary; does
  /// nothing for who cannot write it, or where there are none.
  ///
  /// - Throws: `.memory`, `.damaged`, `.file`.
  package func recordBackups(now: UInt64) throws(VaultError) {
    guard standing.epochKeys.identity != nil, let account = vault.freshness?.account else { return }
    let news = try account.backupNotes(of: vaultID).news
    guard !news.isEmpty else { return }
    try change { (change) throws(VaultError) in
      var diary = change.tree.diary
      for backup in news { diary.note(backup) }
      try change.store(diary)
      try change.append(LogContent(.backup, reason: .none), at: now)
    }
    account.changeNotes(of: vaultID) { $0.markRecorded(news) }
  }

  /// Puts a drill on record.
  ///
  /// - Throws: `.notPermitted`, `.damaged`, `.file`.
  package func recordDrill(now: UInt64) throws(VaultError) {
    try standing.requireSupervisor()
    try change { (change) throws(VaultError) in
      var diary = change.tree.diary
      diary.lastDrill = now
      try change.store(diary)
      try change.append(LogContent(.drill, reason: .none), at: now)
    }
  }
}
