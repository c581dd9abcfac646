import ArgumentParser
import Terminal
import VaultCore

/// `uidvault add`: registers a client.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Register a client, unless somebody resembles them too much.",
    discussion: """
      On a terminal it leads through one sitting: is this person known already, the card for HMIS, \
      the UID, the rest of the card. With --stdin it reads clients as JSON, one a line, and answers \
      one line each.
      """)

  @Flag(help: "Read clients as JSON from standard input, one a line.")
  var stdin = false

  @Flag(help: "Register also somebody who is only similar to others.")
  var allowSimilar = false

  @Flag(help: "Register also somebody who is certainly there already; for supervisors.")
  var allowDuplicate = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption

  func run() throws {
    try options.passphrase.checkBeside(standardInput: stdin ? .read : .unused)
    if !stdin { _ = try Interaction(options.passphrase).terminal() }
    let session = try Unlocking(options: options).session(reading: .directory)
    if stdin {
      try ClientLines(session: session, duplicates: rule, reason: reason.reason).run()
    } else {
      let terminal = try Interaction(options.passphrase).terminal()
      try Registration(session: session, rule: rule, reason: reason.reason).run(on: terminal)
    }
  }

  private var rule: DuplicateRule {
    if allowDuplicate { return .allowDuplicate }
    return allowSimilar ? .allowSimilar : .ask
  }
}
