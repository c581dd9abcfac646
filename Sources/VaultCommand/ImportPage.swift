import VaultCore

/// What became of a table, for a person: counts, what is wrong, what to do next. No name is in it.
struct ImportPage {
  let report: ImportReport
  let isDryRun: Bool

  /// More lines of a kind would push the counts off the screen.
  private static let listLimit = 50

  var lines: [String] {
    var lines = problems + similar
    if !lines.isEmpty { lines.append("") }
    lines.append(counts)
    if report.refused > 0, report.added == 0 {
      lines.append(isDryRun ? "Nothing would be stored." : "Nothing was stored.")
    } else if isDryRun {
      lines.append("A dry run: nothing was stored.")
    }
    return lines + next
  }

  private var counts: String {
    let added = "\(report.added) \(isDryRun ? "would be added" : "added")"
    return "\(added), \(report.present) in the vault already, \(report.refused) refused"
  }

  private var problems: [String] {
    let shown = report.problems.prefix(Self.listLimit).map { problem in
      let column = problem.column.map {
        ", \($0.header.isEmpty ? $0.place : "column \"\($0.header)\"")"
      }
      return "row \(problem.row)\(column ?? ""): \(problem.kind.words)"
    }
    let more = report.problems.count - shown.count + report.problemsBeyond
    return shown + (more > 0 ? ["and \(more) more problems"] : [])
  }

  private var similar: [String] {
    let shown = report.similar.prefix(Self.listLimit).map { person in
      let other =
        person.otherRow.map { "row \($0)" }
        ?? "\(person.uid ?? "no UID yet") \(person.id?.shortText ?? "")"
      let degree = person.isCertain ? "is certainly" : "may be"
      let reasons = person.reasons.map(\.rawValue).joined(separator: ", ")
      return "row \(person.row): \(degree) \(other) (\(reasons))"
    }
    let more = report.similar.count - shown.count + report.similarBeyond
    return shown + (more > 0 ? ["and \(more) more who are similar"] : [])
  }

  /// What to do about what was refused.
  private var next: [String] {
    var lines: [String] = []
    if !report.problems.isEmpty {
      lines.append("Correct these rows and import again; --skip-problems stores the others.")
    }
    let unkept = report.problems.first { problem in
      if case .field(.ssnNotKept) = problem.kind { true } else { false }
    }
    if let column = unkept?.column { lines.append("The column can be left out: \(column.option)") }
    if report.refused > report.problems.count || !report.similar.isEmpty, report.refused > 0 {
      lines += [
        "Compare who is similar: uidvault show UID. --allow-similar registers those who are somebody",
        "else; a row that is certainly somebody of the vault is best taken out of the table.",
      ]
    }
    return lines
  }
}
