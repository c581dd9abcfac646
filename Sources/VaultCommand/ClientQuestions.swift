import Terminal
import VaultCore

/// Asks for a client's fields at the terminal, one after the other.
struct ClientQuestions {
  let policy: Policy

  /// What a person answered to one field.
  struct Answer {
    let field: ClientField
    /// Empty to clear.
    let text: String

    /// Sets the field; several aliases or phones are separated by semicolons.
    func apply(to input: inout ClientInput, _ policy: Policy) throws(FieldProblem) {
      let rules = ClientInput.Rules(policy: policy, today: Now.today)
      switch field {
      case .aliases, .phones:
        let parts = text.split(separator: ";").map(String.init)
        try input.set(field, toAll: parts, under: rules)
      default: try input.set(field, to: text, under: rules)
      }
    }
  }

  private static let fields: [(field: ClientField, label: String)] = [
    (.given, "First name"), (.middle, "Middle name"), (.surname, "Last name"),
    (.suffix, "Suffix (Jr, Sr, III)"), (.preferred, "Preferred name"),
    (.aliases, "Other or former names (; between)"),
    (.birthDate, "Birth date, or as much as is known"), (.phones, "Phones (; between)"),
    (.address, "Address"), (.household, "Household"),
    (.reason, "Why anonymous (safety, declined-release, other)"),
    (.firstServed, "First date served"), (.note, "Note"),
  ]

  private var askedFields: [(field: ClientField, label: String)] {
    guard policy.ssnKeeping != .none else { return Self.fields }
    let label = policy.ssnKeeping == .whole ? "SSN" : "Last four of the SSN"
    var fields = Self.fields
    fields.insert((.ssn, label), at: 7)
    return fields
  }

  /// Asks for a new client; Enter leaves a field out.
  func new(in dialogue: Dialogue) throws -> ClientInput {
    try dialogue.say(["A new client. Enter alone leaves a field empty.", ""])
    var input = ClientInput()
    for (field, label) in askedFields {
      try ask("\(label): ", field, into: &input, in: dialogue)
      // The last of the names: whoever has none cannot be found again.
      if field == .aliases { try demandName(of: &input, in: dialogue) }
    }
    return input
  }

  private func demandName(of input: inout ClientInput, in dialogue: Dialogue) throws {
    while !input.details.hasName {
      try dialogue.say("A client needs at least one name.")
      try ask("First name: ", .given, into: &input, in: dialogue)
      try ask("Last name: ", .surname, into: &input, in: dialogue)
    }
  }

  private func ask(
    _ question: String, _ field: ClientField, into input: inout ClientInput, in dialogue: Dialogue
  ) throws {
    while true {
      let text = try dialogue.line(question, limit: 16_384)
      do throws(FieldProblem) {
        return try Answer(field: field, text: text).apply(to: &input, policy)
      } catch {
        try dialogue.say("That cannot be kept: \(error.kind.words).")
      }
    }
  }

  /// Asks for changes to a client; Enter leaves a field as it is, a hyphen clears it.
  func edit(_ client: Client, in dialogue: Dialogue) throws -> [Answer] {
    try dialogue.say([
      client.details.displayName, "",
      "Enter alone keeps what stands in brackets; - alone clears it.",
      "",
    ])
    var answers: [Answer] = []
    var probe = ClientInput()
    for (field, label) in askedFields {
      let present = client.details.text(of: field).map { " [\($0)]" } ?? ""
      while true {
        let text = try dialogue.line("\(label)\(present): ", limit: 16_384)
        if text.isEmpty { break }
        let answer = Answer(field: field, text: text == "-" ? "" : text)
        do throws(FieldProblem) {
          try answer.apply(to: &probe, policy)
          answers.append(answer)
          break
        } catch {
          try dialogue.say("That cannot be kept: \(error.kind.words).")
        }
      }
    }
    return answers
  }
}

extension ClientDetails {
  /// What stands in a field, as it would be typed, on one line.
  fileprivate func text(of field: ClientField) -> String? {
    switch field {
    case .given: given
    case .middle: middle
    case .surname: surname
    case .suffix: suffix
    case .preferred: preferred
    case .aliases: Self.joined(aliases.map(\.text))
    case .birthDate: birthDate?.text
    case .ssn: ssn
    case .phones: Self.joined(phones)
    case .address: address
    case .household: household
    case .reason: reason?.text
    case .firstServed: firstServed?.text
    case .note: note.map { $0.replacing("\n", with: " / ") }
    case .uid, .personalID: nil
    }
  }

  private static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }
}
