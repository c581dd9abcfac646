import Terminal
import VaultCore

extension CommandFailure {
  /// A backup was not made, or cannot be used.
  init(backup problem: BackupProblem) {
    switch problem {
    case .notVisited:
      self.init(
        "this account has not unlocked the vault, so it cannot know whose keys to encrypt to",
        hints: ["unlock it once in this account: uidvault status"], status: .trouble)
    case .notAge, .armored, .unknownVersion, .cutShort, .altered, .otherKeys:
      self.init(backupFile: problem)
    case .newerForm:
      self.init(
        "this backup was made by a newer version of this program", hints: ["update uidvault"],
        status: .trouble)
    case .noPassphrase:
      self.init(
        "no passphrase opens this file: it is an age file that was made by hand",
        hints: ["open it with the recovery sheet: --with-sheet"], status: .wrongPassphrase)
    case .otherSheet:
      self.init(
        "this backup was not made to the key on that sheet",
        hints: ["take the sheet that was in use on the day of the backup"],
        status: .wrongPassphrase)
    case .otherName:
      self.init(
        "that passphrase belongs to somebody else than the one named by --as",
        hints: ["give the name and the passphrase of one supervisor, of the day of the backup"],
        status: .wrongPassphrase)
    case .unsound(let rows):
      self.init(
        "the backup is damaged: \(Counted(rows, "row is", "rows are")) not as it should be",
        hints: ["take another one; see what is damaged with uidvault backup verify"],
        status: .damaged)
    }
  }

  /// A backup's file cannot be written.
  init(output error: TerminalError) {
    self.init("the backup: \(CommandFailure(terminal: error).problem)", status: .trouble)
  }

  /// What is wrong with the file as such.
  private init(backupFile problem: BackupProblem) {
    switch problem {
    case .notAge:
      self.init(
        "that file is no backup", hints: ["a backup is an age file; a vault is opened as it is"],
        status: .trouble)
    case .armored:
      self.init(
        "that age file is armored text", hints: ["turn it into a plain one: age -d and age -e"],
        status: .trouble)
    case .unknownVersion:
      self.init("that age file is of a version that is not known here", status: .trouble)
    case .cutShort:
      self.init(
        "the backup is cut short", hints: ["copy it once more, or take another one"],
        status: .damaged)
    case .otherKeys:
      self.init("the backup was made to other keys", status: .wrongPassphrase)
    default:
      self.init(
        "the backup was altered or cut short, or its disk has errors",
        hints: ["copy it once more, or take another one"], status: .damaged)
    }
  }
}
