package import VaultCrypto

/// The backups that an account has made or found sound; docs/FORMAT.md section 13.3.
///
/// They wait here for the vault's diary, which only an unlocked vault can write, and tell which
/// files of a folder are this vault's when old ones are removed.
struct BackupNotes {
  struct Entry: Equatable {
    var backup: Diary.Backup
    /// Whether the vault's diary has it as it is.
    var isRecorded: Bool
  }

  private(set) var entries: [Entry] = []

  private static let heading = Array("uidvault-backups/1\n".utf8)

  init() {}

  /// What the diary has not yet.
  var news: [Diary.Backup] { entries.filter { !$0.isRecorded }.map(\.backup) }

  mutating func note(_ backup: Diary.Backup) {
    if let index = entries.firstIndex(where: { $0.backup.hash == backup.hash }) {
      guard backup.verified, !entries[index].backup.verified else { return }
      entries[index] = Entry(backup: backup, isRecorded: false)
      return
    }
    entries.append(Entry(backup: backup, isRecorded: false))
    while entries.count > Diary.backupLimit {
      let newestSound = entries.lastIndex { $0.backup.verified }
      entries.remove(at: newestSound == 0 ? 1 : 0)
    }
  }

  mutating func markRecorded(_ recorded: [Diary.Backup]) {
    for index in entries.indices where recorded.contains(entries[index].backup) {
      entries[index].isRecorded = true
    }
  }

  func encoded(of vault: VaultID) -> [UInt8] {
    var writer = ByteWriter(capacity: 4096)
    writer.raw(Self.heading)
    writer.raw(vault.bytes)
    writer.u8(UInt8(entries.count))
    for entry in entries {
      entry.backup.encode(to: &writer)
      writer.u8(entry.isRecorded ? 1 : 0)
    }
    writer.digest(Digest(.backupNotes, vault: vault, data: writer.bytes))
    return writer.bytes
  }

  init(_ bytes: [UInt8], of wanted: VaultID) throws(FormatProblem) {
    entries = try bytes.withSpan { (span) throws(FormatProblem) in
      var offset = 0
      guard try span.bytes(Self.heading.count, at: &offset) == Self.heading,
        try span.vaultID(at: &offset) == wanted
      else { throw .badValue }
      let count = Int(try span.u8(at: &offset))
      guard count <= Diary.backupLimit else { throw .badLength }
      let entries = try (0..<count).map { (_) throws(FormatProblem) in
        let backup = try Diary.Backup(from: span, at: &offset)
        let flag = try span.u8(at: &offset)
        guard flag <= 1 else { throw .badValue }
        return Entry(backup: backup, isRecorded: flag == 1)
      }
      let hash = Digest(.backupNotes, vault: wanted, data: span.copy(0..<offset))
      guard try span.digest(at: &offset) == hash else { throw .badValue }
      try span.end(at: offset)
      return entries
    }
  }
}

extension Account {
  /// What is noted of a vault's backups.
  ///
  /// - Throws: `.memory`.
  func backupNotes(of vault: VaultID) throws(VaultError) -> BackupNotes {
    let bytes: [UInt8]?
    do { bytes = try memory.recall(vault, .backups) } catch { throw .memory(error) }
    guard let bytes else { return BackupNotes() }
    do { return try BackupNotes(bytes, of: vault) } catch {
      throw .memory(.damaged(at: memory.place(of: vault, .backups)))
    }
  }

  /// Notes a backup; a note that is damaged stays, and is told at the next unlock.
  func noteBackup(_ backup: Diary.Backup, of vault: VaultID) {
    changeNotes(of: vault) { $0.note(backup) }
  }

  func changeNotes(of vault: VaultID, _ change: (inout BackupNotes) -> Void) {
    memory.keep(vault, .backups) { stored in
      do {
        var notes =
          try stored.map { (bytes) throws(FormatProblem) in
            try BackupNotes(bytes, of: vault)
          } ?? BackupNotes()
        change(&notes)
        return notes.encoded(of: vault)
      } catch {
        return nil
      }
    }
  }
}

/// Which backups an account may remove: those that it made itself.
package struct KnownBackups {
  private let notes: BackupNotes

  /// - Throws: `.memory`.
  package init(of source: BackupSource) throws(VaultError) {
    notes = try source.notes()
  }

  /// When a file of that hash was made, if this account made it or found it sound.
  package func made(_ hash: Digest) -> UInt64? {
    notes.entries.first { $0.backup.hash == hash }?.backup.time
  }

  /// Whether it is the newest that was found sound, which stays in any case.
  package func isNewestSound(_ hash: Digest) -> Bool {
    notes.entries.filter { $0.backup.verified }.max { $0.backup.time < $1.backup.time }?
      .backup.hash == hash
  }
}

extension BackupSource {
  fileprivate func notes() throws(VaultError) -> BackupNotes { try account.backupNotes(of: vault) }
}
