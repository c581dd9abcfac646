import HMIS
import Terminal

/// What was found, as one page without scripts that can be printed and ticked off.
struct FindingsHTML {
  let answer: CheckAnswer

  /// The page. It loads nothing from anywhere, and says so to the browser.
  var text: String {
    let groups = FindingGroup.all(of: answer.findings)
    let parts =
      [head, "<h1>Anonymous records: what to mend</h1>\n"]
      + ["<p>\(answer.summary.map(Self.safe).joined(separator: "<br>\n"))</p>\n"] + [
        groups.isEmpty ? "" : doFirst
      ]
      + groups.map(section) + ["</body>\n</html>\n"]
    return parts.joined()
  }

  private var head: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Anonymous records: what to mend</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>

    """
  }

  private var doFirst: String {
    let items = answer.doFirst.map { item in
      "<li><strong>\(Self.safe(item.title))</strong> (\(Self.safe(item.code)), "
        + "\(CountWords.severities(item.findings)))<br>\(Self.safe(item.mending))</li>\n"
    }
    return "<h2>What to do first</h2>\n<ol>\n\(items.joined())</ol>\n"
  }

  private func section(_ group: FindingGroup) -> String {
    let title =
      group.personalID.map { "PersonalID <code>\(Self.safe($0))</code>" } ?? FindingGroup.withoutID
    let rows = group.findings.map { finding in
      """
      <tr class="\(finding.severity.rawValue)"><td class="box"></td>\
      <td>\(finding.severity.rawValue)</td><td>\(Self.safe(finding.rule))</td>\
      <td>\(Self.safe(finding.placeWords))</td><td>\(Self.safe(finding.message))</td></tr>

      """
    }
    return """
      <section>
      <h2>\(title): \(group.countWords)</h2>
      <table>
      <thead><tr><th>Done</th><th>Weight</th><th>Rule</th><th>Where</th><th>What</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </section>

      """
  }

  /// Makes outside text harmless in a page: no mark-up, no character that is not seen.
  private static func safe(_ text: String) -> String {
    var safe = ""
    for character in DisplayText(text).description {
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.append(character)
      }
    }
    return safe
  }

  private static let style = """
    body { font: 11pt/1.4 system-ui, sans-serif; color: #111; max-width: 60rem; margin: 2rem auto; \
    padding: 0 1rem; }
    h1 { font-size: 1.4rem; }
    h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
    code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
    li { margin: .4rem 0; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th, td { border: 1px solid #999; padding: .25rem .4rem; text-align: left; vertical-align: top; \
    overflow-wrap: anywhere; }
    th:nth-child(1) { width: 3rem; } th:nth-child(2) { width: 4.4rem; }
    th:nth-child(3) { width: 3.2rem; } th:nth-child(4) { width: 13rem; }
    .box::before { content: "\\2610"; font-size: 1.2em; }
    tr.error td:nth-child(2) { font-weight: bold; }
    @page { margin: 15mm; }
    @media print { body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; } \
    section, tr, li { break-inside: avoid; } h2 { break-after: avoid; } thead { display: \
    table-header-group; } }

    """
}
