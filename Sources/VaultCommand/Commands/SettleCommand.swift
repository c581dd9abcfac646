import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault settle`: makes the file as it is the vault that counts.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Make this copy, older or a branch, the one that counts.",
    discussion: """
      For supervisors, after a backup or an older copy was put back, or where two copies went \
      different ways. Confirm who is still a member: people who were removed since this copy was \
      made are in it again, and so are clients that were destroyed. Invitations are withdrawn and \
      the keys exchanged. Every other account then asks for the eight words that this prints: tell \
      them in person or by telephone. What only the other copy holds is not brought over.
      """)

  @OptionGroup var options: VaultOptions

  @Option(
    help: ArgumentHelp(
      "Who stays: all, or names with commas between them; otherwise asked one by one.",
      valueName: "names"))
  var keepMembers: String?

  @Option(
    help: ArgumentHelp(
      "Where to write a new recovery sheet, if who made the present one does not stay.",
      valueName: "file"))
  var recoverySheet: String?

  @Flag(help: "Do not ask once more.")
  var yes = false

  @OptionGroup var reason: ReasonOption

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    if options.passphrase.noInput, keepMembers == nil || !yes {
      throw CommandFailure.usage(
        "settling cannot be taken back, and is not confirmed",
        hints: ["add --keep-members all, or their names, and --yes"])
    }
    if options.acceptWords != nil {
      throw CommandFailure.usage("settle accepts no other new beginning: it makes one")
    }
    let session = try Unlocking(options: options).session {
      try VaultOpening(options: options).vaultToSettle()
    }
    let members = try session.settlingMembers()
    let question = MembersToKeep(
      given: keepMembers, passphrase: options.passphrase, own: try session.name())
    let kept = try question.decide(on: members)
    if !yes { try question.confirm(kept, of: members, "Make this copy the one that counts?") }
    try settleAndTell(session, kept)
  }
}

// MARK: The act

extension SettleCommand {
  /// Settles, and tells the words in any case in which other accounts will ask for them.
  private func settleAndTell(_ session: Session, _ kept: KeptMembers) throws {
    let change = SheetChange(path: recoverySheet, passphrase: options.passphrase)
    do {
      let settled = try change.make(
        isNeeded: session.replacesSheet(keeping: kept),
        organization: try session.policy().organization, fingerprint: session.fingerprint
      ) { sheet in try settle(session, kept, sheet: sheet) }
      try tell(settled.words)
    } catch VaultError.uncleaned(let problem) {
      try tell(session.versionWords)
      throw VaultError.uncleaned(problem)
    }
  }

  private func settle(
    _ session: Session, _ kept: KeptMembers, sheet: borrowing NewSheet
  ) throws -> Settlement {
    let progress = RotationBar()
    defer { progress.end() }
    return try session.settle(
      keeping: kept, sheet: sheet,
      Session.MemberOrder(reason: reason.reason, now: Now.seconds), progress: progress.update)
  }

  private func tell(_ words: VersionWords) throws {
    if json { return try JSONAnswer.write(SettledJSON(words: words.words)) }
    try StandardOutput.write(lines: [
      "This copy is the one that counts from now on.",
      "Its words: \(words.words.joined(separator: " "))",
      "Tell them to everybody who uses this vault, in person or by telephone: they are asked for.",
    ])
  }
}

/// What `settle` answers; docs/JSON.md, "settle".
struct SettledJSON: Encodable {
  let words: [String]
}
