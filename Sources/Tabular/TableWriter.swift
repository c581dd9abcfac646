/// Writes a table's rows as RFC 4180 has them, in UTF-8.
package struct TableWriter: Sendable {
  /// What to do with a field that a spreadsheet would take for a formula.
  package enum Formulas: Sendable {
    /// It is written as it is, so that it reads back the same.
    case kept
    /// An apostrophe is put before a leading `=`, `+`, `-`, `@`, tab or
    /// carriage return, which changes the field. Source: OWASP, "CSV Injection".
    case guarded
  }

  private let delimiter: UInt8
  private let formulas: Formulas

  /// Creates a writer; its lines end with a carriage return and a line feed.
  package init(formulas: Formulas, dialect: Dialect = Dialect(delimiter: .comma)) {
    self.formulas = formulas
    delimiter = dialect.delimiter.rawValue
  }

  /// Returns a row, or the header, with its line end.
  package func row(_ fields: [String]) -> [UInt8] {
    var chunk: [UInt8] = []
    append(fields, to: &chunk)
    return chunk
  }

  /// Appends a row, or the header, with its line end to a chunk.
  package func append(_ fields: [String], to chunk: inout [UInt8]) {
    for index in fields.indices {
      if index > 0 { chunk.append(delimiter) }
      append(fields[index], isAlone: fields.count == 1, to: &chunk)
    }
    chunk.append(ASCII.carriageReturn)
    chunk.append(ASCII.lineFeed)
  }

  private func append(_ field: String, isAlone: Bool, to chunk: inout [UInt8]) {
    let bytes = field.utf8
    let isGuarded = formulas == .guarded && bytes.first.map(Self.beginsFormula) == true
    guard bytes.contains(where: Self.needsQuotes) || isAlone && bytes.isEmpty else {
      if isGuarded { chunk.append(Self.apostrophe) }
      chunk.append(contentsOf: bytes)
      return
    }
    // An empty field alone would be an empty line, which is no row.
    chunk.append(ASCII.quote)
    if isGuarded { chunk.append(Self.apostrophe) }
    for byte in bytes {
      if byte == ASCII.quote { chunk.append(ASCII.quote) }
      chunk.append(byte)
    }
    chunk.append(ASCII.quote)
  }

  /// Any delimiter is quoted, lest a name with several of another than this
  /// table's tell a reader the wrong one.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.quote, ASCII.lineFeed, ASCII.carriageReturn: true
    default: Dialect.Delimiter(rawValue: byte) != nil
    }
  }

  private static let apostrophe: UInt8 = 0x27

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, ASCII.tab, ASCII.carriageReturn: true
    default: false
    }
  }
}
