import Tabular

extension TableProblem {
  /// What a reader of tables says, in words of this room.
  init(_ error: TabularError) {
    switch error {
    case .empty: self = .empty
    case .noHeader: self = .noHeader
    case .ragged: preconditionFailure("ragged rows are reported, not refused")
    case .unclosedQuote(let row): self = .unclosedQuote(row: row)
    case .strayQuote(let row, let column): self = .strayQuote(row: row, column: column)
    case .nul(let row): self = .nul(row: row)
    case .fieldTooLong(let row, let column, let limit):
      self = .fieldTooLong(row: row, column: column, limit: limit)
    case .rowTooLong(let row, let limit): self = .rowTooLong(row: row, limit: limit)
    case .tooManyColumns(let row, let limit): self = .tooManyColumns(row: row, limit: limit)
    case .mixedEncodings(let row): self = .mixedEncodings(row: row)
    case .notText(let row): self = .notText(row: row)
    }
  }
}
