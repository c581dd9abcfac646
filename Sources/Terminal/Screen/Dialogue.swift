/// Asks the person at the terminal, and tells them things in between.
///
/// On the alternate screen (`Screen.session`) everything stands on its page until the end.
/// Elsewhere a question and its answer are erased once it is given, where the terminal can.
/// What was typed before a question stood there is thrown away, so that a paste of several
/// lines never runs on into the next question.
package struct Dialogue: Sendable {
  /// The terminal at which the person sits.
  package let terminal: ControllingTerminal
  let idle: Int?
  let page: Page?

  /// Begins to talk, line under line; a question waits `idle` seconds, `nil` for ever.
  package init(on terminal: ControllingTerminal, idle: Int?) {
    self.init(on: terminal, idle: idle, page: nil)
  }

  init(on terminal: ControllingTerminal, idle: Int?, page: Page?) {
    self.terminal = terminal
    self.idle = idle
    self.page = page
  }

  /// Tells something: lines of any text, made safe.
  ///
  /// - Throws: `noTerminal` if the terminal has gone.
  package func say(_ lines: [String]) throws(TerminalError) {
    if let page {
      page.append(lines)
      return try terminal.write(page.drawing())
    }
    try terminal.write(lines.map { DisplayText($0).description + "\n" }.joined())
  }

  /// Tells one line.
  ///
  /// - Throws: `noTerminal` if the terminal has gone.
  package func say(_ line: String) throws(TerminalError) { try say([line]) }

  /// Takes away what stands on the page, before something else begins.
  ///
  /// - Throws: `noTerminal` if the terminal has gone.
  package func clear() throws(TerminalError) {
    guard let page else { return }
    page.removeAll()
    try terminal.write(page.drawing())
  }
}
