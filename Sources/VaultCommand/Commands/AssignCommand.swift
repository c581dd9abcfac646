import ArgumentParser
import HMIS
import Terminal
import VaultCore

/// `uidvault assign`: stores the UID that HMIS gave.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Store the UID that HMIS gave to a client who waits for one.",
    discussion: """
      Without arguments it lists your own pending clients, numbered, and asks; then it shows the \
      rest of the card. With --correct it replaces a UID that was typed wrongly; the wrong one \
      stays in the history.
      """)

  @Argument(help: "The client: an id (@ and at least 6 characters), or the UID to correct.")
  var client: String?

  @Argument(help: ArgumentHelp("The UID, as HMIS shows it.", valueName: "uid"))
  var uid: String?

  @Flag(help: "Replace the UID that stands; needs --reason.")
  var correct = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    try ClientArgument.refuseName(client)
    try ClientArgument.refuseName(uid)
    let session = try Unlocking(options: options).session(reading: .directory)
    try session.payOwed()
    let policy = try session.policy()
    // Before anybody types a UID in vain.
    _ = try Reason(reason.reason, under: policy)
    guard let client else { return try choose(session, policy) }
    let reference = try ClientArgument(options: options.passphrase)
      .reference(client, under: policy)
    guard let uid else {
      let terminal = try Interaction(options.passphrase).terminal()
      return try report(
        try Screen.session(on: terminal, idle: Int(policy.idleMinutes) * 60) { dialogue in
          try sitting(session, policy).run(for: reference, in: dialogue)
        })
    }
    let stored = try session.assign(
      try ClientArgument.uid(uid, under: policy), to: reference, correcting: correcting,
      reason: reason.reason, now: Now.seconds)
    try report(.stored(stored))
  }

  private var correcting: Session.Correcting { correct ? .allowed : .refused }

  private func sitting(_ session: Session, _ policy: Policy) -> UIDSitting {
    UIDSitting(session: session, policy: policy, correcting: correcting, reason: reason.reason)
  }

  /// Lists the member's own pending clients and has one chosen.
  private func choose(_ session: Session, _ policy: Policy) throws {
    let terminal = try Interaction(options.passphrase).terminal()
    let waiting = try session.pending(.mine, reason: reason.reason, now: Now.seconds)
    let clients = waiting.clients
    guard !clients.isEmpty else {
      return try StandardOutput.write("None of your clients waits for a UID.\n")
    }
    try report(
      try Screen.session(on: terminal, idle: Int(policy.idleMinutes) * 60) { dialogue in
        try dialogue.say(["Yours, waiting for a UID:", ""] + PendingPage.lines(clients) + [""])
        guard
          let number = try dialogue.choice(
            "Number of the client (Enter = none): ", 1...clients.count),
          let chosen = ClientIDPrefix(clients[number - 1].id.text)
        else { return .notYet }
        return try sitting(session, policy).run(for: .id(chosen), in: dialogue)
      })
    try UnreadableRecords(waiting.damage).end()
  }

  private func report(_ outcome: UIDSitting.Outcome) throws {
    switch outcome {
    case .notYet:
      try StandardOutput.write("Nothing was changed.\n")
    case .stored(let client):
      let uid = client.uid?.text ?? ""
      if answer.json { return try JSONAnswer.write(AssignedJSON(id: client.id.text, uid: uid)) }
      try StandardOutput.write("Stored: the client \(client.id.shortText) is \(uid) in HMIS.\n")
    }
  }
}

/// What `assign` answers; docs/JSON.md, "assign".
struct AssignedJSON: Encodable {
  let id: String
  let uid: String
}
