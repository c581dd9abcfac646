import Terminal
import VaultCrypto

/// The page that is kept in a drawer: it opens the vault's backups and makes a new supervisor.
struct RecoverySheet {
  let organization: String
  let fingerprint: [String]
  /// The day on which it was made, ISO 8601.
  let day: String

  /// Characters of the key that prove it was kept.
  static let proofCount = 8

  private var before: [String] {
    [
      "UID VAULT - RECOVERY SHEET", "", "Organization:  \(organization)", "Made on:       \(day)",
      "Vault:         \(fingerprint.prefix(4).joined(separator: " "))",
      "               \(fingerprint.dropFirst(4).joined(separator: " "))", "",
      "Recovery key:", "",
    ]
  }

  private var after: [String] {
    [
      "", "Whoever has this key and the vault's file, or a backup, can read everything.",
      "Print it or write it down, lock it away, and keep no copy on a computer.",
      "Keep it for as long as backups made under it: it opens those and no later ones.",
    ]
  }

  /// Writes the sheet into a new file that only its owner can read, and that goes again unless
  /// the vault comes to be.
  ///
  /// The key goes from guarded memory to the file without a copy in between.
  func write(
    to path: String, _ identity: borrowing RecoveryIdentity
  ) throws(TerminalError) -> ProvisionalFile {
    var file = try OutputFile(at: path, .refuse)
    try file.write(before.map { $0 + "\n" }.joined() + "    ")
    try identity.withText { (key) throws(TerminalError) in try file.write(key) }
    try file.write("\n" + after.map { $0 + "\n" }.joined())
    return try ProvisionalFile(file, at: path)
  }

  /// Shows the sheet on the alternate screen until a key, and has a part of it typed back.
  func show(on terminal: ControllingTerminal, _ identity: borrowing RecoveryIdentity)
    throws(TerminalError)
  {
    let key = Self.text(of: identity)
    try Screen.session(on: terminal, idle: nil) { (dialogue) throws(TerminalError) in
      var warning: [String] = []
      repeat {
        try dialogue.clear()
        // In two rows: one is easily copied wrongly.
        let rows = [String(key.prefix(40)), String(key.dropFirst(40))].map { "    " + $0 }
        try dialogue.say(before + rows + after + warning)
        _ = try dialogue.key("Press a key when you have written it down or printed it. ")
        try dialogue.clear()
        warning = ["", Self.mistaken]
      } while try !Self.isProven(key, in: dialogue)
    }
  }

  /// Has the end of a written sheet's key typed back.
  static func prove(
    _ identity: borrowing RecoveryIdentity, at path: String, in dialogue: Dialogue
  ) throws(TerminalError) {
    try dialogue.say(["The recovery sheet is written to \(path).", "Print it now, then delete it."])
    let key = text(of: identity)
    while try !isProven(key, in: dialogue) { try dialogue.say(mistaken) }
  }

  private static func isProven(
    _ key: String, in dialogue: Dialogue
  ) throws(TerminalError) -> Bool {
    let typed = try dialogue.line("The last \(proofCount) characters of the key on your sheet: ")
    return typed.filter { !$0.isWhitespace }.uppercased() == key.suffix(proofCount)
  }

  private static let mistaken = "That is not what the sheet says. Please look again."

  private static func text(of identity: borrowing RecoveryIdentity) -> String {
    identity.withText { $0.asciiText }
  }
}
