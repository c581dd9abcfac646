import Tabular

/// Where the columns of a table are, by the standard's names.
struct TableColumns: Sendable {
  private let places: [FoldedHeader: Int]
  /// The same under the names by which rules ask, so that none is folded for each row.
  private let known: [String: Int?]
  /// The names as they stand in the table; what is not the standard's is not to be shown.
  let names: [String]
  /// How many columns the table has.
  var count: Int { names.count }

  /// Finds the columns of a header.
  init(_ header: TableHeader) {
    names = header.names
    let places = Dictionary(
      zip(header.folded, header.folded.indices), uniquingKeysWith: { first, _ in first })
    self.places = places
    let vendors = ["FirstName": VendorColumns.firstNames, "LastName": VendorColumns.lastNames]
    known = Dictionary(
      RuleBook.columns.map { name in
        let names = vendors[name] ?? [name]
        return (name, names.lazy.compactMap { places[FoldedHeader($0)] }.first)
      }, uniquingKeysWith: { $1 })
  }

  /// The place of a column, from 0; nil if the table lacks it.
  func place(_ name: String) -> Int? { known[name] ?? places[FoldedHeader(name)] }

  /// The place of the first column that is there of several names.
  func place(anyOf names: [String]) -> Int? { names.lazy.compactMap(place).first }
}

/// A row of an anonymous record, as rules look at it.
struct CheckedRow {
  /// The table's name.
  let file: String
  /// The row, from 1 at the first line after the header.
  let number: Int
  /// The record's PersonalID; nil where a table has none.
  let personalID: String?
  private let row: TableRow
  private let columns: TableColumns

  init(_ row: TableRow, _ columns: TableColumns, file: String, personalID: String?) {
    self.row = row
    self.columns = columns
    self.file = file
    self.personalID = personalID
    number = row.number
  }

  /// The value in a column without the blanks around it; nil if the table lacks the column.
  func value(_ column: String) -> String? {
    columns.place(column).map { Trimmed.text(row[$0]) }
  }

  /// The value in the column at a place, without the blanks around it.
  func value(at place: Int) -> String { Trimmed.text(row[place]) }

  /// Makes a finding in this row.
  func finding(_ rule: Rule, _ problem: Rule.Problem) -> Finding {
    Finding(
      rule: rule.code, problem.severity, file: file, row: number, column: problem.column,
      personalID: personalID, message: problem.message)
  }
}

/// Text without blanks around it.
enum Trimmed {
  static func text(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
    // Nearly all values have none, and cost nothing.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
    let front = text.drop(while: \.isWhitespace)
    return String(front.prefix(front.count - front.reversed().prefix(while: \.isWhitespace).count))
  }
}
