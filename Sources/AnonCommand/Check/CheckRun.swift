import HMIS
import InputFiles
import Terminal

/// Reads the tables and lets them be checked, with a sign of life on a terminal.
struct CheckRun {
  private let tables: [NamedStream]

  init(_ tables: [NamedStream]) { self.tables = tables }

  /// What the check came to.
  ///
  /// - Throws: `CommandFailure` for the table that cannot be checked.
  func report(_ check: ExportCheck) throws(CommandFailure) -> CheckReport {
    // The enrollments are read twice.
    let total = tables.reduce(0) { $0 + $1.byteCount * ($1.baseName == "enrollment.csv" ? 3 : 1) }
    let shown = Progress("MiB checked", total: total >> 20)
    defer { shown.end() }
    do throws(CheckError<InputError>) {
      return try check.run(
        tables.map(Self.table), progress: CheckProgress { shown.update($0 >> 20) })
    } catch {
      shown.end()
      throw CommandFailure(error)
    }
  }

  private static func table(_ stream: NamedStream) -> CheckTable<InputError> {
    CheckTable(name: stream.name, byteCount: stream.byteCount) { () throws(InputError) in
      let reading = try stream.open()
      return { () throws(InputError) in try reading.next() }
    }
  }
}
