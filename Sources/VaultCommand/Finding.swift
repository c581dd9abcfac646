import Terminal
import VaultCore

/// Searches on behalf of a person at the terminal, or of a program.
struct Finding {
  let session: Session
  let limit: Int
  let reason: String?

  private static let question = "Search (name, birth date, phone, UID; Enter = leave): "

  /// Refuses a reason that no search would take.
  func checkReason() throws {
    _ = try Reason(reason, under: try session.policy())
  }

  /// Searches; words that cannot be searched for are said and no failure.
  private func answer(_ typed: String) throws -> Result<SearchAnswer, Query.Problem> {
    let query: Query
    do throws(Query.Problem) { query = try Query(typed, today: Now.today) } catch {
      return .failure(error)
    }
    return .success(
      try session.find(query, limit: limit, reason: reason, now: Now.seconds))
  }
}

// MARK: For programs

extension Finding {
  /// Answers each line of standard input with one object.
  ///
  /// - Throws: `AnsweredNo` if no query hit anybody, or a record that was hit is damaged.
  func answerLines() throws {
    var lines = try StandardInput.lines(limit: 4096)
    var (hasHit, isDamaged) = (false, false)
    while let found = try nextAnswer(&lines) {
      if !found.hits.isEmpty { hasHit = true }
      if found.damage != nil { isDamaged = true }
      // A search has looked at the reason itself.
      if found.problem != nil { try checkReason() }
      try JSONAnswer.write(found)
    }
    guard !isDamaged else { throw AnsweredNo(status: .damaged) }
    guard hasHit else {
      // Perhaps there was no line at all.
      try checkReason()
      throw AnsweredNo()
    }
  }

  private func nextAnswer(_ lines: inout LineReader) throws -> FoundJSON? {
    let line: [UInt8]?
    do throws(TerminalError) { line = try lines.next() } catch {
      guard case .lineTooLong = error else { throw error }
      return FoundJSON(problem: Query.Problem.tooLong)
    }
    guard let line else { return nil }
    guard let text = String(validating: line, as: UTF8.self) else {
      return FoundJSON(problem: .unsafeCharacter)
    }
    switch try answer(text) {
    case .success(let found): return FoundJSON(found)
    case .failure(let problem): return FoundJSON(problem: problem)
    }
  }
}

// MARK: For a person

extension Finding {
  /// Asks, shows the list, and one record whole if a number is chosen; until Enter alone.
  func converse(on terminal: ControllingTerminal) throws {
    let idle = Int(try session.policy().idleMinutes) * 60
    var damage: [Damage] = []
    try Screen.session(on: terminal, idle: idle) { dialogue in
      while true {
        let typed = try dialogue.line(Self.question)
        if typed.allSatisfy(\.isWhitespace) { return }
        try dialogue.clear()
        switch try answer(typed) {
        case .success(let found):
          damage += found.damage.filter { !damage.contains($0) }
          try choose(from: found, in: dialogue)
        case .failure(let problem): try dialogue.say("Your words: \(problem.words).")
        }
      }
    }
    try UnreadableRecords(damage).end()
  }

  private func choose(from found: SearchAnswer, in dialogue: Dialogue) throws {
    guard !found.hits.isEmpty else {
      return try dialogue.say(["Nobody meets all of these words.", ""])
    }
    while true {
      try dialogue.say(SearchPage.lines(found, width: dialogue.terminal.size.columns) + [""])
      let question = "Number of a record, to see all of it (Enter = search again): "
      guard let number = try dialogue.choice(question, 1...found.hits.count) else {
        return try dialogue.clear()
      }
      try dialogue.clear()
      guard let prefix = ClientIDPrefix(found.hits[number - 1].client.id.text) else { return }
      let client = try session.show(.id(prefix), reason: reason, now: Now.seconds)
      try dialogue.say(ClientPage.lines(client))
      _ = try dialogue.key("Press a key to go back to the list. ")
      try dialogue.clear()
    }
  }

  /// Asks once and prints the list plainly (`--keep`).
  func print(on terminal: ControllingTerminal) throws {
    let typed = try Dialogue(on: terminal, idle: nil).line(Self.question)
    switch try answer(typed) {
    case .success(let found):
      guard !found.hits.isEmpty else {
        try StandardOutput.write("Nobody meets all of these words.\n")
        throw AnsweredNo()
      }
      try StandardOutput.write(lines: SearchPage.lines(found, width: terminal.size.columns))
      try UnreadableRecords(found.damage).end()
    case .failure(let problem):
      throw CommandFailure("your words: \(problem.words)", status: .trouble)
    }
  }
}

extension Query.Problem {
  /// What is wrong, without the words.
  var words: String {
    switch self {
    case .empty: "there are none"
    case .tooLong: "there are too many"
    case .unsafeCharacter: "one has a character that cannot be searched for"
    }
  }
}
