import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault backup drill`: proves that a backup would serve, and throws everything away.
struct BackupDrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Practise: open a backup, check it, find somebody in it, throw it away.",
    discussion: """
      For supervisors, beside the vault in use, in whose log the drill is recorded. Unlock the vault \
      with your passphrase of today, and the backup with the one of its day, or with the sheet's key \
      (--with-sheet). Then name a client who should be in it. Nothing is left of the drill but the \
      date that status shows.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var options: VaultOptions
  @OptionGroup var sheet: SheetKeyOptions
  @OptionGroup var reason: ReasonOption

  @Flag(help: "Read who is to be found as a line of standard input.")
  var stdin = false

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    try options.passphrase.checkBeside(standardInput: stdin ? .read : .unused)
    let live = try Unlocking(options: options).session()
    guard live.member.role == .supervisor else { throw VaultError.notPermitted }
    let opened = try BackupOpening(path: file, passphrase: options.passphrase, sheet: sheet)
      .open(into: BackupOpening.temporaryPath())
    guard opened.session.isOfSameVault(as: live) else {
      throw CommandFailure(
        "this is a backup of another vault", hints: ["name that vault with --vault"],
        status: .trouble)
    }
    let report = try BackupVerifyCommand.check(opened.session)
    guard report.isSound else {
      throw VaultError.backup(.unsound(report.damage.count + report.damageBeyond))
    }
    let query = try query()
    // On record before the answer says anything of a client.
    try live.recordDrill(now: Now.seconds)
    if let made = opened.made, let memory = StateMemory() {
      try opened.vault.noteSound(opened.hash, made: made, session: opened.session, in: memory)
    }
    let answer = try opened.session.find(query, limit: 1, reason: reason.reason, now: Now.seconds)
    let drilled = DrilledJSON(
      found: answer.hits.count + answer.more, clients: report.clients,
      version: opened.vault.version, made: opened.made.map(JSONTime.text))
    try tell(drilled)
  }

  private func query() throws -> Query {
    let typed: String
    if stdin {
      var lines = try StandardInput.lines(limit: 4096)
      typed = String(decoding: try lines.next() ?? [], as: UTF8.self)
    } else {
      typed = try Interaction(options.passphrase).dialogue()
        .line("Who should be in it (name, birth date, UID)? ", limit: 4096)
    }
    do throws(Query.Problem) { return try Query(typed, today: Now.today) } catch {
      throw CommandFailure(
        "that cannot be searched for", hints: ["give a name, a birth date or a UID"],
        status: .trouble)
    }
  }

  private func tell(_ drilled: DrilledJSON) throws {
    if json {
      try JSONAnswer.write(drilled)
    } else {
      let people = Counted(drilled.clients, "client", "clients")
      try StandardOutput.write(lines: [
        "The backup opens and is sound: version \(drilled.version), \(people).",
        drilled.found == 0
          ? "Nobody in it fits what you typed."
          : "\(Counted(drilled.found, "client fits", "clients fit")) what you typed.",
        "Nothing of it is left; the drill is recorded.",
      ])
    }
    if drilled.found == 0 { throw AnsweredNo() }
  }
}

/// What `backup drill` answers; docs/JSON.md.
struct DrilledJSON: Encodable {
  let found: Int
  let clients: Int
  let version: UInt64
  let made: String?
}
