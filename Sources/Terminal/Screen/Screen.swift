import SystemPackage

/// Shows what must not stay: on the alternate screen, cleared afterwards, with nothing left to
/// scroll back to.
package enum Screen {
  /// What becomes of an answer that has been read.
  package enum Keeping: Sendable {
    /// It is cleared on a key or after the idle time.
    case cleared
    /// It stays, or goes into a pipe (`--keep`).
    case kept
  }

  /// Shows the lines, made safe, in pages, until a key or `idle` seconds without one.
  ///
  /// Printed plainly to standard output with `.kept`, where standard output is no terminal, and
  /// on a terminal that cannot clear itself.
  ///
  /// - Throws: as for `StandardOutput.write`, or `noTerminal` if the terminal has gone.
  package static func show(
    _ lines: [String], _ keeping: Keeping, idle: Int
  ) throws(TerminalError) {
    guard keeping == .cleared, StandardOutput.isTerminal, let terminal = ownTerminal else {
      return try StandardOutput.write(lines: lines)
    }
    try show(lines, on: terminal, idle: idle)
  }

  private static var ownTerminal: ControllingTerminal? {
    do throws(TerminalError) {
      let terminal = try ControllingTerminal()
      return terminal.isPlain ? nil : terminal
    } catch {
      // Standard output is some terminal all the same, and can be written to plainly.
      return nil
    }
  }

  static func show(
    _ lines: [String], on terminal: ControllingTerminal, idle: Int
  ) throws(TerminalError) {
    let page = Page(on: terminal)
    page.append(lines)
    try hold(page, on: terminal) { () throws(TerminalError) in
      do throws(TerminalError) {
        try Pager(page, on: terminal, idle: idle).run(until: .key)
      } catch .idle {
        // Cleared now, as it should be.
      }
    }
  }

  /// Runs a whole flow of texts and questions on the alternate screen, which is cleared at its
  /// end; on a plain terminal, line under line.
  ///
  /// `idle` is how many seconds a question waits; `nil` for ever.
  package static func session<Result: ~Copyable, Failure: Error>(
    on terminal: ControllingTerminal, idle: Int?,
    _ work: (Dialogue) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if terminal.isPlain { return try work(Dialogue(on: terminal, idle: idle)) }
    let page = Page(on: terminal)
    let dialogue = Dialogue(on: terminal, idle: idle, page: page)
    return try hold(page, on: terminal) { () throws(Failure) in try work(dialogue) }
  }

  private static func hold<Result: ~Copyable, Failure: Error>(
    _ page: Page, on terminal: ControllingTerminal, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let leave: @Sendable () -> Void = {
      let clear = ScreenCodes.clear(rows: terminal.size.rows)
      terminal.writeAtSignal(clear + ScreenCodes.leaveAlternate)
    }
    let enter: @Sendable () -> Void = {
      terminal.writeAtSignal(ScreenCodes.enterAlternate + page.drawing())
    }
    let held = Interruption.Held(atEnd: leave, atStop: leave, atReturn: enter)
    let number = Interruption.hold(held) { Self.enter(page, on: terminal) }
    defer { Interruption.release(number, by: leave) }
    return try work()
  }

  private static func enter(_ page: Page, on terminal: ControllingTerminal) {
    do throws(Errno) {
      try Platform.waitForForeground(of: terminal.descriptor)
    } catch {
      // There is no terminal; the first question or page says so.
    }
    do throws(TerminalError) {
      try terminal.write(ScreenCodes.enterAlternate + page.drawing())
    } catch {
      // Likewise.
    }
  }
}
