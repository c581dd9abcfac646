import ArgumentParser
import Terminal
import VaultCore

/// `uidvault passphrase`: a new passphrase for whoever is at work.
struct PassphraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Choose a new passphrase for yourself.",
    discussion: """
      You get new keys with it. An old copy of the file still opens with the old passphrase; if \
      somebody may know that, a rotation is owed, which a supervisor's next command pays. With \
      --passphrase-fd two lines are read: the old passphrase, then the new one.
      """)

  @Option(
    help: ArgumentHelp(
      "Whether somebody else may know the old passphrase.", valueName: "yes|no"))
  var oldMayBeKnown: String?

  @OptionGroup var options: VaultOptions
  @OptionGroup var stretching: StretchingOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let cost = try stretching.cost(options.passphrase)
    let given = try oldMayBeKnown.map(Self.answer)
    if given == nil, options.passphrase.noInput {
      throw CommandFailure.usage("say whether the old passphrase may be known: --old-may-be-known")
    }
    let session = try Unlocking(options: options).session()
    let old = try given ?? ask()
    let passphrase = try PassphraseEntry(options: options.passphrase).new(
      for: try session.name().text)
    try session.changePassphrase(to: passphrase, cost: cost, old: old, now: Now.seconds)
    let isOwed = session.isRotationOwed
    if json { return try JSONAnswer.write(NewPassphraseJSON(rotationOwed: isOwed)) }
    try StandardOutput.write(
      lines: ["Your new passphrase counts from now on."]
        + (isOwed ? ["A rotation is owed: a supervisor's next command exchanges the keys."] : []))
  }

  private static func answer(_ typed: String) throws -> Session.OldPassphrase {
    switch typed {
    case "yes": .mayBeKnown
    case "no": .isSecret
    default: throw CommandFailure.usage("--old-may-be-known is neither yes nor no")
    }
  }

  private func ask() throws -> Session.OldPassphrase {
    let dialogue = try Interaction(options.passphrase).dialogue()
    let known = try dialogue.decision("May anybody else know your old passphrase?")
    return known == .yes ? .mayBeKnown : .isSecret
  }
}

/// What `passphrase` answers; docs/JSON.md.
struct NewPassphraseJSON: Encodable {
  let rotationOwed: Bool
}
