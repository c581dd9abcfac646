import Tabular

/// A table that `prepare` has made.
package struct PreparedTable: Sendable {
  /// Its file's name, as the standard writes it.
  package let file: String
  /// The columns of the year's standard, all of them, in its order.
  package let columns: [String]
  /// The values, one for each column.
  package let rows: [[String]]

  // They are let pass where an export has them; no row is written with them.
  /// Columns of Enrollment.csv that the draft of FY2026 has and the standard in force has not.
  ///
  /// Source: HUD's LSA sample data "2026 v1.0", Eva, Green River.
  private static let onlyInDraft = [
    "TranslationNeeded", "PreferredLanguage", "PreferredLanguageDifferent",
  ]

  init(_ file: String, _ standard: StandardYear, _ rows: [[String: String]]) {
    self.file = file
    let known = (StandardTables.of(standard).columns(of: file.lowercased()) ?? []).filter {
      standard != .fy2026 || !Self.onlyInDraft.contains($0.name)
    }
    columns = known.map(\.name)
    self.rows = rows.map { row in
      known.map { row[$0.name] ?? Self.unanswered($0) }
    }
  }

  /// "Data not collected", or "no", where the standard requires an answer and none was given.
  private static func unanswered(_ column: StandardColumn) -> String {
    guard !column.mayBeEmpty, !column.codes.isEmpty else { return "" }
    return column.codes.contains("99") ? "99" : "0"
  }

  /// The table as CSV in UTF-8, with its header.
  package var bytes: [UInt8] {
    let writer = TableWriter(formulas: .kept)
    return ([columns] + rows).flatMap { writer.row($0) }
  }
}
