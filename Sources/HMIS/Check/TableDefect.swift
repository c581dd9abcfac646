import Tabular

/// Why a table cannot be read, as numbers only.
package struct TableDefect: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Kind: Equatable, Sendable {
    case empty
    /// The first line that is not empty names no column.
    case noHeader
    /// A row has another number of fields than the header.
    case ragged(expected: Int, found: Int)
    case unclosedQuote
    case strayQuote
    case nul
    /// More bytes than the limit.
    case fieldTooLong(limit: Int)
    /// More bytes than the limit.
    case rowTooLong(limit: Int)
    case tooManyColumns(limit: Int)
    /// UTF-8 in one place and Windows-1252 in another.
    case mixedEncodings
    /// Bytes that are no character.
    case notText
    /// Another kind of line end than before, as in a file put together from several.
    case mixedLineEnds
  }

  /// What is wrong.
  package let kind: Kind
  /// The row, from 1 at the first line after the header, which is 0; nil for the whole table.
  package let row: Int?
  /// The column, from 1; nil for the whole row.
  package let column: Int?

  /// Says that a row ends in another way than those before.
  init(mixedLineEnds row: Int) {
    (kind, self.row, column) = (.mixedLineEnds, row, nil)
  }

  init(_ error: TabularError) {
    let (kind, row, column): (Kind, Int?, Int?) =
      switch error {
      case .empty: (.empty, nil, nil)
      case .noHeader: (.noHeader, nil, nil)
      case .ragged(let row, let expected, let found):
        (.ragged(expected: expected, found: found), row, nil)
      case .unclosedQuote(let row): (.unclosedQuote, row, nil)
      case .strayQuote(let row, let column): (.strayQuote, row, column)
      case .nul(let row): (.nul, row, nil)
      case .fieldTooLong(let row, let column, let limit):
        (.fieldTooLong(limit: limit), row, column)
      case .rowTooLong(let row, let limit): (.rowTooLong(limit: limit), row, nil)
      case .tooManyColumns(let row, let limit): (.tooManyColumns(limit: limit), row, nil)
      case .mixedEncodings(let row): (.mixedEncodings, row, nil)
      case .notText(let row): (.notText, row, nil)
      }
    (self.kind, self.row, self.column) = (kind, row, column)
  }
}
