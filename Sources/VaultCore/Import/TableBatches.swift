import Tabular

/// A table, some thousands of rows at a time: enough for all cores, bounded in memory.
struct TableBatches<Failure: Error>: ~Copyable {
  private var reader: TableReader<ChunkSource<Failure>>

  /// The longest note is 64 KiB: longer fields are refused before they are in memory.
  private static var limits: TableLimits {
    TableLimits(field: 1 << 17, row: 1 << 20, columns: 1_024)
  }

  private static var rowLimit: Int { TableImport.batch }
  /// One MiB, after which a batch ends.
  private static var byteLimit: Int { 1 << 20 }

  var header: TableHeader { reader.header }

  /// Reads the header.
  ///
  /// - Throws: as `next` does.
  init(_ table: TableBytes<Failure>) throws(ImportFailure<Failure>) {
    let source = try table.checked()
    do {
      reader = try TableReader(source, raggedRows: .report, limits: Self.limits)
    } catch {
      throw ImportFailure(error)
    }
  }

  /// The next rows; nil after the last.
  ///
  /// - Throws: `.source`, `.vault` (`table`).
  mutating func next() throws(ImportFailure<Failure>) -> [TableRow]? {
    var rows: [TableRow] = []
    var bytes = 0
    do {
      while rows.count < Self.rowLimit, bytes < Self.byteLimit, let row = try reader.next() {
        rows.append(row)
        for column in 0..<row.count { bytes += row.withBytes(column) { $0.count } }
      }
    } catch {
      throw ImportFailure(error)
    }
    return rows.isEmpty ? nil : rows
  }
}

extension ImportFailure {
  fileprivate init(_ error: TableReadError<SourceFailure>) {
    switch error {
    case .source(let failure): self = .source(failure)
    case .table(let problem): self = .vault(.table(TableProblem(problem)))
    }
  }
}
