/// Reads a table row by row, holding no more in memory than its limits allow.
///
/// A line without a character is no row, but is counted. After an error every
/// further call throws the same one.
package struct TableReader<Source: ByteSource & ~Copyable>: ~Copyable {
  /// Why reading ends early.
  package typealias Failure = TableReadError<Source.Failure>

  /// The names of the columns.
  package let header: TableHeader

  private var rows: RowReader
  private var source: Source
  private var sourceFailure: Source.Failure?

  /// Begins a table by reading its header, the first line that is not empty.
  ///
  /// - Throws: `TableReadError.source` with the source's own error, or
  ///   `TableReadError.table` with `empty`, `noHeader`, or what `next` throws,
  ///   for row 0.
  package init(
    _ source: consuming Source, raggedRows: RaggedRows, limits: TableLimits = TableLimits()
  ) throws(Failure) {
    self.source = source
    rows = RowReader(limits, raggedRows)
    guard let row = try Self.next(&rows, &self.source, &sourceFailure) else {
      throw .table(rows.hasSeenLine ? .noHeader : .empty)
    }
    guard !row.isBlank else { throw .table(.noHeader) }
    header = TableHeader((0..<row.count).map { row[$0] })
  }

  /// The delimiter, as the header line told it.
  package var dialect: Dialect {
    rows.dialect
  }

  /// The line ends between rows up to here.
  package var lineEnds: LineEnds {
    rows.lineEnds
  }

  /// The encoding as far as it is known: a file that has been ASCII alone up to
  /// here counts as UTF-8.
  package var encoding: TextEncoding {
    rows.encoding
  }

  /// Reads the next row; nil after the last.
  ///
  /// - Throws: `TableReadError.source` with the source's own error, or
  ///   `TableReadError.table` with `ragged` if such rows are refused, or with
  ///   `unclosedQuote`, `strayQuote`, `nul`, `fieldTooLong`, `rowTooLong`,
  ///   `tooManyColumns`, `mixedEncodings` or `notText`.
  package mutating func next() throws(Failure) -> TableRow? {
    try Self.next(&rows, &source, &sourceFailure)
  }

  private static func next(
    _ rows: inout RowReader, _ source: inout Source, _ sourceFailure: inout Source.Failure?
  ) throws(Failure) -> TableRow? {
    while true {
      let step: RowReader.Step
      do throws(TabularError) {
        step = try rows.step()
      } catch {
        throw .table(error)
      }
      switch step {
      case .row(let row): return row
      case .end: return nil
      case .hungry: rows.supply(try chunk(&source, &sourceFailure))
      }
    }
  }

  private static func chunk(
    _ source: inout Source, _ failure: inout Source.Failure?
  ) throws(Failure) -> [UInt8]? {
    if let failure { throw .source(failure) }
    do throws(Source.Failure) {
      return try source.nextChunk()
    } catch {
      failure = error
      throw .source(error)
    }
  }
}
