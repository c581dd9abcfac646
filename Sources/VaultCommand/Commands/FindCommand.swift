import ArgumentParser
import Terminal
import VaultCore

/// `uidvault find`: searches by whatever is known of somebody.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search by name, birth date, phone or UID, or parts of them.",
    discussion: """
      On a terminal it asks for words and shows who meets them all; a slip of the finger does no \
      harm. With --stdin it reads one query a line and answers in JSON, one line each. Each list is \
      recorded before it is shown.
      """)

  @Flag(help: "Read queries from standard input, one a line; answers are JSON.")
  var stdin = false

  @Option(help: ArgumentHelp("Most hits that are shown.", valueName: "number"))
  var limit = "20"

  @Flag(help: "On a terminal, print the answer plainly instead of clearing it afterwards.")
  var keep = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption

  private static let limits = 1...1000

  func run() throws {
    try options.passphrase.checkBeside(standardInput: stdin ? .read : .unused)
    guard let limit = Int(limit), Self.limits.contains(limit) else {
      throw CommandFailure.usage("--limit is not a number from 1 to 1000")
    }
    if !stdin { _ = try Interaction(options.passphrase).terminal() }
    let session = try Unlocking(options: options).session(reading: .directory)
    let finding = Finding(session: session, limit: limit, reason: reason.reason)
    if stdin { return try finding.answerLines() }
    // Before anybody types words in vain.
    try finding.checkReason()
    let terminal = try Interaction(options.passphrase).terminal()
    if keep { return try finding.print(on: terminal) }
    try finding.converse(on: terminal)
  }
}
