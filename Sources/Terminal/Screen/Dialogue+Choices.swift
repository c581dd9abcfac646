extension Dialogue {
  /// Answers a question that has only two answers.
  package enum Decision: Sendable {
    case yes, no
  }

  /// Asks for yes or no; Enter alone gives the usual answer, if there is one.
  ///
  /// - Throws: `endOfInput` on Ctrl-D, `idle`, `noTerminal`.
  package func decision(
    _ question: String, usual: Decision? = nil
  ) throws(TerminalError) -> Decision {
    let letters =
      switch usual {
      case .yes: "Y/n"
      case .no: "y/N"
      case nil: "y/n"
      }
    while true {
      switch try line("\(question) (\(letters)) ").lowercased() {
      case "y", "yes": return .yes
      case "n", "no": return .no
      case "": if let usual { return usual }
      default: break
      }
      try say("please answer y or n")
    }
  }

  /// Asks for a number of a list; Enter alone chooses none, which is `nil`.
  ///
  /// - Throws: `endOfInput` on Ctrl-D, `idle`, `noTerminal`.
  package func choice(
    _ question: String, _ numbers: ClosedRange<Int>
  ) throws(TerminalError) -> Int? {
    while true {
      let answer = try line(question).filter { $0 != " " }
      if answer.isEmpty { return nil }
      if let number = Int(answer), numbers.contains(number) { return number }
      try say("please answer with a number from \(numbers.lowerBound) to \(numbers.upperBound)")
    }
  }

  /// Asks for any one key.
  ///
  /// - Throws: `idle`, `noTerminal`.
  package func key(_ question: String) throws(TerminalError) -> Key {
    try turnToLastPage()
    page?.ask(question)
    defer { page?.ask("") }
    let terminal = terminal
    let drawing: @Sendable () -> String = { [page] in
      page?.drawing() ?? DisplayText(question).description
    }
    let key = try KeyReader.hold(on: terminal, again: { terminal.writeAtSignal(drawing()) }) {
      keys throws(TerminalError) in
      try terminal.write(drawing())
      return try keys.next(within: idle)
    }
    try eraseUnanswered()
    return key
  }
}
