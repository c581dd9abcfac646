import HMIS

/// What a check came to, as all forms of output tell it.
struct CheckAnswer {
  /// A rule that found something, and how to mend that in HMIS.
  struct Item {
    let code: String
    let title: String
    let mending: String
    let findings: [Finding]
  }

  /// The check's own report.
  let report: CheckReport
  /// What was checked and what came of it, a sentence each.
  let summary: [String]
  /// The rules that found something, the most urgent first.
  let doFirst: [Item]
}

extension CheckAnswer {
  /// The findings that no baseline accepts.
  var findings: [Finding] { report.findings }

  /// Tells a report.
  init(_ report: CheckReport) {
    self.report = report
    summary = Self.summary(report)
    let byRule = Dictionary(grouping: report.findings, by: \.rule)
    doFirst = RuleBook.all.compactMap { rule in
      guard let findings = byRule[rule.code] else { return nil }
      let asking = rule.asking(by: report.profile)
      return Item(
        code: rule.code, title: asking.title, mending: asking.mending, findings: findings)
    }
  }

  private static func summary(_ report: CheckReport) -> [String] {
    let year =
      report.standard.map { "standard \($0.rawValue)" }
      ?? "no standard told by the columns (FY2026 assumed)"
    var lines = [
      "Profile \(report.profile.name), \(year): \(CountWords.of(report.tables, "table")), "
        + "\(CountWords.of(report.clients, "client")), \(CountWords.grouped(report.anonymous)) of them"
        + " meant to be anonymous."
    ]
    let signs = report.meanings.filter { $0.count > 0 && $0.meaning != .lastName }
    lines += signs.map {
      "\(CountWords.of($0.count, "client")) counted because \($0.meaning.words)."
    }
    if report.accepted > 0 {
      lines.append("\(CountWords.of(report.accepted, "finding")) accepted by the baseline.")
    }
    if report.anonymous == 0 {
      lines.append("No client is meant to be anonymous, so no record was looked at.")
    }
    if report.findings.isEmpty {
      if report.anonymous > 0 || report.accepted > 0 { lines.append("Nothing was found.") }
    } else {
      let records = Set(report.findings.compactMap(\.personalID)).count
      lines.append(
        "\(CountWords.of(report.findings.count, "finding")) on \(CountWords.of(records, "record")): "
          + "\(CountWords.severities(report.findings)).")
    }
    return lines
  }
}
