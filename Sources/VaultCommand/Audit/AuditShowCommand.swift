import ArgumentParser
import Terminal
import VaultCore

/// `uidvault audit show`: the log's entries.
struct AuditShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show who did what, when, to which clients, and why.",
    discussion: """
      For supervisors and auditors. Clients stand by their ids. A client may be named by UID only by \
      supervisors: that, and --with-uids, joins a UID to an id and is recorded first.
      """)

  @Option(
    help: ArgumentHelp("Only what this member did, present or former.", valueName: "name"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "Only what was done to this client: a UID, or @ and at least 6 characters of an id.",
      valueName: "uid|id"))
  var client: String?

  @Option(
    help: ArgumentHelp(
      "Only this kind; may be given several times: find, show, add, edit, invite, …",
      valueName: "kind"))
  var action: [AuditAction] = []

  @OptionGroup var period: AuditPeriodOptions
  @OptionGroup var uids: AuditUIDOptions
  @OptionGroup var options: VaultOptions
  @OptionGroup var answer: AnswerOptions

  @Flag(help: "Answer as a table for a spreadsheet (CSV).")
  var csv = false

  func validate() throws {
    if csv, answer.json { throw ValidationError("--csv and --json exclude each other") }
  }

  func run() throws {
    var filter = AuditFilter()
    filter.period = try period.period()
    filter.member = try AuditLog.name(member)
    filter.actions = Set(action.map(\.action))
    try ClientArgument.refuseName(client)
    let session = try Unlocking(options: options).session()
    if let client {
      filter.client = try ClientArgument(options: options.passphrase)
        .reference(client, under: try session.policy())
    }
    let reading = try AuditLog.read(session) { progress in
      try session.audit(filter, uids.order(), progress: progress)
    }
    try show(reading, of: session)
    try AuditLog.finish(reading.damage)
    if reading.entries.isEmpty { throw AnsweredNo() }
  }

  private func show(_ reading: AuditReading, of session: Session) throws {
    if answer.json {
      return try JSONAnswer.write(lines: reading.entries.map { AuditEntryJSON($0, in: reading) })
    }
    if csv { return try AuditCSV.write(reading) }
    let lines = AuditPage.lines(reading)
    guard !reading.uids.isEmpty else { return try StandardOutput.write(lines: lines) }
    try Screen.show(
      lines, answer.keeping, idle: Int(try session.policy().idleMinutes) * 60)
  }
}

/// A kind of entry as it is typed.
struct AuditAction: ExpressibleByArgument {
  let action: Action

  init?(argument: String) {
    guard let action = Action(code: argument.lowercased()) else { return nil }
    self.action = action
  }

  static var allValueStrings: [String] { Action.allCases.map(\.code) }
}
