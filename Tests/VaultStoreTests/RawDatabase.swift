import GRDB
import Testing

extension TemporaryFolder {
  /// Runs SQL of the test's own on a file, past the store.
  func run(_ name: String, _ statements: String...) throws {
    let queue = try DatabaseQueue(path: text(name))
    try queue.writeWithoutTransaction { database in
      for sql in statements { try database.execute(sql: sql) }
    }
    try queue.close()
  }

  /// Asks for one number.
  func number(_ sql: String, in name: String) throws -> Int {
    let queue = try DatabaseQueue(path: text(name))
    defer { #expect(throws: Never.self) { try queue.close() } }
    return try queue.read { try #require(try Int.fetchOne($0, sql: sql)) }
  }
}
