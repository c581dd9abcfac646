import Synchronization

/// Is what stands on the alternate screen now, so that it can be drawn again after a stop or
/// when the screen has changed its size.
final class Page: Sendable {
  private struct Content {
    var lines: [String] = []
    /// How many of the lines stood over a question already.
    var seen = 0
    var question = ""
  }

  private let terminal: ControllingTerminal
  private let content = Mutex(Content())

  init(on terminal: ControllingTerminal) { self.terminal = terminal }

  func append(_ lines: [String]) {
    let safe = lines.map { DisplayText($0).description }
    content.withLock { $0.lines += safe }
  }

  func removeAll() { content.withLock { $0 = Content() } }

  /// Sets the question that stands under the lines while it is being asked; empty for none.
  func ask(_ question: String) {
    content.withLock { content in
      content.question = DisplayText(question).description
      content.seen = content.lines.count
    }
  }

  // Room under the question for a long answer, so that typing it does not scroll.
  private static let roomForAnswer = 4

  /// The lines as they are broken for the screen, how many of them were seen already, and how
  /// many fit over a question.
  func layout() -> (lines: [String], seen: Int, room: Int) {
    let size = terminal.size
    let (lines, seen) = content.withLock { ($0.lines, $0.seen) }
    let broken = lines.map { DisplayText($0).wrapped(to: size.columns) }
    let seenBroken = broken.prefix(seen).reduce(0) { $0 + $1.count }
    return (broken.flatMap { $0 }, seenBroken, max(1, size.rows - Self.roomForAnswer))
  }

  /// The codes that draw the last lines that fit, and the question under them.
  func drawing() -> String {
    let (lines, _, room) = layout()
    let shown = Array(lines.suffix(room))
    let question = content.withLock { $0.question }
    return ScreenCodes.drawing(shown + [question], rows: terminal.size.rows)
  }
}
