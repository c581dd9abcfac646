/// One screen of a terminal with its cursor, and the lines that have left it at the top.
struct ScreenGrid {
  static let rows = 24
  static let columns = 80

  var column = 0
  private var row = 0
  private var lines = [Line](repeating: Line(), count: ScreenGrid.rows)
  private var scrollback: [Line] = []

  private struct Line {
    var cells: [Character] = []
    // The line goes on in the next one because it was too long.
    var isContinued = false
  }

  /// Every line from the oldest on, long lines in one piece, without blanks at the ends.
  var text: String {
    var text = ""
    for line in scrollback + lines {
      text += String(line.cells)
      if !line.isContinued { text = String(text.trimmedAtEnd) + "\n" }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The line that the cursor is in, up to the cursor.
  var cursorLine: String { String(lines[row].cells.prefix(column)) }

  mutating func put(_ shown: Character) {
    if column == ScreenGrid.columns {
      lines[row].isContinued = true
      lineFeed()
      column = 0
    }
    let missing = column + 1 - lines[row].cells.count
    if missing > 0 { lines[row].cells += [Character](repeating: " ", count: missing) }
    lines[row].cells[column] = shown
    column += 1
  }

  mutating func lineFeed() {
    if row + 1 < ScreenGrid.rows {
      row += 1
    } else {
      scrollback.append(lines.removeFirst())
      lines.append(Line())
    }
  }

  mutating func perform(_ sequence: ControlSequence.Finished) {
    let first = sequence.numbers.first ?? 0
    let count = max(1, first)
    switch sequence.final {
    case "A": row = max(0, row - count)
    case "B": row = min(ScreenGrid.rows - 1, row + count)
    case "C": column = min(ScreenGrid.columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(ScreenGrid.columns, count) - 1
    case "H", "f":
      row = min(ScreenGrid.rows, count) - 1
      column = min(ScreenGrid.columns, max(1, sequence.numbers.dropFirst().first ?? 1)) - 1
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    default: break
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      eraseLine(0)
      for below in lines.indices.dropFirst(row + 1) { lines[below] = Line() }
    case 1:
      eraseLine(1)
      for above in lines.indices.prefix(row) { lines[above] = Line() }
    case 3: scrollback = []
    default: lines = [Line](repeating: Line(), count: ScreenGrid.rows)
    }
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: lines[row].cells = Array(lines[row].cells.prefix(column))
    case 1:
      for index in lines[row].cells.indices.prefix(column + 1) { lines[row].cells[index] = " " }
    default: lines[row] = Line()
    }
  }
}

extension StringProtocol {
  /// The text without blanks at its end.
  var trimmedAtEnd: SubSequence {
    guard let last = lastIndex(where: { $0 != " " }) else { return prefix(0) }
    return self[...last]
  }
}
