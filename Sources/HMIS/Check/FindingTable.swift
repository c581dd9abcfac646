import Tabular

/// Findings as a table, which a spreadsheet can open and which serves as a baseline.
package enum FindingTable {
  static let columns = ["rule", "severity", "file", "row", "column", "personalID", "message"]

  /// The findings as CSV in UTF-8, with a header.
  package static func bytes(_ findings: [Finding]) -> [UInt8] {
    // A PersonalID comes from outside, and a spreadsheet would run one that is a formula.
    let writer = TableWriter(formulas: .guarded)
    var bytes = writer.row(columns)
    for finding in findings {
      writer.append(
        [
          finding.rule, finding.severity.rawValue, finding.file,
          finding.row.map(String.init) ?? "", finding.column ?? "", finding.personalID ?? "",
          finding.message,
        ], to: &bytes)
    }
    return bytes
  }
}
