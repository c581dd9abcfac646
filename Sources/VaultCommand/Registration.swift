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
    let parting = try Screen.session(on: terminal, idle: Int(policy.idleMinutes) * 60) {
      dialogue in
      try sit(dialogue, policy)
    }
    try StandardOutput.write(lines: parting)
  }

  /// - Returns: What stays on the screen: nothing that identifies.
  private func sit(_ dialogue: Dialogue, _ policy: Policy) throws -> [String] {
    let input = try ClientQuestions(policy: policy).new(in: dialogue)
    guard let client = try registered(input, in: dialogue) else {
      return ["Nothing was stored."]
    }
    let card = try ClientCard(client: client, policy: policy)
    try card.showBeforeFirstSave(in: dialogue)
    let waiting = [
      "Stored without a UID, as \(client.id.shortText). When HMIS has given one:",
      "    uidvault assign",
    ]
    do {
      guard let uid = try assign(to: client, in: dialogue, policy) else { return waiting }
      try card.showAfterUID(uid, in: dialogue)
      return ["Stored: \(client.id.shortText) is \(uid) in HMIS."]
    } catch TerminalError.idle, TerminalError.endOfInput {
      // The client is in the vault; only the sitting was broken off.
      return waiting
    }
  }

  /// Asks whether the person is known already, and stores them if not.
  private func registered(_ input: ClientInput, in dialogue: Dialogue) throws -> Client? {
    do {
      switch try session.add(input, duplicates: rule, reason: reason, now: Now.seconds) {
      case .added(let client, _), .pending(let client, _): return client
      case .refused(let similar): return try decide(input, similar, in: dialogue)
      }
    } catch VaultError.noName {
      try dialogue.say("A client needs at least one name.")
      return nil
    }
  }

  private func decide(
    _ input: ClientInput, _ similar: [Similar], in dialogue: Dialogue
  ) throws -> Client? {
    try dialogue.clear()
    let isCertain = similar.contains(where: \.isCertain)
    try dialogue.say([
      isCertain
        ? "This person is in the vault already; use that record:"
        : "This person resembles somebody in the vault:", "",
    ])
    try dialogue.say(SimilarPage.lines(similar) + [""])
    guard !isCertain || (rule != .allowDuplicate && session.member.role == .supervisor) else {
      _ = try dialogue.key("Press a key to go back. ")
      return nil
    }
    if isCertain {
      try dialogue.say("A supervisor may register the person all the same.")
    }
    guard try dialogue.decision("Is it somebody else, to be registered?", usual: .no) == .yes
    else { return nil }
    let allowed: DuplicateRule = isCertain ? .allowDuplicate : .allowSimilar
    switch try session.add(input, duplicates: allowed, reason: reason, now: Now.seconds) {
    case .added(let client, _), .pending(let client, _): return client
    case .refused: return nil
    }
  }

  private func assign(
    to client: Client, in dialogue: Dialogue, _ policy: Policy
  ) throws -> UniqueIdentifier? {
    guard let reference = ClientIDPrefix(client.id.text) else { return nil }
    while let uid = try UIDQuestion(policy: policy).optional(in: dialogue) {
      do {
        _ = try session.assign(
          uid, to: .id(reference), correcting: .refused, reason: reason, now: Now.seconds)
        return uid
      } catch VaultError.uidTaken(let holder) {
        try dialogue.say("That UID stands for another client (\(holder.shortText)); look again.")
      }
    }
    return nil
  }
}

/// Similar people, for a person to compare.
enum SimilarPage {
  static func lines(_ similar: [Similar]) -> [String] {
    similar.flatMap { person in
      [
        "  \(person.uid ?? "no UID yet")  \(person.id.shortText)  \(person.status.word)",
        "      \(person.reasons.map(\.rawValue).joined(separator: ", "))",
      ]
    }
  }
}
