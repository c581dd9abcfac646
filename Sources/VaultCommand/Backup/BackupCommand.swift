import ArgumentParser

/// `uidvault backup`: copies that survive the office, and the way back.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Make, check and restore backups.",
    discussion: """
      A backup is an age file to the recovery key and to every supervisor. Making one needs no \
      passphrase, so that a timer can do it.
      """,
    subcommands: [
      BackupExportCommand.self, BackupVerifyCommand.self, BackupDrillCommand.self,
      BackupRestoreCommand.self,
    ])
}
