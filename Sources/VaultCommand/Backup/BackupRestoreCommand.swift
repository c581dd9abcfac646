import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault backup restore`: makes a backup the vault that counts.
struct BackupRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a vault of a backup, for the day of the fire.",
    discussion: """
      Every row is checked first. Confirm who is still a member: whoever was removed since the \
      backup is in it again. Invitations are withdrawn, the keys exchanged, and every other account \
      then asks for the eight words that this prints. With the recovery sheet (--with-sheet) --as is \
      the name of a new supervisor, and a new sheet takes the old one's place.
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The new vault's file; nothing may be there.", valueName: "newfile"))
  var to: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The supervisor whose passphrase opens it, or the new one's name with the sheet.",
      valueName: "member"))
  var member: String

  @Option(
    help: ArgumentHelp(
      "Who stays: all, or names with commas between them; otherwise asked one by one.",
      valueName: "names"))
  var keepMembers: String?

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var sheet: SheetKeyOptions
  @OptionGroup var newSheet: SheetOptions
  @OptionGroup var stretching: StretchingOptions
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var reason: ReasonOption

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    if passphrase.noInput, keepMembers == nil {
      throw CommandFailure.usage(
        "it is not said who stays", hints: ["add --keep-members all, or their names"])
    }
    let cost = try stretching.cost(passphrase)
    let name = try Unlocking.name(member)
    let place = try VaultFile(path: to).pathForCreation()
    try VaultFile(path: to).checkIsFree()
    let memory = StateMemory().map { MemoryUntilNamed($0) }
    let account = memory.map { Account(memory: $0, path: place, intent: .settle) }
    let opened = try BackupOpening(path: file, passphrase: passphrase, sheet: sheet)
      .open(into: Self.beside(place), for: account)
    let report = try BackupVerifyCommand.check(opened.session)
    guard report.isSound else {
      throw VaultError.backup(.unsound(report.damage.count + report.damageBeyond))
    }
    try restore(opened, as: name, cost, place, clients: report.clients) { memory?.pass() }
  }

  /// A hidden file in the new vault's own folder.
  private static func beside(_ place: String) -> String {
    let folder = place.prefix { _ in true }.lastIndex(of: "/").map { place[..<$0] } ?? "."
    return folder + "/" + BackupOpening.hiddenName()
  }
}

// MARK: The act

extension BackupRestoreCommand {
  private func restore(
    _ opened: consuming OpenedBackup, as name: MemberName, _ cost: StretchingCost, _ place: String,
    clients: Int, named: () -> Void
  ) throws {
    let session = opened.session
    if !sheet.isGiven, try session.name() != name { throw VaultError.backup(.otherName) }
    let members = try session.settlingMembers()
    let question = MembersToKeep(given: keepMembers, passphrase: passphrase, own: name)
    let kept = try question.decide(on: members)
    if !confirmation.yes, !passphrase.noInput {
      try question.confirm(kept, of: members, "Make this backup the vault that counts?")
    }
    let (words, version) = try settle(opened, as: name, cost, kept)
    try opened.file.keep(as: String(place.split(separator: "/").last ?? "vault.uidvault"))
    named()
    try tell(RestoredJSON(clients: clients, version: version, words: words.words), place)
  }

  private func settle(
    _ opened: borrowing OpenedBackup, as name: MemberName, _ cost: StretchingCost,
    _ kept: KeptMembers
  ) throws -> (VersionWords, UInt64) {
    let progress = RotationBar()
    defer { progress.end() }
    let (vault, session) = (opened.vault, opened.session)
    let change = SheetChange(path: newSheet.recoverySheet, passphrase: passphrase)
    let organization = try session.policy().organization
    switch opened.sheet {
    case .some(let identity):
      let new = try PassphraseEntry(options: passphrase).new(for: name.text)
      let restored = try change.make(
        isNeeded: true, organization: organization, fingerprint: vault.fingerprint
      ) { next in
        try vault.recover(
          with: identity, as: name, passphrase: new, cost: cost, sheet: next, now: Now.seconds,
          settling: kept, progress: progress.update)
      }
      return (restored.versionWords, restored.version)
    case .none:
      let settled = try change.make(
        isNeeded: session.replacesSheet(keeping: kept), organization: organization,
        fingerprint: vault.fingerprint
      ) { next in
        try session.settle(
          keeping: kept, sheet: next, reason.order, from: .backup, progress: progress.update)
      }
      return (settled.words, session.version)
    }
  }

  private func tell(_ restored: RestoredJSON, _ place: String) throws {
    if json { return try JSONAnswer.write(restored) }
    try StandardOutput.write(lines: [
      "The vault is at \(place): version \(restored.version),"
        + " \(Counted(restored.clients, "client", "clients")).",
      "Its words: \(restored.words.joined(separator: " "))",
      "Tell them to everybody who uses this vault, in person or by telephone: they are asked for.",
    ])
  }
}

/// What `backup restore` answers; docs/JSON.md.
struct RestoredJSON: Encodable {
  let clients: Int
  let version: UInt64
  let words: [String]
}
