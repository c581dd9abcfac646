extension Dialogue {
  // What the line discipline of a terminal takes in one line; see termios(3), canonical mode.
  private static let longestLine = 4095

  /// Asks for a line that is seen while it is typed; it may be empty.
  ///
  /// Asked again, with the reason, for a line that is longer than `limit` bytes, is not UTF-8 or
  /// has control characters in it, as the arrow keys make them.
  ///
  /// - Throws: `endOfInput` on Ctrl-D, `idle`, `noTerminal`.
  package func line(_ question: String, limit: Int = 1024) throws(TerminalError) -> String {
    while true {
      do throws(TerminalError) {
        let answer = try typedLine(question)
        if answer.utf8.count > limit {
          try say("that is too long (at most \(limit) bytes)")
        } else if answer.unicodeScalars.contains(where: {
          $0.properties.generalCategory == .control
        }) {
          try say("that has keys in it that are no letters, such as the arrows; type it again")
        } else {
          return answer
        }
      } catch .lineTooLong {
        try say("that is too long (at most \(limit) bytes)")
      }
    }
  }

  private func typedLine(_ question: String) throws(TerminalError) -> String {
    var bytes = [UInt8](repeating: 0, count: Self.longestLine + 1)
    let count = try ask(question, .lineByLine) { () throws(TerminalError) in
      try unsafe bytes.withUnsafeMutableBufferPointer { memory throws(TerminalError) in
        try unsafe SecretLines.read(terminal.descriptor, UnsafeMutableRawBufferPointer(memory))
      }
    }
    let safe = DisplayText(bytes: bytes.prefix(count)).description
    page?.append([question + safe])
    try erase(question + safe)
    // A byte that is not UTF-8 becomes a character that no name has, and is asked about as one.
    return String(validating: bytes.prefix(count), as: UTF8.self) ?? "\u{0}"
  }

  /// Asks for a line that nobody sees, and reads it straight into memory that the caller lends;
  /// returns its length in bytes, which may be 0.
  ///
  /// The line may have one byte less than the memory; the memory after it is zero.
  ///
  /// - Throws: `lineTooLong`, `endOfInput` on Ctrl-D, `idle`, `noTerminal`; the memory is zero then.
  package func secret(
    _ question: String, into memory: inout MutableRawSpan
  ) throws(TerminalError) -> Int {
    try unsafe memory.withUnsafeMutableBytes { memory throws(TerminalError) in
      try unsafe secret(question, into: memory)
    }
  }

  /// Asks as the other `secret` does, into memory lent as a pointer.
  ///
  /// - Throws: as the other does.
  package func secret(
    _ question: String, into memory: UnsafeMutableRawBufferPointer
  ) throws(TerminalError) -> Int {
    let count = try ask(question, .unseen) { () throws(TerminalError) in
      try unsafe SecretLines.read(terminal.descriptor, memory)
    }
    try eraseUnanswered()
    return count
  }

  private func ask<Result>(
    _ question: String, _ kind: TerminalModes.Kind,
    _ read: () throws(TerminalError) -> Result
  ) throws(TerminalError) -> Result {
    try turnToLastPage()
    page?.ask(question)
    defer { page?.ask("") }
    let terminal = terminal
    let drawing: @Sendable () -> String = { [page] in
      page?.drawing() ?? DisplayText(question).description
    }
    let hold = try TerminalModes.begin(kind, on: terminal.descriptor) {
      terminal.writeAtSignal(drawing())
    }
    defer { TerminalModes.end(hold) }
    // Only now: what is typed after the question is seen is never thrown away.
    try terminal.write(drawing())
    do throws(TerminalError) {
      try terminal.waitForInput(seconds: idle)
      return try read()
    } catch .system {
      throw .noTerminal
    }
  }

  func turnToLastPage() throws(TerminalError) {
    guard let page else { return }
    let (lines, seen, room) = page.layout()
    guard lines.count - seen > room else { return }
    try Pager(page, on: terminal, idle: idle).run(until: .lastPage)
  }

  /// Erases a line that was ended by Enter, in as many rows as it took.
  private func erase(_ line: String) throws(TerminalError) {
    guard page == nil, !terminal.isPlain else { return }
    let columns = terminal.size.columns
    let rows = max(1, (DisplayWidth.of(line) + columns - 1) / columns)
    try terminal.write(ScreenCodes.clear(up: rows))
  }

  /// Erases a question whose answer, and its Enter, was not seen.
  func eraseUnanswered() throws(TerminalError) {
    guard page == nil else { return }
    try terminal.write(terminal.isPlain ? "\n" : ScreenCodes.clearLine)
  }
}
