/// Why tables cannot be checked: one of them, or what they are together.
package enum CheckError<SourceFailure: Error>: Error {
  /// A table's bytes cannot be had.
  case source(SourceFailure)
  /// A table is none that can be read.
  case table(file: String, TableDefect)
  /// A column is there twice, at these places from 1; with its name if that is one of the
  /// standard's or one that is usual in vendors' tables.
  case columnTwice(file: String, name: String?, places: [Int])
  /// A column that is none of the standard's is one letter from one that is missing.
  case columnMisspelt(file: String, place: Int, known: String)
  /// A column belongs to another year's standard than the one that was asked for or that the
  /// other columns tell.
  case otherYear(file: String, column: String, year: StandardYear)
  /// A table has columns of which one or the other year's standard has only one.
  case bothYears(file: String, columns: [String])
  /// A standard's table lacks a column without which nothing can be checked.
  case columnMissing(file: String, name: String)
  /// A table has neither a PersonalID nor a first name nor a UID.
  case nothingToCheck(file: String)
  /// No client stands in the clients' table, or there is no such table.
  case noClients(file: String?)
  /// A table's header is followed by a second one, in this row.
  case secondHeader(file: String, row: Int)
}

extension CheckError: Equatable where SourceFailure: Equatable {}
