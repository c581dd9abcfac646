import ArgumentParser
import VaultCore

/// How an export is written.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// A JSON object a line, with all that the vault knows.
  case jsonl
  /// A table with the columns that `import` takes.
  case csv

  /// What the file begins with.
  var header: [UInt8] {
    switch self {
    case .jsonl: []
    case .csv: ExportTable.header
    }
  }

  /// A client's line; nil for who has none in this format.
  func line(of client: Client) -> [UInt8]? {
    switch self {
    case .jsonl:
      do { return try Array(JSONAnswer.line(ExportLineJSON(client: client)).utf8) } catch {
        preconditionFailure("texts, numbers and lists of them are always JSON")
      }
    case .csv: return ExportTable.row(of: client)
    }
  }
}
