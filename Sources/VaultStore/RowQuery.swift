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

  static let rows = RowQuery(columns: "\(key), \(value)")
  static let keys = RowQuery(columns: key)

  private let columns: String

  /// Walks a namespace in key order, from a key on or from its beginning. The
  /// beginning is not a key: a malformed one may sort below every blob.
  func cursor(_ database: Database, _ namespace: Namespace, _ from: [UInt8]?) throws -> RowCursor {
    let start = from == nil ? "" : " AND key >= ?"
    let sql = """
      SELECT \(columns) FROM row WHERE namespace = ?\(start) ORDER BY namespace, key
      """
    var arguments: StatementArguments = [namespace.rawValue]
    if let from { arguments += [Data(from)] }
    return try Row.fetchCursor(database, sql: sql, arguments: arguments)
  }

  private static let key = """
    CASE WHEN typeof(key) = 'blob' AND length(key) <= \(StoreLimits.keyBytes) THEN key END
    """
  private static let value = """
    CASE WHEN typeof(value) = 'blob' AND length(value) <= \(StoreLimits.valueBytes) THEN value END, \
    CASE WHEN typeof(value) = 'blob' THEN length(value) END
    """
}
