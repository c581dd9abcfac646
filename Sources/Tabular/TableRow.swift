/// One row of a table, which lends its fields.
///
/// A row that is kept keeps the piece of the file around it in memory, some
/// 64 KiB; what is needed longer is to be taken out as `String`.
package struct TableRow: Sendable {
  /// Its number, from 1 at the first line after the header.
  package let number: Int
  /// The line in the file at which it begins, from 1.
  package let line: Int
  /// `ragged` if it has more or fewer fields than the header and is not blank.
  package private(set) var problem: TabularError?

  private let text: [UInt8]
  private let start: Int
  private let fields: [FieldBounds]
  private let width: Int

  /// Creates a row out of the text that begins with it at `start`.
  init(number: Int, line: Int, text: [UInt8], start: Int, fields: [FieldBounds], width: Int) {
    self.number = number
    self.line = line
    self.text = text
    self.start = start
    self.fields = fields
    self.width = width
    if fields.count != width, !isBlank {
      problem = .ragged(row: number, expected: width, found: fields.count)
    }
  }

  /// How many fields it has.
  package var count: Int {
    fields.count
  }

  /// Whether there is nothing but spaces and tabs in any of its fields.
  package var isBlank: Bool {
    fields.allSatisfy { field in
      text[start + Int(field.start)..<start + Int(field.end)]
        .allSatisfy { $0 == ASCII.space || $0 == ASCII.tab }
    }
  }

  /// The field in a column, counting from 0; empty where a ragged or blank row
  /// has none under a column of the header.
  package subscript(column: Int) -> String {
    String(decoding: text[range(column)], as: UTF8.self)
  }

  /// Lends the bytes of the field in a column, counting from 0, as UTF-8;
  /// empty where a ragged or blank row has none.
  ///
  /// - Throws: What the closure throws.
  package func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(text.span.extracting(range(column)))
  }

  /// Whether a field has no byte in it.
  package func isEmpty(_ column: Int) -> Bool {
    range(column).isEmpty
  }

  /// Whether the field in a column stood in quotes.
  package func isQuoted(_ column: Int) -> Bool {
    guard column < fields.count else { return false }
    let first = Int(fields[column].start)
    return first > 0 && text[start + first - 1] == ASCII.quote
  }

  private func range(_ column: Int) -> Range<Int> {
    guard column < fields.count else {
      precondition(column < width, "a column that the table does not have")
      return start..<start
    }
    return start + Int(fields[column].start)..<start + Int(fields[column].end)
  }
}
