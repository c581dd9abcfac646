import Terminal
import VaultCore
import VaultCrypto

/// A backup that was decrypted into a file, and unlocked for whoever opened it.
///
/// The file holds the vault as it was, still sealed; it goes again unless it is kept.
struct OpenedBackup: ~Copyable {
  let file: ProvisionalFile
  let vault: Vault
  let session: Session
  /// When the backup was made; nil for an age file that was made by hand.
  let made: UInt64?
  /// The hash of the backup's bytes.
  let hash: BackupHash.Value
  /// The sheet's key, if that opened it.
  let sheet: RecoveryIdentity?
}

/// The way from a backup's path to an unlocked copy of the vault.
struct BackupOpening {
  let path: String
  let passphrase: PassphraseOptions
  let sheet: SheetKeyOptions

  /// Decrypts the backup into a new file, and unlocks what it holds.
  ///
  /// - Parameters:
  ///   - target: The new file's path.
  ///   - account: Who opens the copy; nil to remember nothing of it.
  /// - Returns: The copy, unlocked.
  /// - Throws: every failure of reading, opening and unlocking.
  func open(
    into target: String, for account: Account? = nil
  ) throws -> OpenedBackup {
    try StandardOutput.check()
    try passphrase.checkDescriptor()
    let backup = try BackupFile(reading: try BackupInput(path: path).next)
    let identity = sheet.isGiven ? try sheet.key.identity(passphrase) : nil
    let keys = try Self.keys(
      of: backup, identity, try passphraseOfTheDay(unless: sheet.isGiven),
      Unlocking.budget(passphrase))
    let made = backup.made
    let output = try BackupOutput(at: target)
    let progress = Progress("opening the backup, MiB", total: nil)
    defer { progress.end() }
    var written = 0
    let hash = try backup.decrypt(with: keys) { bytes in
      try output.write(bytes)
      written += bytes.byteCount
      progress.update(written >> 20)
    }
    let file = try output.commitProvisionally(at: target)
    let vault = try VaultFile(path: target).open(for: account)
    let session = try Self.session(of: vault, identity, keys)
    return OpenedBackup(
      file: file, vault: vault, session: session, made: made, hash: hash, sheet: identity)
  }

  private func passphraseOfTheDay(unless hasSheet: Bool) throws -> Passphrase? {
    if hasSheet { return nil }
    return try PassphraseEntry(options: passphrase)
      .existing(for: "a supervisor, of the day of the backup")
  }

  private static func keys(
    of backup: borrowing BackupFile, _ identity: borrowing RecoveryIdentity?,
    _ passphrase: consuming Passphrase?, _ budget: Vault.MemoryBudget
  ) throws -> BackupKeys {
    switch identity {
    case .some(let identity): return try backup.keys(with: identity)
    case .none: break
    }
    guard let passphrase else { throw Self.wrongPassphrase }
    do throws(VaultError) { return try backup.keys(with: passphrase, within: budget) } catch {
      throw error == .wrongPassphrase ? Self.wrongPassphrase : error
    }
  }

  private static let wrongPassphrase = CommandFailure(
    "wrong passphrase",
    hints: [
      "a backup opens with the passphrase that one of its supervisors had on its day",
      "or with the recovery sheet of that day: add --with-sheet",
    ], status: .wrongPassphrase)

  private static func session(
    of vault: Vault, _ identity: borrowing RecoveryIdentity?, _ keys: borrowing BackupKeys
  ) throws -> Session {
    switch identity {
    case .some(let identity): return try vault.session(with: identity, keys)
    case .none: return try vault.session(with: keys)
    }
  }

  /// A path for a copy that is only looked at: where the system keeps what may be large and goes.
  static func temporaryPath() -> String {
    let folder = Environment.value(of: "TMPDIR") ?? "/var/tmp"
    return folder + "/" + hiddenName()
  }

  /// A name by chance, that tells nothing.
  static func hiddenName() -> String {
    ".uidvault-\(String(UInt64.random(in: .min ... .max), radix: 16))"
  }
}

/// A backup's bytes, piece by piece.
private final class BackupInput {
  private let input: InputBytes

  init(path: String) throws { input = try InputBytes(path: path) }

  func next() throws -> [UInt8]? {
    let bytes = try input.next()
    return bytes.isEmpty ? nil : bytes
  }
}
