import ArgumentParser
import Terminal
import VaultCore

/// `uidvault member remove`.
struct MemberRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a member, or withdraw an invitation, and exchange the keys.",
    discussion: """
      From then on they read nothing that is written, with no copy of the file. What they saw or \
      copied before, old copies of the file and old backups stay as they are.
      """)

  @Argument(help: ArgumentHelp("The member's name.", valueName: "name"))
  var name: String

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var confirmation: ConfirmationOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let name = try Unlocking.name(name)
    try confirmation.check(options.passphrase)
    let session = try Unlocking(options: options).session()
    try session.checkOther(name)
    if session.isInvited(name) { return try withdraw(name, session) }
    let made = try session.madeBy(name)
    let replacesSheet = session.replacesSheet(endingRoleOf: name)
    try confirmation.ask(
      options.passphrase, before(name.text, made, replacesSheet), "Remove \(name.text)?")
    let progress = RotationBar()
    defer { progress.end() }
    let change = SheetChange(path: sheet.recoverySheet, passphrase: options.passphrase)
    let left = try change.make(
      isNeeded: replacesSheet, organization: try session.policy().organization,
      fingerprint: session.fingerprint
    ) { try session.remove(name, sheet: $0, reason.order, progress: progress.update) }
    progress.end()
    if json { return try JSONAnswer.write(RemovedJSON(name: name.text, made: made, left: left)) }
    try StandardOutput.write(lines: after(name.text, made, left))
  }

  private func before(_ name: String, _ made: [String], _ replacesSheet: Bool) -> [String] {
    var lines = [
      "\(name): no access to anything that is written from now on.", "The keys are exchanged.",
    ]
    lines += Self.remains
    if !made.isEmpty {
      lines += ["Invited by them, and staying:"] + made.map { "    \($0)" }
    }
    if replacesSheet { lines.append("They had made the recovery sheet: a new one comes first.") }
    return lines
  }

  private func after(_ name: String, _ made: [String], _ left: MemberLeaving) -> [String] {
    var lines = ["\(name) is no longer a member; the keys are exchanged."]
    lines += MemberLeavingPage.lines(left) + Self.remains
    if !made.isEmpty {
      lines += ["Invited by them; do all of them belong here?"] + made.map { "    \($0)" }
    }
    return lines
  }

  private static let remains = [
    "What they saw or copied stays with them. Old copies of the file and old",
    "backups still open with the passphrase of their time.",
  ]

  private func withdraw(_ name: MemberName, _ session: Session) throws {
    try confirmation.ask(
      options.passphrase, ["The code that \(name.text) was told will open nothing any more."],
      "Withdraw the invitation?")
    let progress = RotationBar()
    defer { progress.end() }
    let left = try session.remove(name, sheet: .none, reason.order, progress: progress.update)
    progress.end()
    if json { return try JSONAnswer.write(RemovedJSON(name: name.text, made: [], left: left)) }
    try StandardOutput.write(lines: ["The invitation is withdrawn, and the keys are exchanged."])
  }
}

/// What ended together with a member's rights.
enum MemberLeavingPage {
  static func lines(_ left: MemberLeaving) -> [String] {
    var lines: [String] = []
    if left.withdrawnCount > 0 {
      lines.append(
        "Withdrawn with them: \(left.withdrawnCount) open invitation(s) that they had made.")
    }
    if left.isSheetReplaced {
      lines.append("The old recovery sheet opens old backups only; keep the new one instead.")
    }
    return lines
  }
}
