/// A person at a terminal: reads what the program asks, and types when it waits.
struct Conversation: ~Copyable {
  let terminal: PseudoTerminal
  private(set) var screen = ScreenBuffer()
  private var patience: Patience
  // Where in the transcript the answer to the last typed line begins.
  private var mark = 0
  // 1 MiB: a program that goes on and on is no longer taken to be alive.
  private static let chatter = 1 << 20
  // What the terminal itself shows for the last typed line.
  private var echo = ""

  init(terminal: consuming PseudoTerminal, bound: Duration) {
    self.terminal = terminal
    patience = Patience(bound)
  }

  /// Types each line when it is asked for, and then waits for the program's end.
  ///
  /// - Throws: `RunFailure` if the program ends too early or not at all.
  mutating func hold(
    _ lines: [Typing], with process: RunningProcess, on stage: borrowing Stage
  ) async throws {
    for typing in lines {
      try await waitFor(typing, process)
      guard let text = typing.text else { continue }
      try await type(try await keys(text, on: stage), process)
    }
    while process.isRunning { try await look(process) }
    listen()
  }

  /// Reads what has been shown.
  mutating func listen() {
    while true {
      let bytes = terminal.shown()
      if bytes.isEmpty { return }
      screen.feed(bytes)
    }
  }

  private mutating func look(_ process: RunningProcess) async throws {
    let before = screen.raw.count
    listen()
    if screen.raw.count > before, screen.raw.count < Conversation.chatter { patience.renew() }
    guard !patience.isExhausted else {
      process.kill()
      throw RunFailure.hung(cursorLine: screen.cursorLine)
    }
    try await patience.pause()
  }

  private mutating func waitFor(_ typing: Typing, _ process: RunningProcess) async throws {
    while true {
      // Asked before the screen is read, so that a last word before the end is not missed.
      let runs = process.isRunning
      let waits = process.waits
      try await look(process)
      if waits, isAsked(typing.prompt) { return }
      if !runs {
        throw RunFailure.endedBefore(typing.name, shown: screen.transcript)
      }
    }
  }

  private func isAsked(_ prompt: String?) -> Bool {
    if let prompt { return answer.contains(prompt) }
    return answer.contains { !$0.isWhitespace } && !screen.cursorLine.isEmpty
  }

  // What the program has shown since the last line, the terminal's own echo taken off.
  private var answer: Substring {
    let shown = screen.transcript.dropFirst(mark)
    if shown.hasPrefix(echo) { return shown.dropFirst(echo.count) }
    return echo.hasPrefix(shown) ? "" : shown
  }

  private func keys(_ text: Typing.Text, on stage: borrowing Stage) async throws -> String {
    switch text {
    case .keys(let keys):
      return keys.replacing(names: stage.names)
    case .answer(let line, let ending):
      try stage.write(screen.transcript, to: stage.terminal)
      let shell = try await ShellLine.run("{ \(line); } 2>/dev/null", on: stage)
      guard shell.status == 0 else { throw RunFailure.noAnswer(line) }
      return shell.output.trimmingNewlines + ending
    }
  }

  private mutating func type(_ keys: String, _ process: RunningProcess) async throws {
    mark = screen.transcript.count
    echo = terminal.echoes ? keys.replacing("\r", with: "\n") : ""
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(terminal.type(rest))
      try await look(process)
    }
  }
}

extension Typing {
  /// What a failure calls this point of the conversation.
  var name: String {
    prompt.map { "the prompt '\($0)'" } ?? "the next line to type"
  }
}
