/// Lays rows of outside text out in aligned columns.
package struct TextTable: Sendable {
  /// To which side the cells of a column keep.
  package enum Alignment: Sendable {
    case left, right
  }

  private let alignments: [Alignment]
  private var rows: [[DisplayText]]

  /// Begins a table with a line of headings, which may be empty to have none.
  package init(columns: [Alignment], headings: [String] = []) {
    alignments = columns
    rows = headings.isEmpty ? [] : [headings.map { DisplayText($0) }]
  }

  /// Adds a row; cells that it lacks stay empty, cells without a column are a mistake of ours.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count <= alignments.count, "a row has more cells than the table columns")
    rows.append(cells.map { DisplayText($0) })
  }

  /// The table as lines of at most so many columns; the widest columns are shortened first.
  package func lines(width: Int) -> [String] {
    let widths = widths(within: width)
    return rows.map { row in
      let cells = alignments.indices.map { column in
        let cell = column < row.count ? row[column] : DisplayText("")
        return aligned(cell, alignments[column], widths[column])
      }
      let line = cells.joined(separator: Self.gap)
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static let gap = "  "
  // Less says nothing, so that a table for a very narrow screen is rather too wide.
  private static let narrowest = 4

  private func aligned(_ cell: DisplayText, _ alignment: Alignment, _ width: Int) -> String {
    guard alignment == .right else { return cell.padded(to: width) }
    let text = cell.truncated(to: width)
    return String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  private func widths(within width: Int) -> [Int] {
    var widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let gaps = Self.gap.count * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > width {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
