/// Why a table cannot be imported at all. It never carries a value.
package enum TableProblem: Error, Equatable, Sendable {
  /// There is not a single row.
  case empty
}
