import HMIS

/// Prepared tables for programs; docs/JSON.md describes them.
struct PreparedJSON: Encodable {
  let standard: String
  let waiting: Int
  let tables: [Table]

  struct Table: Encodable {
    let file: String
    let columns: [String]
    let rows: [[String]]
  }

  init(_ prepared: PreparedTables, _ year: StandardYear) {
    standard = year.rawValue
    waiting = prepared.waiting
    tables = prepared.tables.map { table in
      Table(file: table.file, columns: table.columns, rows: table.rows)
    }
  }
}
