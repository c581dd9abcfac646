import AgeFormat
package import VaultCrypto
import VaultStore

/// A vault's sealed bytes at one moment, and the keys to which they are encrypted.
///
/// No passphrase is needed: the keys come from the roster, verified forward from the version that
/// this account remembers.
package struct BackupSource: Sendable {
  private let snapshot: StoreSnapshot
  private let recipients: [AgePublicKey]
  private let stanzas: [AgeStanza]
  private let about: BackupStanzas.About
  private let lastLink: UInt64
  let account: Account
  let vault: VaultID
  /// Rows of clients.
  package let clients: Int

  /// The roster's number.
  package var version: UInt64 { about.version }

  init(of store: SQLiteStore, for account: Account, now: UInt64) throws(VaultError) {
    self.account = account
    let (snapshot, state) = try store.snapshot { (reading) throws(VaultError) -> State in
      try State(in: Rows(reading: reading), for: account)
    }
    self.snapshot = snapshot
    let end = state.opening.roster.end
    vault = end.vault
    recipients = state.recipients
    about = BackupStanzas.About(made: now, version: end.number)
    stanzas = BackupStanzas.made(about, wraps: state.wraps)
    (clients, lastLink) = (state.clients, state.lastLink)
    Freshness(state.opening, for: account).keep(state.opening.roster, nil)
  }

  /// What is read in the transaction of the copy.
  private struct State {
    let opening: RosterOpening
    let recipients: [AgePublicKey]
    let wraps: [MemberWrap]
    let clients: Int
    let lastLink: UInt64

    init(in rows: Rows, for account: Account) throws(VaultError) {
      opening = try RosterOpening(in: rows, for: account)
      guard opening.visit == .known, let seen = opening.seen else { throw .backup(.notVisited) }
      let end = opening.roster.end
      let supervisors = end.members.filter(\.isSupervisor)
      recipients = ([opening.roster.recovery] + supervisors).compactMap { $0.keys?.age }
      wraps = try supervisors.map { (member) throws(VaultError) in
        guard let wrap = try rows.memberRow(of: member, in: end).wrap else {
          throw .damage(.member, member.id.bytes, .missing)
        }
        return wrap
      }
      clients = try rows.count(.client)
      lastLink = try Self.lastLink(in: rows, of: opening.roster, seen, account)
    }

    /// The number of the last link, in a log that holds the one which was seen: otherwise an older
    /// copy would be backed up as if it were today's.
    private static func lastLink(
      in rows: Rows, of roster: VerifiedRoster, _ seen: SeenVault, _ account: Account
    ) throws(VaultError) -> UInt64 {
      guard let key = try rows.last(.log)?.key, key.count == 8 else {
        throw .damage(.log, [], .missing)
      }
      let last = key.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let place = account.memory.place(of: roster.vault, .seen)
      guard last >= seen.link.number else { throw .freshness(.older, memory: place) }
      guard seen.link.number >= max(roster.end.firstLink, 1) else { return last }
      let row = try LinkOpening.take(
        try rows.row(.log, seen.link.number.key), number: seen.link.number)
      guard row.hash(in: roster.vault) == seen.link.hash else {
        throw .freshness(.forked, memory: place)
      }
      return last
    }
  }
}

extension BackupSource {
  /// Encrypts the copy, in constant memory.
  ///
  /// - Parameter write: Takes the file's bytes in their order.
  /// - Returns: What `record` keeps once the file stands under its name.
  /// - Throws: what `write` throws; `VaultError.file`.
  package func encrypt(to write: @escaping (RawSpan) throws -> Void) throws -> BackupMade {
    let output = HashedOutput(write)
    do {
      var writer = try AgeWriter<any Error>(
        recipients: recipients, stanzas: stanzas, writing: output.take)
      try snapshot.forEachPiece { try unsafe writer.append($0.span.bytes) }
      try writer.finish()
    } catch AgeTransferError<any Error>.stream(let error) {
      throw error
    } catch let error as StoreError {
      throw VaultError.store(error)
    }
    return BackupMade(
      bytes: output.byteCount,
      backup: Diary.Backup(
        time: about.made, rosterNumber: about.version, lastLink: lastLink, hash: output.finish(),
        verified: false))
  }

  /// Notes a backup in this account, for the vault's diary and for pruning.
  package func record(_ made: BackupMade) {
    account.noteBackup(made.backup, of: vault)
  }
}

/// A backup that was written.
package struct BackupMade: Sendable {
  package let bytes: Int
  let backup: Diary.Backup
}

/// Hashes what passes through to a file.
private final class HashedOutput {
  private let write: (RawSpan) throws -> Void
  private var hashing = BackupHash()
  private(set) var byteCount = 0

  init(_ write: @escaping (RawSpan) throws -> Void) { self.write = write }

  func take(_ bytes: RawSpan) throws {
    try write(bytes)
    hashing.update(bytes)
    byteCount += bytes.byteCount
  }

  func finish() -> Digest { hashing.finish() }
}

/// The hash by which a backup's file is known: of no vault, as whose it is stands inside.
package struct BackupHash: ~Copyable {
  package typealias Value = Digest

  private var hashing: Hashing?

  package init() { hashing = Hashing(purpose: .backup, vault: [UInt8](repeating: 0, count: 16)) }

  package mutating func update(_ bytes: RawSpan) { hashing?.update(bytes) }

  /// Ends the hash; to be called once.
  package mutating func finish() -> Digest {
    guard let hashing = hashing.take() else { preconditionFailure("a hash is ended once") }
    return hashing.finish()
  }
}

extension VaultFile {
  /// Takes a copy of the vault for a backup, under a short lock.
  ///
  /// - Parameters:
  ///   - account: Whose memory says which roster may be followed.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: The copy, to be encrypted.
  /// - Throws: `.backup` (`notVisited`) if this account has not unlocked the vault; `.freshness`,
  ///   `.roster`, `.memory`, `.damaged`, `.file`.
  package func backupSource(for account: Account, now: UInt64) throws(VaultError) -> BackupSource {
    let store: SQLiteStore
    do { store = try SQLiteStore.open(at: path, access: .readWrite) } catch { throw .store(error) }
    return try BackupSource(of: store, for: account, now: now)
  }
}
