import GRDB

/// Holds the form of the file, which is its format: one table, found exactly as
/// it was made or not opened at all.
enum StoreSchema {
  /// `UIDV`, in the file's header.
  static let applicationID: UInt32 = 0x5549_4456

  /// The schema version that this program writes, and the newest it reads.
  static let version: UInt32 = 1

  /// In bytes. Of 4,096, 8,192 and 16,384 the quickest for one registration and
  /// as small as any for records in key order.
  static let pageSize = 8_192

  // Without a rowid the rows lie in the order of their keys, and nothing tells
  // in which order they arrived.
  static let table = """
    CREATE TABLE row (\
    namespace INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, \
    PRIMARY KEY (namespace, key)\
    ) STRICT, WITHOUT ROWID
    """

  /// Makes the table in an empty file, inside the first transaction.
  static func make(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
    try database.execute(sql: table)
  }

  /// Refuses a file with anything but our table, or with rows that belong to no
  /// namespace. Costs a few seeks, whatever the size.
  ///
  /// - Throws: `StoreError.foreign`, `foreignNamespace`, `notAVault`,
  ///   `newerVersion`, and the engine's errors.
  static func check(_ database: Database) throws {
    try checkOrigin(database)
    try checkParts(database)
    try checkNamespaces(database)
  }

  /// Again what the header said, now under SQLite's lock and after any recovery.
  private static func checkOrigin(_ database: Database) throws {
    let application = try UInt32.fetchOne(database, sql: "PRAGMA application_id")
    let found = try UInt32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == applicationID, found >= 1 else { throw StoreError.notAVault }
    guard found <= version else { throw StoreError.newerVersion(found: found, known: version) }
  }

  // All comparing is done by SQLite, so that no foreign text is brought here.
  private static func checkParts(_ database: Database) throws {
    let ours = "type = 'table' AND name = 'row' AND tbl_name = 'row'"
    let sql = """
      SELECT CASE \
      WHEN \(ours) AND sql IS ?1 THEN 'ours' WHEN \(ours) THEN 'definition' \
      WHEN type IN ('table', 'index', 'trigger', 'view') THEN type ELSE 'unknown' END AS part \
      FROM sqlite_schema ORDER BY part = 'ours', part = 'definition'
      """
    let parts = try String.fetchCursor(database, sql: sql, arguments: [table])
    let first = try parts.next()
    guard let first else { throw StoreError.foreign(.definition) }
    if first != "ours" { throw StoreError.foreign(foreignPart(first)) }
    if try parts.next() != nil { throw StoreError.foreign(.unknown) }
  }

  private static func foreignPart(_ word: String) -> ForeignPart {
    switch word {
    case "table": .table
    case "index": .index
    case "trigger": .trigger
    case "view": .view
    case "definition": .definition
    default: .unknown
    }
  }

  private static func checkNamespaces(_ database: Database) throws {
    let known = Namespace.allCases.map { Int64($0.rawValue) }.sorted()
    for (number, next) in zip(known, known.dropFirst()) {
      try refuseRow("namespace > ? AND namespace < ?", [number, next], in: database)
    }
    try refuseRow("namespace < ?", [known[0]], in: database)
    try refuseRow("namespace > ?", [known[known.count - 1]], in: database)
    try refuseRow("namespace IS NULL", [], in: database)
  }

  private static func refuseRow(
    _ condition: String, _ arguments: StatementArguments, in database: Database
  ) throws {
    let sql = """
      SELECT CASE typeof(namespace) WHEN 'integer' THEN namespace END \
      FROM row WHERE \(condition) LIMIT 1
      """
    // Every command asks: what differs in numbers alone is prepared once.
    let found = try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
    guard let found else { return }
    guard case .int64(let number) = found.databaseValue(at: 0).storage else {
      throw StoreError.foreign(.row)
    }
    throw StoreError.foreignNamespace(number)
  }
}

extension Row {
  func databaseValue(at index: Int) -> DatabaseValue { self[index] }
}
