import Foundation
import GRDB
import VaultCrypto

/// Reads and writes rows within one SQLite transaction.
final class SQLiteTransaction: StoreWriting {
  private let database: Database
  private let note: BusyNote
  /// How often each namespace was changed: a scan's cursor is good only until
  /// the next change.
  private var versions = [Int](repeating: 0, count: Int(UInt8.max) + 1)

  private var changes = 0

  /// - Parameters:
  ///   - database: The connection, inside of a transaction.
  ///   - note: Says why the store is busy, where it is.
  init(_ database: Database, _ note: BusyNote) {
    self.database = database
    self.note = note
  }

  /// Gives back what a large change took.
  func end() throws {
    if changes >= Self.manyChanges { try EngineSettings.Cache.small.apply(to: database) }
  }

  func get(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> SealedBytes? {
    try checkLength(of: key)
    return try engine {
      let statement = try database.cachedStatement(sql: RowQuery.get)
      let rows = try Row.fetchCursor(statement, arguments: [namespace.rawValue, Data(key)])
      return try rows.next().map { try value(of: $0, namespace) }
    }
  }

  func last(_ namespace: Namespace) throws(StoreError) -> (key: [UInt8], value: SealedBytes)? {
    try engine {
      let statement = try database.cachedStatement(sql: RowQuery.last)
      let rows = try Row.fetchCursor(statement, arguments: [namespace.rawValue])
      return try rows.next().map { try (key(of: $0, namespace), value(of: $0, namespace)) }
    }
  }

  func count(_ namespace: Namespace) throws(StoreError) -> Int {
    try engine {
      let arguments: StatementArguments = [namespace.rawValue]
      return try Int.fetchOne(database, sql: RowQuery.count, arguments: arguments) ?? 0
    }
  }

  func scan<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?,
    _ body: (_ key: [UInt8], _ value: SealedBytes) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try walk(namespace, from, RowQuery.rows) { (row, key) throws(Failure) in
      try body(key, wrapped(Failure.self) { try value(of: row, namespace) })
    }
  }

  func keys<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?,
    _ body: (_ key: [UInt8]) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try walk(namespace, from, RowQuery.keys) { (_, key) throws(Failure) in try body(key) }
  }

  func put(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError) {
    try store(RowQuery.put, namespace, key, value.bytes)
  }

  func insertNew(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError) {
    try store(RowQuery.insert, namespace, key, value.bytes)
  }

  func delete(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> Deletion {
    try checkLength(of: key)
    return try engine {
      try countChange(namespace)
      let statement = try database.cachedStatement(sql: RowQuery.delete)
      try statement.execute(arguments: [namespace.rawValue, Data(key)])
      return database.changesCount == 0 ? .nothingThere : .deleted
    }
  }

  func deleteAll(_ namespace: Namespace) throws(StoreError) -> Int {
    try engine {
      try countChange(namespace, rows: Self.manyChanges)
      try database.execute(sql: RowQuery.deleteAll, arguments: [namespace.rawValue])
      return database.changesCount
    }
  }

  // MARK: - Details

  private func store(
    _ sql: String, _ namespace: Namespace, _ key: [UInt8], _ value: [UInt8]
  ) throws(StoreError) {
    try checkLength(of: key)
    guard value.count <= StoreLimits.valueBytes else { throw .tooLarge(bytes: value.count) }
    try engine {
      try countChange(namespace)
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: [namespace.rawValue, Data(key), Data(value)])
    }
  }

  private func countChange(_ namespace: Namespace, rows: Int = 1) throws {
    let before = changes
    changes += rows
    versions[Int(namespace.rawValue)] += 1
    if before < Self.manyChanges, changes >= Self.manyChanges {
      try EngineSettings.Cache.large.apply(to: database)
    }
  }

  private static let manyChanges = 500

  private func walk<Failure: WrapsStoreError>(
    _ namespace: Namespace, _ from: [UInt8]?, _ query: RowQuery,
    _ body: (Row, [UInt8]) throws(Failure) -> ScanStep
  ) throws(Failure) {
    if let from { try wrapped(Failure.self) { try checkLength(of: from) } }
    let walk = try wrapped(Failure.self) { try query.walk(of: namespace, in: database) }
    var version = versions[Int(namespace.rawValue)]
    var rows = try wrapped(Failure.self) { try walk.rows(from: from) }
    while let row = try wrapped(Failure.self, { try rows.next() }) {
      let key = try wrapped(Failure.self) { try self.key(of: row, namespace) }
      guard case .next = try body(row, key) else { return }
      if version != versions[Int(namespace.rawValue)] {
        version = versions[Int(namespace.rawValue)]
        rows = try wrapped(Failure.self) { try walk.rows(after: key) }
      }
    }
  }

  private func checkLength(of key: [UInt8]) throws(StoreError) {
    guard key.count <= StoreLimits.keyBytes else { throw .keyTooLong(bytes: key.count) }
  }

  private func key(of row: Row, _ namespace: Namespace) throws -> [UInt8] {
    guard let key = try bytes(of: row, at: RowQuery.keyColumn) else {
      throw StoreError.malformedRow(namespace)
    }
    return key
  }

  private func value(of row: Row, _ namespace: Namespace) throws -> SealedBytes {
    if let value = try bytes(of: row, at: RowQuery.valueColumn) {
      return SealedBytes(untrusted: value)
    }
    guard case .int64(let length) = row.databaseValue(at: RowQuery.lengthColumn).storage else {
      throw StoreError.malformedRow(namespace)
    }
    throw StoreError.tooLarge(bytes: Int(length))
  }

  private func bytes(of row: Row, at column: Int) throws -> [UInt8]? {
    try row.withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } }
  }

  private func engine<Answer>(_ work: () throws -> Answer) throws(StoreError) -> Answer {
    try wrapped(StoreError.self, work)
  }

  private func wrapped<Answer, Failure: WrapsStoreError>(
    _: Failure.Type, _ work: () throws -> Answer
  ) throws(Failure) -> Answer {
    do { return try work() } catch { throw Failure(note.explained(error)) }
  }
}
