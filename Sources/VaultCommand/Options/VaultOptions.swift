import ArgumentParser
import Terminal

/// Which vault, and who is at work; on every command that opens one.
struct VaultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The vault's file; otherwise UIDVAULT_FILE, otherwise the default vault.",
      valueName: "file"),
    completion: .file(extensions: ["uidvault"]))
  var vault: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are in this vault; otherwise UIDVAULT_MEMBER, otherwise asked.",
      valueName: "member"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "Accept a new beginning of the vault, by the eight words that `settle` has shown.",
      valueName: "words"))
  var acceptWords: String?

  @OptionGroup var passphrase: PassphraseOptions

  /// The vault's path.
  ///
  /// - Throws: a usage failure if none was named anywhere.
  func path() throws -> String {
    if let named = vault ?? Environment.value(of: "UIDVAULT_FILE") { return named }
    if let usual = try DefaultVault.path() { return usual }
    throw CommandFailure.usage(
      "which vault?",
      hints: ["name it with --vault FILE, or make one with uidvault init FILE"])
  }
}

/// How a passphrase comes in, and whether anything may be asked.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp(
      "Read the passphrase as a line from this descriptor.", valueName: "number"))
  var descriptorText: String?

  @Flag(help: "Never ask: fail where something is not given.")
  var noInput = false

  @Flag(
    name: .customLong("accept-kdf-memory"),
    help: "Accept a passphrase cost of more than half of this machine's memory.")
  var acceptMemory = false

  /// The descriptor that gives the passphrase; nil to ask for it.
  func descriptor() throws(CommandFailure) -> Int32? {
    guard let descriptorText else { return nil }
    guard let number = Int32(descriptorText), number >= 0 else {
      throw .usage("--passphrase-fd is not a number")
    }
    return number
  }

  /// Refuses a descriptor that gives nothing; to be asked before a file is opened, which would
  /// take a free number and be read as a passphrase.
  func checkDescriptor() throws {
    if let number = try descriptor() { _ = try SecretLines(descriptor: number) }
  }

  /// Refuses a descriptor that standard input is needed for.
  func checkBeside(standardInput used: StandardInputUse) throws(CommandFailure) {
    guard used == .read, try descriptor() == 0 else { return }
    throw .usage(
      "descriptor 0 cannot give both the passphrase and --stdin",
      hints: ["give the passphrase on another: uidvault … --passphrase-fd 3 3<FILE"])
  }
}

/// Whether a command reads its standard input.
enum StandardInputUse {
  case read
  case unused
}

/// Why somebody is looked up or changed.
struct ReasonOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why: one of the codes of the vault's policy, such as intake or service.",
      valueName: "code"))
  var reason: String?
}

/// How an answer is given.
struct AnswerOptions: ParsableArguments {
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  @Flag(help: "On a terminal, print the answer plainly instead of clearing it afterwards.")
  var keep = false

  var keeping: Screen.Keeping { keep ? .kept : .cleared }
}
