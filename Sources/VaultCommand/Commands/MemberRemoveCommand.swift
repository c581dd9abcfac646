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
      "\(name) will read nothing that is written from now on: the keys are exchanged."
    ]
    lines += Self.remains(with: name)
    if !made.isEmpty {
      lines.append("They had invited: \(made.joined(separator: ", ")). Who is a member stays one.")
    }
    if replacesSheet {
      lines.append("They had made the recovery sheet: a new one comes first.")
    }
    return lines
  }

  private func after(_ name: String, _ made: [String], _ left: MemberLeaving) -> [String] {
    var lines = ["\(name) is no longer a member; the keys are exchanged."]
    lines += MemberLeavingPage.lines(left) + Self.remains(with: name)
    if !made.isEmpty {
      lines.append("They had invited: \(made.joined(separator: ", ")). Do all of them belong here?")
    }
    return lines
  }

  private static func remains(with name: String) -> [String] {
    [
      "What \(name) saw or copied stays with them, and old copies of the file and old backups",
      "still open with the passphrase of their time.",
    ]
  }
}

/// What ended together with a member's rights.
enum MemberLeavingPage {
  static func lines(_ left: MemberLeaving) -> [String] {
    var lines: [String] = []
    if left.withdrawnCount > 0 {
      lines.append("\(left.withdrawnCount) open invitation(s) that they had made are withdrawn.")
    }
    if left.isSheetReplaced {
      lines.append("The old recovery sheet opens old backups only; keep the new one instead.")
    }
    return lines
  }
}
