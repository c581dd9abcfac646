/// Why a table cannot be imported at all. It never carries a value of a row.
///
/// Rows count from 1 at the first line after the header, which is row 0.
package enum TableProblem: Error, Equatable, Sendable {
  /// There is not a single character.
  case empty
  /// The bytes are a spreadsheet's own file (a ZIP archive or an OLE container), not a table.
  case spreadsheet
  /// There is no line with the names of columns.
  case noHeader
  /// No column is known to hold a name; the first line may be no header.
  case noUsableHeader
  /// These columns are not known; at most 20.
  case unknownColumns([TableColumn])
  /// Two columns would fill one field that holds one value.
  case columnTwice(TableColumn, TableColumn)
  /// One column holds whole names, another a part of them.
  case wholeNameBesidePart(TableColumn, TableColumn)
  /// A mapping, counted from 1, is not in the form COLUMN=FIELD.
  case mappingForm(Int)
  /// A mapping, counted from 1, names a column that the table does not have.
  case mappingColumn(Int)
  /// A mapping, counted from 1, names a field that there is not.
  case mappingField(Int)
  /// A mapping, counted from 1, names a column that an earlier one names.
  case mappingTwice(Int)
  /// A quoted field of the row that begins here never ends.
  case unclosedQuote(row: Int)
  /// A quote stands inside a field that does not begin with one, or text behind its last one.
  case strayQuote(row: Int, column: Int)
  /// A NUL character, which no text has.
  case nul(row: Int)
  /// A field is longer than so many bytes.
  case fieldTooLong(row: Int, column: Int, limit: Int)
  /// A row is longer than so many bytes.
  case rowTooLong(row: Int, limit: Int)
  /// A row has more fields than the limit.
  case tooManyColumns(row: Int, limit: Int)
  /// There are more rows than one import takes.
  case tooManyRows(limit: Int)
  /// UTF-8 in one place and Windows-1252 in another, which was met in this row.
  case mixedEncodings(row: Int)
  /// Bytes that are no character.
  case notText(row: Int)
}

/// A column as the table names it.
package struct TableColumn: Equatable, Sendable {
  /// Counted from 1.
  package let number: Int
  /// The beginning of its name, which comes from outside: at most 40 characters.
  package let header: String

  private static let headerLimit = 40

  init(number: Int, header: String) {
    self.number = number
    self.header = String(header.prefix(Self.headerLimit))
  }
}
