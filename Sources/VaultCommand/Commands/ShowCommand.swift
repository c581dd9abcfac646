import ArgumentParser
import Terminal
import VaultCore

/// `uidvault show`: who stands behind a UID.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show who stands behind a UID.",
    discussion: "That you looked is recorded before anything is shown.")

  @Argument(help: "A UID, or an id: @ and at least 6 characters. Asked for if left out.")
  var client: String?

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try ClientArgument.refuseName(client)
    let session = try Unlocking(options: options).session(reading: .directory)
    let policy = try session.policy()
    let reference = try ClientArgument(options: options.passphrase)
      .reference(client, under: policy)
    let found = try session.show(reference, reason: reason.reason, now: Now.seconds)
    if answer.json { return try JSONAnswer.write(ClientJSON(client: found)) }
    try Screen.show(
      ClientPage.lines(found), answer.keeping, idle: Int(policy.idleMinutes) * 60)
  }
}
