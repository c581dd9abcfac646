import ArgumentParser
import Terminal
import VaultCore

/// `uidvault backup verify`: whether a backup opens, and every row in it is sound.
struct BackupVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Open a backup and check every row in it; shows nobody.",
    discussion: """
      It opens with the passphrase that a supervisor had on its day, or with the recovery sheet of \
      its day. The copy that is checked is sealed like the vault, and goes again.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var sheet: SheetKeyOptions

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    do { try check() } catch let error as VaultError {
      // So near to the root that nothing behind it can be judged.
      guard error.damage != nil else { throw error }
      let found = CheckedBackupJSON(unopened: error)
      if json { try JSONAnswer.write(found) } else { try StandardOutput.write(lines: found.lines) }
      throw AnsweredNo(status: .damaged)
    }
  }

  private func check() throws {
    let opened = try BackupOpening(path: file, passphrase: passphrase, sheet: sheet)
      .open(into: BackupOpening.temporaryPath())
    let report = try Self.check(opened.session)
    let memory = StateMemory()
    let isOlder =
      try memory.map { try opened.vault.isOlder(thanSeenBy: $0, session: opened.session) } ?? false
    if report.isSound, let made = opened.made, let memory {
      try opened.vault.noteSound(opened.hash, made: made, session: opened.session, in: memory)
    }
    let found = CheckedBackupJSON(
      report, version: opened.vault.version, made: opened.made, isOlder: isOlder)
    if json { try JSONAnswer.write(found) } else { try StandardOutput.write(lines: found.lines) }
    if !report.isSound { throw AnsweredNo(status: .damaged) }
  }

  /// Checks every row, with progress.
  static func check(_ session: Session) throws -> VerificationReport {
    let progress = Progress("checking rows", total: nil)
    defer { progress.end() }
    return try session.verify { done, _ in progress.update(done) }
  }
}

/// What `backup verify` found; docs/JSON.md.
struct CheckedBackupJSON: Encodable {
  let sound: Bool
  let clients: Int
  let version: UInt64
  let made: String?
  /// Whether this account has seen a later version.
  let older: Bool
  let damaged: Int

  private enum CodingKeys: String, CodingKey {
    case sound, clients, version, made, older, damaged
  }

  /// Plain lines for a person.
  let lines: [String]

  /// A copy of which no row could be judged.
  init(unopened error: VaultError) {
    (sound, clients, version, made, older, damaged) = (false, 0, 0, nil, false, 1)
    lines = [
      "The backup is damaged: \(CommandFailure(vault: error).problem).",
      "Nothing in it can be read; take another one.",
    ]
  }

  init(_ report: VerificationReport, version: UInt64, made: UInt64?, isOlder: Bool) {
    sound = report.isSound
    clients = report.clients
    self.version = version
    self.made = made.map(JSONTime.text)
    older = isOlder
    damaged = report.damage.count + report.damageBeyond
    let people = Counted(clients, "client", "clients")
    let day = self.made.map { " of \($0.prefix(10))" } ?? ""
    var lines =
      report.isSound
      ? ["The backup\(day) is sound: version \(version), \(people)."]
      : report.damage.map { "The row \($0.place) \($0.problem.words)." }
        + ["The backup\(day) is damaged; \(people) in it can be read."]
    if isOlder { lines.append("This account has seen a newer version of the vault.") }
    self.lines = lines
  }
}
