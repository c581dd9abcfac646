/// Names what tells a terminal to do something other than show text.
///
/// Source: ECMA-48 (cursor position, erase in line); xterm, "Control Sequences" (1049).
enum ScreenCodes {
  static let enterAlternate = "\u{1b}[?1049h"
  static let leaveAlternate = "\u{1b}[?1049l"
  /// To the beginning of the line, and nothing in it.
  static let clearLine = "\r\u{1b}[2K"

  static func move(toRow row: Int) -> String { "\u{1b}[\(row);1H" }

  /// Up so many lines, and nothing from there on.
  static func clear(up lines: Int) -> String {
    (lines > 0 ? "\r\u{1b}[\(lines)A" : "\r") + "\u{1b}[J"
  }

  /// Clears every row by itself: clearing the whole screen at once moves it, on some terminals,
  /// into what can be scrolled back to.
  static func clear(rows: Int) -> String {
    (1...max(1, rows)).map { move(toRow: $0) + "\u{1b}[2K" }.joined() + move(toRow: 1)
  }

  /// Draws lines from the top, and leaves the cursor after the last; nothing scrolls.
  static func drawing(_ lines: [String], rows: Int) -> String {
    let shown = lines.prefix(max(1, rows)).enumerated().map { move(toRow: $0 + 1) + $1 }
    return clear(rows: rows) + shown.joined()
  }
}
