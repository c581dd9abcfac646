import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault recovery`: what the sheet in the drawer is for.
struct RecoveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Check, use or replace the recovery sheet.",
    subcommands: [Check.self, Use.self, Renew.self])

  /// `uidvault recovery check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Prove that a sheet is the one this vault trusts; changes nothing.")

    @OptionGroup var options: VaultOptions
    @OptionGroup var key: RecoveryKeyOptions
    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
      try StandardOutput.check()
      let vault = try VaultOpening(options: options).vault()
      let identity = try key.identity(options.passphrase)
      try vault.check(identity)
      if json { return try JSONAnswer.write(SheetJSON(trusted: true)) }
      try StandardOutput.write("This is the recovery sheet that the vault trusts.\n")
    }
  }

  /// `uidvault recovery use`.
  struct Use: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "use",
      abstract: "Make one new supervisor with the recovery sheet.",
      discussion: """
        For the day on which no supervisor can unlock the vault. --as is the new supervisor's name. \
        The keys are exchanged, and a new sheet takes the old one's place.
        """)

    @OptionGroup var options: VaultOptions
    @OptionGroup var key: RecoveryKeyOptions
    @OptionGroup var stretching: StretchingOptions
    @OptionGroup var sheet: SheetOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
      let cost = try stretching.cost(options.passphrase)
      try confirmation.check(options.passphrase)
      try StandardOutput.check()
      try options.passphrase.checkDescriptor()
      let vault = try VaultOpening(options: options).vault()
      let name = try Unlocking(options: options).memberName()
      let identity = try key.identity(options.passphrase)
      try vault.check(identity)
      try confirmation.ask(
        options.passphrase,
        ["\(name.text) becomes a supervisor, and the sheet is replaced by a new one."], "Go on?")
      let passphrase = try PassphraseEntry(options: options.passphrase).new(for: name.text)
      let progress = RotationBar()
      defer { progress.end() }
      let change = SheetChange(path: sheet.recoverySheet, passphrase: options.passphrase)
      let organization = try vault.organization(by: identity)
      _ = try change.make(
        isNeeded: true, organization: organization, fingerprint: vault.fingerprint
      ) {
        try vault.recover(
          with: identity, as: name, passphrase: passphrase, cost: cost, sheet: $0,
          now: Now.seconds, progress: progress.update)
      }
      progress.end()
      if json {
        return try JSONAnswer.write(
          JoinedJSON(name: name.text, role: Role.supervisor.word, words: vault.fingerprint))
      }
      try StandardOutput.write(lines: [
        "\(name.text) is a supervisor now, and the keys are exchanged.",
        "Keep the old sheet for as long as backups made under it; the new one for all later ones.",
      ])
    }
  }

  /// `uidvault recovery renew`.
  struct Renew: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew",
      abstract: "Replace the recovery sheet by a new one, and exchange the keys.")

    @OptionGroup var options: VaultOptions
    @OptionGroup var reason: ReasonOption
    @OptionGroup var sheet: SheetOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    func run() throws {
      try confirmation.check(options.passphrase)
      let session = try Unlocking(options: options).session()
      try confirmation.ask(
        options.passphrase,
        ["The sheet in use opens nothing that is written later; a new one takes its place."],
        "Go on?")
      let progress = RotationBar()
      defer { progress.end() }
      let change = SheetChange(path: sheet.recoverySheet, passphrase: options.passphrase)
      try change.make(
        isNeeded: true, organization: try session.policy().organization,
        fingerprint: session.fingerprint
      ) { try session.renewRecovery(sheet: $0, reason.order, progress: progress.update) }
      progress.end()
      if json { return try JSONAnswer.write(SheetJSON(trusted: true)) }
      try StandardOutput.write(lines: [
        "The new recovery sheet counts, and the keys are exchanged.",
        "Keep the old sheet for as long as backups made under it.",
      ])
    }
  }
}

/// What `recovery check` and `recovery renew` answer; docs/JSON.md.
struct SheetJSON: Encodable {
  let trusted: Bool
}

/// The key on the sheet: typed, or a line from a descriptor.
struct RecoveryKeyOptions: ParsableArguments {
  @Option(
    name: .customLong("recovery-fd"),
    help: ArgumentHelp(
      "Read the recovery key as a line from this descriptor.", valueName: "number"))
  var descriptorText: String?

  /// Reads the key; a typing error is told with its place, never with what was typed.
  func identity(_ passphrase: PassphraseOptions) throws -> RecoveryIdentity {
    let entry = PassphraseEntry(options: passphrase)
    let typed = try entry.recoveryKey(from: try descriptor())
    do {
      return try typed.withBytes { (bytes) throws(CryptoError) in
        try RecoveryIdentity(text: bytes)
      }
    } catch {
      throw CommandFailure(recoveryKey: error)
    }
  }

  private func descriptor() throws(CommandFailure) -> Int32? {
    guard let descriptorText else { return nil }
    guard let number = Int32(descriptorText), number >= 0 else {
      throw .usage("--recovery-fd is not a number")
    }
    return number
  }
}

extension CommandFailure {
  /// What was typed is no recovery key.
  fileprivate init(recoveryKey error: CryptoError) {
    let problem =
      switch error {
      case .wrongLength(let expected, let found):
        "a recovery key has \(expected) characters, and \(found) were typed"
      case .character(let position):
        "character \(position) of the recovery key cannot stand there"
      default: "the recovery key has a typing error"
      }
    self.init(
      problem, hints: ["compare it with the sheet, group by group"], status: .wrongPassphrase)
  }
}
