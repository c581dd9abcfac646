import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault init`: makes a new vault.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new vault, with you as its first supervisor.",
    discussion: """
      Asks for what is not given: the organization, whether it is a victim service provider, your \
      name, your passphrase twice; then shows the recovery sheet, of which a part is typed back.
      """)

  @Argument(
    help: ArgumentHelp("The new vault's file.", valueName: "file"),
    completion: .file(extensions: ["uidvault"]))
  var file: String

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "member"))
  var member: String?

  @Option(help: ArgumentHelp("The agency's name, at most 50 characters.", valueName: "name"))
  var organization: String?

  @Option(
    help: ArgumentHelp(
      "Whether the agency is a victim service provider: no or yes.", valueName: "no|yes"))
  var victimServiceProvider: String?

  @Option(
    help: ArgumentHelp(
      "Write the recovery sheet to a new file instead of showing it.", valueName: "file"),
    completion: .file())
  var recoverySheet: String?

  @Option(
    help: ArgumentHelp(
      "Memory for stretching passphrases, 64 to 1024 MiB.", valueName: "MiB"))
  var kdfMemory = String(StretchingCost.standard.memoryMiB)

  @Option(help: ArgumentHelp("Passes over that memory, 3 to 10.", valueName: "number"))
  var kdfPasses = String(StretchingCost.standard.passes)

  @Option(
    help: ArgumentHelp(
      "Share the file with this group, for a PC with several accounts (0660).", valueName: "name"))
  var group: String?

  @Flag(help: "Do not make this the vault that is meant when none is named.")
  var noDefault = false

  @Flag(help: "Make this the default of every account of this machine.")
  var system = false

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  @OptionGroup var passphrase: PassphraseOptions

  func run() throws {
    if noDefault, system {
      throw CommandFailure.usage("--no-default and --system contradict each other")
    }
    try StandardOutput.check()
    try passphrase.checkDescriptor()
    let vaultFile = try VaultFile(path: file)
    try vaultFile.checkIsFree()
    try vaultFile.check(sharing)
    let cost = try stretchingCost()
    try checkSheetCanBeKept()
    let organization = try organizationName()
    try refuseVictimServiceProvider()
    let name = try memberName()
    let founding = try founding(organization, founder: name)
    let secret = try PassphraseEntry(options: passphrase).new(for: name.text)
    let sheet = RecoverySheet(
      organization: organization, fingerprint: founding.fingerprint(),
      day: String(JSONTime.text(Now.seconds).prefix(10)))
    // Kept before the vault is made: a sheet without a vault is void, but a vault without
    // its sheet could never be recovered.
    switch try handOver(sheet, of: founding) {
    case .some(let file): file.keep()
    case .none: break
    }
    do {
      let vault = try vaultFile.create(
        founding, sharing: sharing, passphrase: secret, cost: cost,
        memory: StateMemory())
      try report(vault, at: try vaultFile.resolvedPath())
    } catch let error as VaultError {
      if let recoverySheet { try OutputFile.remove(recoverySheet) }
      throw error
    }
  }
}

// MARK: Answers

extension InitCommand {
  private var sharing: VaultFile.Sharing { group.map { .group($0) } ?? .owner }

  private func organizationName() throws -> String {
    try organization
      ?? Interaction(passphrase).dialogue().line("Your organization's name: ", limit: 512)
  }

  /// Victim service providers must not disclose identifying information to HMIS at all.
  ///
  /// Source: 42 USC 11363; 34 USC 12291(b)(2).
  private func refuseVictimServiceProvider() throws {
    guard try isVictimServiceProvider() else { return }
    throw CommandFailure(
      "a victim service provider must not record clients in HMIS, not even anonymously",
      hints: [
        "the law has you use a comparable database instead: 42 USC 11363, 34 USC 12291(b)(2)",
        "ask your Continuum of Care's HMIS lead which one; no vault was made",
      ], status: .notPermitted)
  }

  private func isVictimServiceProvider() throws -> Bool {
    switch victimServiceProvider {
    case "no": return false
    case "yes": return true
    case .some:
      throw CommandFailure.usage("--victim-service-provider is neither no nor yes")
    case nil: break
    }
    let dialogue = try Interaction(passphrase).dialogue()
    let question = "Is it a victim service provider (domestic violence, sexual assault)?"
    return try dialogue.decision(question) == .yes
  }

  private func memberName() throws -> MemberName {
    let typed =
      try member
      ?? Interaction(passphrase).dialogue().line("Your own name in this vault: ", limit: 256)
    return try Unlocking.name(typed)
  }

  private func founding(_ organization: String, founder: MemberName) throws -> Founding {
    do {
      return try Founding(organization: organization, founder: founder, now: Now.seconds)
    } catch .empty {
      throw CommandFailure.usage("the organization needs a name")
    } catch .tooLong {
      throw CommandFailure.usage("the organization's name has more than 50 characters")
    } catch .character {
      throw CommandFailure.usage(
        "the organization's name has a character that HMIS refuses (< > [ ] { } or invisible)")
    }
  }

  private func stretchingCost() throws -> StretchingCost {
    guard let memory = Int(kdfMemory), let passes = Int(kdfPasses) else {
      throw CommandFailure.usage("--kdf-memory and --kdf-passes are numbers")
    }
    do {
      return try StretchingCost(
        passes: passes, memoryMiB: memory, machineMiB: Machine.memoryMiB ?? 0,
        beyondMachine: passphrase.acceptMemory ? .accept : .refuse)
    } catch {
      throw CommandFailure(crypto: error)
    }
  }
}

// MARK: The sheet, and the end

extension InitCommand {
  /// Without a terminal the sheet must have a file to go to.
  private func checkSheetCanBeKept() throws {
    if let recoverySheet {
      do { _ = try OutputFile(at: recoverySheet, .refuse) } catch {
        throw CommandFailure(sheet: error)
      }
      return
    }
    do { _ = try Interaction(passphrase).terminal() } catch {
      throw CommandFailure.usage(
        "the recovery sheet has nowhere to go", hints: ["add --recovery-sheet FILE"])
    }
  }

  /// Shows the sheet, or writes it into a file that goes again if the vault does not come to be.
  private func handOver(
    _ sheet: RecoverySheet, of founding: borrowing Founding
  ) throws -> ProvisionalFile? {
    let path = recoverySheet
    let entry = passphrase
    return try founding.withRecoveryIdentity { identity in
      guard let path else {
        try sheet.show(on: try Interaction(entry).terminal(), identity)
        return nil
      }
      let file: ProvisionalFile
      do throws(TerminalError) { file = try sheet.write(to: path, identity) } catch {
        throw CommandFailure(sheet: error)
      }
      // A program has no drawer to look into; whoever gives the passphrase by descriptor is one.
      if try entry.descriptor() == nil, !entry.noInput {
        try RecoverySheet.prove(identity, at: path, in: try Interaction(entry).dialogue())
      }
      return file
    }
  }

  private func report(_ vault: Vault, at path: String) throws {
    let note = noDefault ? nil : try DefaultVault.offer(path, for: system ? .system : .user)
    if json { return try JSONAnswer.write(FoundedJSON(file: path, words: vault.fingerprint)) }
    let lines = [
      "A new vault is at \(path).", "Its words: \(vault.fingerprint.joined(separator: " "))",
      note, "Register your first client with: uidvault add",
    ]
    try StandardOutput.write(lines: lines.compactMap { $0 })
  }
}

/// What `init` answers; docs/JSON.md, "init".
struct FoundedJSON: Encodable {
  let file: String
  let words: [String]
}

extension CommandFailure {
  /// The recovery sheet cannot be written.
  init(sheet error: TerminalError) {
    let failure = CommandFailure(terminal: error)
    self.init(
      "the recovery sheet: \(failure.problem)", hints: ["name a new file with --recovery-sheet"],
      status: .trouble)
  }
}
