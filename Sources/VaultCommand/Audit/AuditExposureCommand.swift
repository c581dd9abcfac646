import ArgumentParser
import Terminal
import VaultCore

/// `uidvault audit exposure`: who could have been seen, by whom, since when.
struct AuditExposureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "After a lost laptop or a leaver: which clients could have been seen, and by whom.",
    discussion: """
      For supervisors and auditors. Counts for each member all clients that stood in the vault while \
      they held the key, as a member with the file and a passphrase can read every one of them \
      without an entry, and lists those whom their entries name. --client makes a statement for one \
      client of who looked at them, when and why; --for-funder counts by month and kind alone. \
      Naming a client by UID, and --with-uids, are for supervisors and recorded first.
      """)

  @Option(
    help: ArgumentHelp("Only what this member could see, present or former.", valueName: "name"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "A statement for this client: a UID, or @ and at least 6 characters of an id.",
      valueName: "uid|id"))
  var client: String?

  @Flag(help: "Counts by month and kind alone: no names, ids or UIDs.")
  var forFunder = false

  @OptionGroup var period: AuditPeriodOptions
  @OptionGroup var uids: AuditUIDOptions
  @OptionGroup var options: VaultOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    if forFunder, member != nil || client != nil || uids.withUIDs {
      throw ValidationError("--for-funder goes with --since and --until alone")
    }
    if client != nil, member != nil {
      throw ValidationError("--client and --member exclude each other")
    }
  }

  func run() throws {
    let period = try period.period()
    let name = try AuditLog.name(member)
    try ClientArgument.refuseName(client)
    let session = try Unlocking(options: options).session()
    if forFunder { return try count(session, in: period) }
    if let client {
      let reference = try ClientArgument(options: options.passphrase)
        .reference(client, under: try session.policy())
      return try state(reference, session, in: period)
    }
    let found = try AuditLog.read(session) { progress in
      try session.exposure(of: name, in: period, uids.order(), progress: progress)
    }
    if answer.json {
      try JSONAnswer.write(ExposureJSON(found))
    } else {
      try show(
        name == nil ? ExposurePage.overview(found) : ExposurePage.lines(found), of: session,
        revealing: !found.uids.isEmpty)
    }
    try AuditLog.finish(found.damage)
  }

  /// What a funder is owed.
  private func count(_ session: Session, in period: AuditPeriod) throws {
    let report = try AuditLog.read(session) { progress in
      try session.activity(in: period, progress: progress)
    }
    if answer.json {
      try JSONAnswer.write(ActivityJSON(report))
    } else {
      try StandardOutput.write(lines: ExposurePage.lines(report))
    }
    try AuditLog.finish(report.damage)
  }

  /// What a client is owed.
  private func state(
    _ client: ClientReference, _ session: Session, in period: AuditPeriod
  ) throws {
    var filter = AuditFilter()
    (filter.client, filter.period) = (client, period)
    let reading = try AuditLog.read(session) { progress in
      try session.audit(filter, uids.order(), progress: progress)
    }
    if answer.json {
      try JSONAnswer.write(StatementJSON(reading))
    } else {
      try show(
        ExposurePage.statement(reading), of: session, revealing: !reading.uids.isEmpty)
    }
    try AuditLog.finish(reading.damage)
    if reading.entries.isEmpty { throw AnsweredNo() }
  }

  private func show(_ lines: [String], of session: Session, revealing: Bool) throws {
    guard revealing else { return try StandardOutput.write(lines: lines) }
    try Screen.show(
      lines, answer.keeping, idle: Int(try session.policy().idleMinutes) * 60)
  }
}
