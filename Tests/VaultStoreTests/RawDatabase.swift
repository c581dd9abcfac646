import GRDB

extension TemporaryFolder {
  /// Runs SQL of the test's own on a file, past the store.
  func run(_ name: String, _ statements: String...) throws {
    let queue = try DatabaseQueue(path: text(name))
    try queue.writeWithoutTransaction { database in
      for sql in statements { try database.execute(sql: sql) }
    }
    try queue.close()
  }
}
