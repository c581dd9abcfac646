import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault member`: who may do what in the vault.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: "List, invite, reset and remove members, and give them roles.",
    discussion: """
      A supervisor reads and changes everything, and decides who is a member. A caseworker works \
      with clients, and cannot read who looked at whom. An auditor reads who looked at whom, and \
      cannot read a client.
      """,
    subcommands: [
      MemberListCommand.self, MemberInviteCommand.self, MemberResetCommand.self,
      MemberRoleCommand.self, MemberRemoveCommand.self,
    ])
}

/// `uidvault member list`.
struct MemberListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the members and the open invitations.")

  @OptionGroup var options: VaultOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let members = try Unlocking(options: options).session().members()
    if json { return try JSONAnswer.write(MembersJSON(members)) }
    var table = TextTable(columns: [.left, .left, .left])
    for member in members.sorted(by: { $0.name < $1.name }) {
      table.add([member.name, member.role.word, Self.standing(of: member)])
    }
    try StandardOutput.write(lines: table.lines(width: 80))
  }

  private static func standing(of member: ListedMember) -> String {
    guard let expires = member.expires else { return "since \(JSONTime.day(member.since))" }
    return Now.seconds < expires
      ? "invited, until \(JSONTime.day(expires))" : "invitation expired \(JSONTime.day(expires))"
  }
}

/// `uidvault member invite`.
struct MemberInviteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Invite somebody: they join with a code of eight words.",
    discussion: """
      Tell the code in person or by telephone, not in a message that others can read. Whoever joins \
      chooses a passphrase that nobody else knows. Afterwards a rotation is owed, as the code was \
      known to you both: your next command pays it.
      """)

  @Argument(help: ArgumentHelp("The name they will have in this vault.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("What they may do.", valueName: "caseworker|supervisor|auditor"))
  var role: String

  @Option(help: ArgumentHelp("How long the invitation stands, 1 to 30 days.", valueName: "days"))
  var days = "7"

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let name = try Unlocking.name(name)
    let role = try Role(word: role)
    let days = try InvitationDays.read(days)
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    let invitation = try session.invite(
      name, as: role, days: days, cost: .floor, reason.order)
    try InvitationPage(name: name, invitation: invitation).tell(
      json: json, idleSeconds: Int(try session.policy().idleMinutes) * 60)
  }
}

/// `uidvault member reset`.
struct MemberResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Let a member who forgot their passphrase choose a new one.",
    discussion: """
      Ends what their old passphrase opens, exchanges the keys, and gives a code of eight words \
      with which they join again; they keep their name, role and history.
      """)

  @Argument(help: ArgumentHelp("The member's name.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("How long the code stands, 1 to 30 days.", valueName: "days"))
  var days = "7"

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var confirmation: ConfirmationOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let name = try Unlocking.name(name)
    let days = try InvitationDays.read(days)
    try confirmation.check(options.passphrase)
    let session = try Unlocking(options: options).session()
    try session.checkOther(name)
    try confirmation.ask(
      options.passphrase,
      [
        "\(name.text)'s passphrase will open nothing any more, and the keys are exchanged.",
        "They join again with a code that you tell them.",
      ], "Go on?")
    let progress = RotationBar()
    defer { progress.end() }
    let invitation = try sheetChange.make(
      isNeeded: session.replacesSheet(endingRoleOf: name),
      organization: try session.policy().organization, fingerprint: session.fingerprint
    ) { sheet in
      // Not returned: what cannot be copied passes no generic border.
      Invited(
        try session.reset(
          name, days: days, cost: .floor, sheet: sheet, reason.order, progress: progress.update))
    }
    progress.end()
    try InvitationPage(name: name, invitation: invitation.invitation).tell(
      json: json, idleSeconds: Int(try session.policy().idleMinutes) * 60)
  }

  private var sheetChange: SheetChange {
    SheetChange(path: sheet.recoverySheet, passphrase: options.passphrase)
  }

  private final class Invited {
    let invitation: OpenInvitation
    init(_ invitation: consuming OpenInvitation) { self.invitation = invitation }
  }
}

/// `uidvault member role`.
struct MemberRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: "Give a member another role.",
    discussion: """
      Whoever loses a right loses it at once, and the keys are exchanged. Nobody changes their own \
      role.
      """)

  @Argument(help: ArgumentHelp("The member's name.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The new role.", valueName: "caseworker|supervisor|auditor"))
  var role: String

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var sheet: SheetOptions
  @OptionGroup var confirmation: ConfirmationOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let name = try Unlocking.name(name)
    let role = try Role(word: role)
    let session = try Unlocking(options: options).session()
    try session.checkOther(name)
    let ends = session.replacesSheet(endingRoleOf: name) && role != .supervisor
    if !options.passphrase.noInput {
      try confirmation.ask(
        options.passphrase, ["\(name.text) becomes \(role.phrase)."], "Go on?")
    }
    let progress = RotationBar()
    defer { progress.end() }
    let change = SheetChange(path: sheet.recoverySheet, passphrase: options.passphrase)
    let left = try change.make(
      isNeeded: ends, organization: try session.policy().organization,
      fingerprint: session.fingerprint
    ) {
      try session.setRole(of: name, to: role, sheet: $0, reason.order, progress: progress.update)
    }
    progress.end()
    if json {
      return try JSONAnswer.write(RoleJSON(name: name.text, role: role.word, left: left))
    }
    try StandardOutput.write(
      lines: ["\(name.text) is \(role.phrase) now."] + MemberLeavingPage.lines(left))
  }
}
