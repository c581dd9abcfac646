import Foundation
import GRDB

/// Holds the SQL over rows. Lengths and types are judged inside SQLite, from
/// the row's header, before a value is brought into memory.
struct RowQuery {
  static let keyColumn = 0
  static let valueColumn = 1
  static let lengthColumn = 2

  static let get = "SELECT \(key), \(value) FROM row WHERE namespace = ? AND key = ?"
  static let last = """
    SELECT \(key), \(value) FROM row WHERE namespace = ? ORDER BY namespace DESC, key DESC LIMIT 1
    """
  static let count = "SELECT count(*) FROM row WHERE namespace = ?"
  static let put = "INSERT OR REPLACE INTO row (namespace, key, value) VALUES (?, ?, ?)"
  static let insert = "INSERT INTO row (namespace, key, value) VALUES (?, ?, ?)"
  static let delete = "DELETE FROM row WHERE namespace = ? AND key = ?"
  static let deleteAll = "DELETE FROM row WHERE namespace = ?"

  static let rows = RowQuery(columns: "\(key), \(value)")
  static let keys = RowQuery(columns: key)

  private let columns: String

  func walk(of namespace: Namespace, in database: Database) throws -> RowWalk {
    try RowWalk(columns, namespace, database)
  }

  private static let key = """
    CASE WHEN typeof(key) = 'blob' AND length(key) <= \(StoreLimits.keyBytes) THEN key END
    """
  private static let value = """
    CASE WHEN typeof(value) = 'blob' AND length(value) <= \(StoreLimits.valueBytes) THEN value END, \
    CASE WHEN typeof(value) = 'blob' THEN length(value) END
    """
}

/// Goes through a namespace in key order. Its statements are its own, as walks
/// may be nested.
final class RowWalk {
  private let database: Database
  private let namespace: Namespace
  private let sql: (String) -> String
  private var continuation: Statement?

  init(_ columns: String, _ namespace: Namespace, _ database: Database) throws {
    self.database = database
    self.namespace = namespace
    sql = { start in
      "SELECT \(columns) FROM row WHERE namespace = ?\(start) ORDER BY namespace, key"
    }
  }

  /// From a key on, or from the beginning, which is not a key: a malformed one
  /// may sort below every blob.
  func rows(from: [UInt8]?) throws -> RowCursor {
    guard let from else {
      return try Row.fetchCursor(database, sql: sql(""), arguments: [namespace.rawValue])
    }
    let arguments: StatementArguments = [namespace.rawValue, Data(from)]
    return try Row.fetchCursor(database, sql: sql(" AND key >= ?"), arguments: arguments)
  }

  /// On from the row after `key`, in the rows as they are now.
  func rows(after key: [UInt8]) throws -> RowCursor {
    let statement = try continuation ?? database.makeStatement(sql: sql(" AND key > ?"))
    continuation = statement
    return try Row.fetchCursor(statement, arguments: [namespace.rawValue, Data(key)])
  }
}
