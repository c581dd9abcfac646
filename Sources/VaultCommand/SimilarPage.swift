import Terminal
import VaultCore

/// Similar people, for a person to compare with the client in front of them.
struct SimilarPage {
  let similar: [Similar]
  let session: Session
  let reason: String?

  /// Lists them, and shows each whole record that is asked for.
  func look(in dialogue: Dialogue) throws {
    while true {
      try dialogue.say(lines + [""])
      let question = "Number of a record, to see all of it (Enter = go on): "
      guard let number = try dialogue.choice(question, 1...similar.count),
        let prefix = ClientIDPrefix(similar[number - 1].id.text)
      else { return }
      let client = try session.show(.id(prefix), reason: reason, now: Now.seconds)
      try dialogue.clear()
      try dialogue.say(ClientPage.lines(client) + [""])
      _ = try dialogue.key("Press a key to go back to the list. ")
      try dialogue.clear()
    }
  }

  private var lines: [String] {
    let heading =
      similar.contains(where: \.isCertain)
      ? "This person is in the vault already; use that record:"
      : "This person resembles somebody in the vault:"
    let people = similar.enumerated().flatMap { index, person in
      [
        "\(index + 1)  \(person.uid ?? "no UID yet")  \(person.id.shortText)  \(person.status.word)",
        "     \(person.reasons.map(\.rawValue).joined(separator: ", "))",
      ]
    }
    return [heading, ""] + people
  }
}
