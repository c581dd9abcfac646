import Tabular

/// Reads a table from its beginning and hands out its rows.
struct TableScan<Failure: Error> {
  private let table: CheckTable<Failure>
  private let progress: CheckProgress?

  init(_ table: CheckTable<Failure>, _ progress: CheckProgress? = nil) {
    self.table = table
    self.progress = progress
  }

  /// Reads the header alone.
  ///
  /// - Throws: `CheckError` with `source` or `table`.
  func header() throws(CheckError<Failure>) -> TableHeader {
    do throws(TableReadError<Failure>) {
      return try TableReader(try open(), raggedRows: .refuse).header
    } catch {
      throw failure(error)
    }
  }

  /// Hands out the rows that are not blank, until the closure answers that it has enough.
  ///
  /// - Throws: `CheckError` with `source`, `table` or `secondHeader`.
  func rows(
    _ body: (TableRow, TableColumns) -> Next
  ) throws(CheckError<Failure>) {
    var reader: TableReader<ChunkSource<Failure>>
    do throws(TableReadError<Failure>) {
      reader = try TableReader(try open(), raggedRows: .refuse)
    } catch {
      throw failure(error)
    }
    let columns = TableColumns(reader.header)
    let first = Array(reader.header.names[0].utf8)
    while let row = try next(&reader) {
      if reader.lineEnds.isMixed {
        throw .table(file: table.name, TableDefect(mixedLineEnds: row.number))
      }
      if row.count != columns.count { continue }  // blank, or it would have been refused
      // Tables that were put together by hand have the header of each.
      let isHeader = row.withBytes(0) { $0.isSame(as: first) }
      if isHeader, !first.isEmpty { throw .secondHeader(file: table.name, row: row.number) }
      if body(row, columns) == .enough { return }
    }
  }

  /// Whether more rows are wanted.
  enum Next {
    case more, enough
  }

  private func open() throws(TableReadError<Failure>) -> ChunkSource<Failure> {
    do throws(Failure) {
      let source = try table.open()
      return progress?.counting(source) ?? source
    } catch {
      throw .source(error)
    }
  }

  private func next(
    _ reader: inout TableReader<ChunkSource<Failure>>
  ) throws(CheckError<Failure>) -> TableRow? {
    do throws(TableReadError<Failure>) {
      return try reader.next()
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: TableReadError<Failure>) -> CheckError<Failure> {
    switch error {
    case .source(let failure): .source(failure)
    case .table(let problem): .table(file: table.name, TableDefect(problem))
    }
  }
}
