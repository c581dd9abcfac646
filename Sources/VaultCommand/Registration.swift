import HMIS
import Terminal
import VaultCore

/// The caseworker's sitting with a client: is this person known, the card, the UID, the card's
/// rest (DESIGN "The flow that everything serves").
struct Registration {
  let session: Session
  let rule: DuplicateRule
  let reason: String?

  /// Leads through the sitting on the alternate screen, which is cleared at its end.
  func run(on terminal: ControllingTerminal) throws {
    let policy = try session.policy()
    // Before anybody types a page of answers in vain.
    _ = try Reason(reason, under: policy)
    let parting = try Screen.session(on: terminal, idle: Int(policy.idleMinutes) * 60) {
      dialogue in
      try sit(dialogue, policy)
    }
    try StandardOutput.write(lines: parting)
  }

  /// - Returns: What stays on the screen: nothing that identifies.
  private func sit(_ dialogue: Dialogue, _ policy: Policy) throws -> [String] {
    let input = try ClientQuestions(policy: policy).new(in: dialogue)
    switch try registered(input, in: dialogue) {
    case .refused(let parting): return parting
    case .stored(let client): return try goOn(with: client, in: dialogue, policy)
    }
  }

  private enum Registered {
    case stored(Client)
    case refused(parting: [String])
  }

  /// From here on the client is in the vault, even if nobody answers any more.
  private func goOn(
    with client: Client, in dialogue: Dialogue, _ policy: Policy
  ) throws -> [String] {
    let waiting = [
      "Stored without a UID, as \(client.id.shortText). When HMIS has given one:",
      "    uidvault assign",
    ]
    guard let reference = ClientIDPrefix(client.id.text) else { return waiting }
    do {
      try ClientCard(client: client, policy: policy).showBeforeFirstSave(in: dialogue)
      let sitting = UIDSitting(
        session: session, policy: policy, correcting: .refused, reason: reason)
      switch try sitting.run(for: .id(reference), in: dialogue) {
      case .notYet: return waiting
      case .stored(let client):
        return ["Stored: \(client.id.shortText) is \(client.uid?.text ?? "") in HMIS."]
      }
    } catch TerminalError.idle, TerminalError.endOfInput {
      return waiting
    }
  }

  /// Asks whether the person is known already, and stores them if not.
  private func registered(
    _ input: ClientInput, in dialogue: Dialogue
  ) throws -> Registered {
    switch try session.add(input, duplicates: rule, reason: reason, now: Now.seconds) {
    case .added(let client, _), .pending(let client, _): return .stored(client)
    case .refused(let similar): return try decide(input, similar, in: dialogue)
    }
  }

  private func decide(
    _ input: ClientInput, _ similar: [Similar], in dialogue: Dialogue
  ) throws -> Registered {
    try dialogue.clear()
    let known = similar.filter(\.isCertain)
    try SimilarPage(similar: similar, session: session, reason: reason).look(in: dialogue)
    let parting =
      known.isEmpty
      ? ["Nothing was stored."] : ["Nothing was stored: the client has a record already."]
    guard known.isEmpty || session.member.role == .supervisor else {
      return .refused(parting: parting)
    }
    let question =
      known.isEmpty
      ? "Is it somebody else, to be registered?"
      : "As a supervisor, register the person all the same?"
    guard try dialogue.decision(question, usual: .no) == .yes else {
      return .refused(parting: parting)
    }
    let allowed: DuplicateRule = known.isEmpty ? .allowSimilar : .allowDuplicate
    switch try session.add(input, duplicates: allowed, reason: reason, now: Now.seconds) {
    case .added(let client, _), .pending(let client, _): return .stored(client)
    case .refused: return .refused(parting: parting)
    }
  }
}
