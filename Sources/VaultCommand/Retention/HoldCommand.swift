import ArgumentParser
import Terminal
import VaultCore

/// `uidvault hold`: stops the destruction of a client, or allows it again.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Put a client under a legal hold, or end it.",
    discussion: """
      As long as a hold stands, the client cannot be destroyed, whatever the policy's retention \
      says. For supervisors. When and why it began stays with the client; who, in the log.
      """)

  @Argument(help: "A UID, or an id: @ and at least 6 characters.")
  var client: String

  @Argument(help: ArgumentHelp("Whether it shall stand: on or off.", valueName: "on|off"))
  var holding: String

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    try ClientArgument.refuseName(client)
    let holding = try wanted()
    let session = try Unlocking(options: options).session(reading: .directory)
    try session.payOwed()
    let reference = try ClientArgument(options: options.passphrase)
      .reference(client, under: try session.policy())
    let (held, wasSo) = try session.hold(holding, reference, reason.order)
    if json { return try JSONAnswer.write(HeldJSON(held, wasSo: wasSo)) }
    let id = held.id.shortText
    if let hold = held.hold {
      let verb = wasSo ? "is already" : "is now"
      try StandardOutput.write(
        "The client \(id) \(verb) under a legal hold, since \(JSONTime.day(hold.since)).\n")
    } else {
      let words = wasSo ? "under no" : "no longer under a"
      try StandardOutput.write("The client \(id) is \(words) legal hold.\n")
    }
  }

  /// What was asked for, which is not repeated where it is neither: it may be a name.
  private func wanted() throws -> Session.Holding {
    switch holding {
    case "on": return .on
    case "off": return .off
    default:
      throw CommandFailure.usage(
        "behind the client stands on or off", hints: ["uidvault hold UID on --reason legal"])
    }
  }
}

/// What `hold` answers; docs/JSON.md, "hold".
struct HeldJSON: Encodable {
  let id: String
  let hold: Bool
  let changed: Bool
  let since: String?
  let reason: String?

  init(_ client: Client, wasSo: Bool) {
    id = client.id.text
    hold = client.hold != nil
    changed = !wasSo
    since = client.hold.map { JSONTime.text($0.since) }
    reason = client.hold.flatMap { $0.reason.isEmpty ? nil : $0.reason }
  }
}
