import Tabular

/// The log as a table for a spreadsheet (CSV, RFC 4180); no field is taken for a formula.
package enum AuditTable {
  /// One line with its end.
  package static func line(_ cells: [String]) -> [UInt8] {
    TableWriter(formulas: .guarded).row(cells)
  }
}
