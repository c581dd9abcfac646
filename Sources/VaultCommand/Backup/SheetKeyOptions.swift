import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// Which key opens a backup: a supervisor's passphrase of its day, or the recovery sheet.
struct SheetKeyOptions: ParsableArguments {
  @Flag(help: "Open it with the recovery sheet of its day, whose key is asked for.")
  var withSheet = false

  @OptionGroup var key: RecoveryKeyOptions

  /// Whether the sheet is to open it.
  var isGiven: Bool { withSheet || key.descriptorText != nil }
}
