/// What is wrong with a table, as numbers only: no case carries content.
///
/// Rows count from 1 at the first line after the header, empty lines included;
/// row 0 is the header. Columns count from 1.
package enum TabularError: Error, Equatable {
  /// There is not a single character.
  case empty
  /// The first line that is not empty has no name in it, or there is none.
  case noHeader
  /// A row has more or fewer fields than the header.
  case ragged(row: Int, expected: Int, found: Int)
  /// The text ends inside a quoted field of the row that begins here.
  case unclosedQuote(row: Int)
  /// A quote stands inside a field that did not begin with one, or a quoted
  /// field goes on after its closing quote.
  case strayQuote(row: Int, column: Int)
  /// A NUL character, which no text has.
  case nul(row: Int)
  /// A field is longer than the limit, in bytes of UTF-8 as it stands.
  case fieldTooLong(row: Int, column: Int, limit: Int)
  /// A row is longer than the limit, in bytes of UTF-8 as it stands.
  case rowTooLong(row: Int, limit: Int)
  /// A row has more fields than the limit.
  case tooManyColumns(row: Int, limit: Int)
  /// UTF-8 in one place and Windows-1252 in another; the row is where the
  /// second of them was met.
  case mixedEncodings(row: Int)
  /// Bytes that are no character in the encoding of the rest: a half of a
  /// surrogate pair, a character cut off by the end, one of the five bytes
  /// that Windows-1252 leaves undefined.
  case notText(row: Int)
}

/// Why reading a table ended: the table itself, or whoever supplied its bytes.
package enum TableReadError<SourceFailure: Error>: Error {
  /// The source of the bytes failed, in its own words.
  case source(SourceFailure)
  /// The bytes are no table that can be read.
  case table(TabularError)
}

extension TableReadError: Equatable where SourceFailure: Equatable {}
