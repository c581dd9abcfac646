/// Shows lines on the alternate screen a page at a time.
struct Pager {
  /// When to end.
  enum Ending {
    /// At a key on the last page, or `q` on any.
    case key
    /// As soon as the last page is shown.
    case lastPage
  }

  private let terminal: ControllingTerminal
  private let page: Page
  private let idle: Int?

  init(_ page: Page, on terminal: ControllingTerminal, idle: Int?) {
    self.terminal = terminal
    self.page = page
    self.idle = idle
  }

  /// Shows the pages and turns them with the keys.
  ///
  /// - Throws: `idle`, `noTerminal`.
  func run(until ending: Ending) throws(TerminalError) {
    let place = Place(first: page.layout().seen)
    let draw: @Sendable () -> Void = { [terminal, page] in
      terminal.writeAtSignal(Self.drawing(page, terminal, place))
    }
    try KeyReader.hold(on: terminal, again: draw) { keys throws(TerminalError) in
      while true {
        try terminal.write(Self.drawing(page, terminal, place))
        if ending == .lastPage && place.isLast { return }
        if !place.turn(try keys.next(within: idle)) { return }
      }
    }
  }

  private static func drawing(
    _ page: Page, _ terminal: ControllingTerminal, _ place: Place
  ) -> String {
    let lines = page.layout().lines
    let rows = terminal.size.rows
    let room = max(1, rows - 1)
    let first = place.fit(count: lines.count, room: room)
    let shown = Array(lines[first..<min(lines.count, first + room)])
    let help = place.isLast ? "any key clears this" : "space: more   b: back   q: clear this"
    let filling = Array(repeating: "", count: room - shown.count)
    return ScreenCodes.drawing(shown + filling + ["-- \(help) --"], rows: rows)
  }
}
