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
    let kept = try keptMembers(of: members)
    try confirm(kept, of: members)
    try settleAndTell(session, kept)
  }
}

// MARK: Who stays

extension SettleCommand {
  private func keptMembers(of members: [SettlingMember]) throws -> KeptMembers {
    guard let keepMembers else { return try askForEach(of: members) }
    if keepMembers == "all" { return .all }
    let names = try keepMembers.split(separator: ",").map { try Unlocking.name(String($0)) }
    let known = members.map(\.name)
    guard names.allSatisfy({ known.contains($0) || isSelf($0) }) else {
      throw CommandFailure(
        "--keep-members names somebody who is no member in this copy",
        hints: ["leave it away to be asked for each by name"], status: .trouble)
    }
    return .only(names.filter { known.contains($0) })
  }

  /// The signer stays in any case, whether named or not.
  private func isSelf(_ name: MemberName) -> Bool {
    let given = options.member ?? Environment.value(of: "UIDVAULT_MEMBER")
    do { return try given.map { try Unlocking.name($0) } == name } catch { return false }
  }

  private func askForEach(of members: [SettlingMember]) throws -> KeptMembers {
    guard !members.isEmpty else { return .all }
    let dialogue = try Interaction(options.passphrase).dialogue()
    try dialogue.say([
      "These are the members of this copy. Whoever was removed since it was made is in it again.",
      "Answer n for everybody who is to have no access.", "",
    ])
    var names: [MemberName] = []
    for member in members {
      let since = JSONTime.text(member.since).prefix(10)
      let question = "Does \(member.name.text), \(member.role.word) since \(since), stay?"
      if try dialogue.decision(question) == .yes { names.append(member.name) }
    }
    return .only(names)
  }

  private func confirm(_ kept: KeptMembers, of members: [SettlingMember]) throws {
    guard !yes else { return }
    let dialogue = try Interaction(options.passphrase).dialogue()
    var leaving: [String] = []
    if case .only(let names) = kept {
      leaving = members.filter { !names.contains($0.name) }.map(\.name.text)
    }
    try dialogue.say([
      leaving.isEmpty ? "Everybody stays." : "No access any more: \(leaving.joined(separator: ", ")).",
      "All open invitations are withdrawn, and the keys are exchanged.",
      "What only other copies hold is lost to this one. This cannot be taken back.",
    ])
    guard try dialogue.decision("Make this copy the one that counts?", usual: .no) == .yes else {
      throw CommandFailure("nothing was changed", status: .no)
    }
  }
}

// MARK: The act

extension SettleCommand {
  private func settle(_ session: Session, _ kept: KeptMembers) throws -> Settlement {
    guard session.replacesSheet(keeping: kept) else {
      return try settle(session, kept, sheet: .none)
    }
    let identity = RecoveryIdentity()
    let file = try handOver(identity, of: session)
    do {
      let settlement = try settle(session, kept, sheet: .proven(identity))
      Self.keep(file)
      return settlement
    } catch let uncleaned as Uncleaned {
      // Once the keys are exchanged the new sheet counts, whatever comes after.
      Self.keep(file)
      throw uncleaned
    }
  }

  private static func keep(_ file: consuming ProvisionalFile?) {
    switch consume file {
    case .some(let file): file.keep()
    case .none: break
    }
  }

  /// The keys were exchanged, but the file could not be cleaned; told after the words.
  private struct Uncleaned: Error {
    let words: VersionWords
    let failure: VaultError
  }

  private func settle(
    _ session: Session, _ kept: KeptMembers, sheet: consuming NewSheet
  ) throws -> Settlement {
    let progress = Progress("exchanging the keys", total: nil)
    defer { progress.end() }
    do throws(VaultError) {
      return try session.settle(
        keeping: kept, sheet: sheet,
        Session.MemberOrder(reason: reason.reason, now: Now.seconds)
      ) { done, _ in progress.update(done) }
    } catch .uncleaned(let problem) {
      throw Uncleaned(words: session.versionWords, failure: .uncleaned(problem))
    }
  }

  /// Shows the new sheet, or writes it into a file that goes again if nothing comes of it.
  private func handOver(
    _ identity: borrowing RecoveryIdentity, of session: Session
  ) throws -> ProvisionalFile? {
    let sheet = RecoverySheet(
      organization: try session.policy().organization, fingerprint: session.fingerprint,
      day: String(JSONTime.text(Now.seconds).prefix(10)))
    let entry = options.passphrase
    guard let recoverySheet else {
      if entry.noInput { throw CommandFailure(vault: .recoverySheetNeeded) }
      try sheet.show(on: try Interaction(entry).terminal(), identity)
      return nil
    }
    let file: ProvisionalFile
    do throws(TerminalError) { file = try sheet.write(to: recoverySheet, identity) } catch {
      throw CommandFailure(sheet: error)
    }
    // A program has no drawer to look into; whoever gives the passphrase by descriptor is one.
    if try entry.descriptor() == nil, !entry.noInput {
      try RecoverySheet.prove(identity, at: recoverySheet, in: try Interaction(entry).dialogue())
    }
    return file
  }

  /// Settles, and tells the words in any case in which other accounts will ask for them.
  private func settleAndTell(_ session: Session, _ kept: KeptMembers) throws {
    do {
      try tell(try settle(session, kept).words)
    } catch let uncleaned as Uncleaned {
      try tell(uncleaned.words)
      throw uncleaned.failure
    }
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
