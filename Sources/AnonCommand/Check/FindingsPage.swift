import HMIS
import Terminal

/// What was found, for people: what to do first, then record by record.
struct FindingsPage {
  let answer: CheckAnswer

  private static let width = 80  // columns; also what a printed page holds
  /// As many as somebody mends before checking again.
  private static let groupsAtMost = 100

  /// The page's lines, of 80 columns at most but for names that are longer.
  var lines: [String] {
    let groups = FindingGroup.all(of: answer.findings)
    let summary = answer.summary.flatMap { Self.block($0, indent: 0) }
    guard !groups.isEmpty else { return summary }
    let shown = groups.prefix(Self.groupsAtMost)
    return summary + [""] + doFirst + shown.flatMap { [""] + Self.lines($0) }
      + rest(groups.count - shown.count)
  }

  // MARK: What to do first

  private var doFirst: [String] {
    var lines = ["WHAT TO DO FIRST"]
    for item in answer.doFirst {
      lines.append("")
      let indent = 2 + item.code.count + 2
      lines += Self.block("\(item.code)  \(item.title)", indent: 2, rest: indent)
      lines += Self.block(
        "\(CountWords.severities(item.findings)). \(item.mending)", indent: indent)
    }
    return lines
  }

  // MARK: Records

  private static func lines(_ group: FindingGroup) -> [String] {
    let title = group.personalID.map { "PersonalID \($0)" } ?? FindingGroup.withoutID
    return ["\(title): \(group.countWords)"] + group.findings.flatMap(lines)
  }

  private static func lines(_ finding: Finding) -> [String] {
    let severity = finding.severity.rawValue
    let head = "  \(severity)\(blanks(9 - severity.count))\(finding.rule)"
    let lines = block(finding.placeWords, indent: 18) + block(finding.message, indent: 18)
    return [head + lines[0].dropFirst(head.count)] + lines.dropFirst()
  }

  private func rest(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    return [""]
      + Self.block(
        "And \(CountWords.of(count, "more record")); --html FILE and --csv show all of them.",
        indent: 0)
  }

  /// Breaks a text into lines that begin at a column.
  private static func block(_ text: String, indent: Int, rest: Int? = nil) -> [String] {
    let first = blanks(indent)
    guard let rest, rest != indent else {
      return DisplayText(text).wrapped(to: width - indent).map { first + $0 }
    }
    // The first line has more room than the others.
    let lines = DisplayText(text).wrapped(to: width - rest)
    return lines.enumerated().map { ($0 == 0 ? first : blanks(rest)) + $1 }
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}

extension Finding {
  /// `Client.csv, row 12, FirstName`.
  var placeWords: String {
    ([file] + [row.map { "row \($0)" }, column].compactMap { $0 }).joined(separator: ", ")
  }
}
