import ArgumentParser
import Terminal
import VaultCore

/// `uidvault edit`: changes what is known of a client.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what is known of a client.",
    discussion: """
      On a terminal it asks field by field. With --stdin it reads a JSON merge patch of a client: \
      fields that are given are set, null clears.
      """)

  @Argument(help: "A UID, or an id: @ and at least 6 characters.")
  var client: String

  @Flag(help: "Read a JSON merge patch from standard input.")
  var stdin = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try options.passphrase.checkBeside(standardInput: stdin ? .read : .unused)
    try ClientArgument.refuseName(client)
    let session = try Unlocking(options: options).session(reading: .directory)
    let policy = try session.policy()
    let reference = try ClientArgument(options: options.passphrase)
      .reference(client, under: policy)
    let changed =
      stdin ? try patch(reference, in: session) : try ask(reference, in: session, policy)
    if answer.json { return try JSONAnswer.write(ClientJSON(client: changed)) }
    try StandardOutput.write("Stored: \(changed.id.shortText).\n")
  }

  private func patch(_ reference: ClientReference, in session: Session) throws -> Client {
    let bytes = try StandardInput.all(limit: StandardInput.lineLimit)
    let patch: ClientJSONInput
    do throws(ClientJSONInput.Problem) { patch = try ClientJSONInput(bytes) } catch {
      throw CommandFailure("standard input: \(error.words)", status: .trouble)
    }
    return try session.edit(reference, reason: reason.reason, now: Now.seconds) {
      (input, policy) throws(FieldProblem) in
      guard !patch.gives(.uid) else { throw FieldProblem(.uid, .notEditable) }
      try patch.apply(to: &input, under: ClientInput.Rules(policy: policy, today: Now.today))
    }
  }

  private func ask(
    _ reference: ClientReference, in session: Session, _ policy: Policy
  ) throws -> Client {
    let terminal = try Interaction(options.passphrase).terminal()
    let shown = try session.show(reference, reason: reason.reason, now: Now.seconds)
    let edited = try Screen.session(on: terminal, idle: Int(policy.idleMinutes) * 60) {
      dialogue in
      try ClientQuestions(policy: policy).edit(shown, in: dialogue)
    }
    guard let prefix = ClientIDPrefix(shown.id.text) else { return shown }
    return try session.edit(.id(prefix), reason: reason.reason, now: Now.seconds) {
      (input, _) throws(FieldProblem) in
      for answer in edited { try answer.apply(to: &input, policy) }
    }
  }
}
