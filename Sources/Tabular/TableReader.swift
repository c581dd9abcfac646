/// Reads a table row by row, holding no more in memory than its limits allow.
///
/// A line without a character is no row, but is counted. After an error every
/// further call throws the same one.
package struct TableReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// What to do with a row that has more or fewer fields than the header; a
  /// blank one is never refused.
  package enum RaggedRows: Sendable {
    /// It ends the reading.
    case refuse
    /// It comes with its `problem`, and the reading goes on.
    case report
  }

  /// Why reading ends early.
  package typealias Failure = TableReadError<Source.Failure>

  /// The names of the columns.
  package private(set) var header: TableHeader
  /// The delimiter, as the header line told it.
  package private(set) var dialect = Dialect(delimiter: .comma)
  /// The line ends between rows up to here.
  package private(set) var lineEnds: LineEnds = []

  private var source: Source
  private var text = DecodedText()
  private var scanner: RowScanner
  private var following = RowScanner.Following.unknown
  private var fault: TextDecoder.Fault?
  private var failure: Failure?
  private let limits: TableLimits
  private let raggedRows: RaggedRows
  /// The number of the row that comes next.
  private var number = 0
  /// The line at which it begins.
  private var line = 1

  /// Begins a table by reading its header, the first line that is not empty.
  ///
  /// - Throws: `TableReadError.source` with the source's own error, or
  ///   `TableReadError.table` with `empty`, `noHeader`, or what `next` throws,
  ///   for row 0.
  package init(
    _ source: consuming Source, raggedRows: RaggedRows, limits: TableLimits = TableLimits()
  ) throws(Failure) {
    self.source = source
    self.limits = limits
    self.raggedRows = raggedRows
    header = TableHeader([])
    scanner = RowScanner(dialect, limits)
    try readHeader()
  }

  /// The encoding as far as it is known: a file that has been ASCII alone up to
  /// here counts as UTF-8.
  package var encoding: TextEncoding {
    text.encoding
  }

  /// Reads the next row; nil after the last.
  ///
  /// - Throws: `TableReadError.source` with the source's own error, or
  ///   `TableReadError.table` with `ragged` if such rows are refused, or with
  ///   `unclosedQuote`, `strayQuote`, `nul`, `fieldTooLong`, `rowTooLong`,
  ///   `tooManyColumns`, `mixedEncodings` or `notText`.
  package mutating func next() throws(Failure) -> TableRow? {
    if let failure { throw failure }
    do throws(Failure) {
      guard let row = try nextRow() else { return nil }
      if raggedRows == .refuse, let problem = row.problem { throw .table(problem) }
      return row
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func readHeader() throws(Failure) {
    guard try skipEmptyLines() else { throw .table(line == 1 ? .empty : .noHeader) }
    try tellDialect()
    guard let row = try nextRow(), !row.isBlank else { throw .table(.noHeader) }
    header = TableHeader((0..<row.count).map { row[$0] })
  }

  private mutating func tellDialect() throws(Failure) {
    var teller = DialectTeller()
    while following != .fault {
      // No further than a row may go, so that the answer does not depend on chunks.
      if teller.read(text, limit: limits.row) || following == .nothing { break }
      try grow()
    }
    dialect = teller.dialect
    scanner = RowScanner(dialect, limits)
  }

  private mutating func nextRow() throws(Failure) -> TableRow? {
    guard try skipEmptyLines() else { return nil }
    scanner.begin()
    while true {
      let outcome: RowScanner.Outcome
      do throws(TabularError) {
        outcome = try scanner.scan(text, following, row: number)
      } catch {
        throw .table(error)
      }
      switch outcome {
      case .starved: try grow()
      case .line(let length, let end): return takeRow(length, end)
      }
    }
  }

  private mutating func takeRow(_ length: Int, _ end: LineEnds) -> TableRow {
    for field in scanner.paired {
      let bounds = scanner.fields[field]
      let end = text.joinQuotes(in: Int(bounds.start)..<Int(bounds.end))
      scanner.setEnd(of: field, to: end)
    }
    let row = TableRow(
      number: number, line: line, text: text.bytes, start: text.start, fields: scanner.fields,
      width: number == 0 ? scanner.fields.count : header.count)
    line += scanner.linesWithin
    leaveLine(length, end)
    number += 1
    return row
  }

  /// Leaves the lines without a character behind; false at the end of the text.
  /// They count, but for those before the header.
  private mutating func skipEmptyLines() throws(Failure) -> Bool {
    while true {
      switch scanner.emptyLine(text, following) {
      case nil: return true
      case .starved:
        if following == .nothing { return false }
        try grow()
      case .line(let length, let end):
        leaveLine(length, end)
        if number > 0 { number += 1 }
      }
    }
  }

  private mutating func leaveLine(_ length: Int, _ end: LineEnds) {
    text.advance(by: length)
    lineEnds.formUnion(end)
    if !end.isEmpty { line += 1 }
  }

  /// Gets more text into memory, or finds out why there is none.
  private mutating func grow() throws(Failure) {
    switch fault {
    case .mixedEncodings: throw .table(.mixedEncodings(row: number))
    case .notText: throw .table(.notText(row: number))
    case nil: break
    }
    while true {
      switch text.grow() {
      case .grew: return
      case .hungry: text.supply(try nextChunk())
      case .ended:
        following = .nothing
        return
      case .faulty(let found):
        (following, fault) = (.fault, found)
        return
      }
    }
  }

  private mutating func nextChunk() throws(Failure) -> [UInt8]? {
    do throws(Source.Failure) {
      return try source.nextChunk()
    } catch {
      throw .source(error)
    }
  }
}
