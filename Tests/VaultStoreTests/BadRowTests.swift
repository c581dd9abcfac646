import GRDB
import Testing
import VaultCrypto
import VaultStore

extension TemporaryFolder {
  /// Puts a row into the file that the table's own rules would refuse.
  func plantRow(in name: String, _ values: String) throws {
    let ours = try DatabaseQueue(path: text(name)).inDatabase {
      try String.fetchOne($0, sql: "SELECT sql FROM sqlite_schema")
    }
    let loose =
      "CREATE TABLE row (namespace, key, value, PRIMARY KEY (namespace, key)) WITHOUT ROWID"
    let setSchema = "UPDATE sqlite_schema SET sql ="
    try run(name, "PRAGMA writable_schema = ON", "\(setSchema) '\(loose)'")
    try run(name, "INSERT INTO row VALUES (\(values))")
    try run(name, "PRAGMA writable_schema = ON", "\(setSchema) '\(#require(ours))'")
  }
}

@Suite struct BadRowTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
  }

  private func expectOnReading(_ error: StoreError, key: [UInt8]?) throws {
    let store = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    try store.read { (rows) throws(StoreError) in
      if let key { #expect(throws: error) { try rows.get(.client, key) } }
      #expect(throws: error) { _ = try rows.last(.client) }
      #expect(throws: error) {
        try rows.scan(.client, from: nil) { (_, _) throws(StoreError) in .next }
      }
    }
  }

  @Test(arguments: ["'text'", "7", "NULL"])
  func `a value that is no blob is malformed`(value: String) throws {
    try folder.plantRow(in: "a.uidvault", "8, x'01', \(value)")
    try expectOnReading(.malformedRow(.client), key: [1])
  }

  @Test(arguments: ["'text'", "7", "zeroblob(65)"])
  func `a key that is no blob or too long is malformed`(key: String) throws {
    try folder.plantRow(in: "a.uidvault", "8, \(key), x'01'")
    try expectOnReading(.malformedRow(.client), key: nil)
  }

  @Test func `a value over the limit is refused before it is read`() throws {
    try folder.run("a.uidvault", "INSERT INTO row VALUES (8, x'01', zeroblob(67108865))")
    try expectOnReading(.tooLarge(bytes: 67_108_865), key: [1])
  }
}
