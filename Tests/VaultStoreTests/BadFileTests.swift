import Testing
import VaultCrypto
import VaultStore

/// Each wrong file has its own error, and stays as it was.
@Suite struct BadFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in
      for number in UInt8(0)..<100 {
        try rows.insertNew(.client, [number], sealed(Array(repeating: number, count: 900)))
      }
    }
  }

  private func expectRefusal(_ error: StoreError, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let before = try folder.bytes("a.uidvault")
    for access in [StoreAccess.readWrite, .readOnly] {
      #expect(throws: error, sourceLocation: sourceLocation) {
        try SQLiteStore.open(at: folder.path("a.uidvault"), access: access)
      }
    }
    #expect(try folder.bytes("a.uidvault") == before, sourceLocation: sourceLocation)
  }

  private func change(_ edit: (inout [UInt8]) -> Void) throws {
    var bytes = try folder.bytes("a.uidvault")
    edit(&bytes)
    try folder.write(bytes, to: "a.uidvault")
  }

  @Test func `an empty file is said to be empty`() throws {
    try change { $0 = [] }
    try expectRefusal(.empty)
  }

  @Test(arguments: ["x", "age-encryption.org/v1\n", "SQLite format 2\0", "given,surname\n1,2\n"])
  func `a file of another kind is not a vault`(text: String) throws {
    try change { $0 = Array(text.utf8) }
    try expectRefusal(.notAVault)
  }

  @Test func `a database of another program is not a vault`() throws {
    try folder.run("a.uidvault", "PRAGMA application_id = 7")
    try expectRefusal(.notAVault)
  }

  @Test func `a vault that names no version is not a vault`() throws {
    try folder.run("a.uidvault", "PRAGMA user_version = 0")
    try expectRefusal(.notAVault)
  }

  @Test func `an impossible page size is not a vault`() throws {
    try change { $0[16] = 0x21 }
    try expectRefusal(.notAVault)
  }

  @Test func `a newer version is told from a foreign file`() throws {
    try folder.run("a.uidvault", "PRAGMA user_version = 2")
    try expectRefusal(.newerVersion(found: 2, known: 1))
  }

  @Test(arguments: [1, 15, 16, 99])
  func `a file cut within its header is truncated`(count: Int) throws {
    try change { $0 = Array($0.prefix(count)) }
    try expectRefusal(.truncated(expected: 100, found: count))
  }

  @Test(arguments: [100, 8_191, 8_192, 40_000])
  func `a file cut short is truncated`(count: Int) throws {
    let whole = try folder.bytes("a.uidvault").count
    try change { $0 = Array($0.prefix(count)) }
    try expectRefusal(.truncated(expected: whole, found: count))
  }

  @Test func `with a journal beside it the engine judges the length`() throws {
    try change { $0 = Array($0.prefix(40_000)) }
    try folder.write(Array(repeating: 0, count: 600), to: "a.uidvault-journal")
    try expectRefusal(.damaged(code: 11))
  }

  @Test func `a file with part of a page too much is truncated`() throws {
    let whole = try folder.bytes("a.uidvault").count
    try change { $0 += [0] }
    try expectRefusal(.truncated(expected: whole + 8_192, found: whole + 1))
  }

  @Test(arguments: [
    ("CREATE TABLE secret_name (x)", ForeignPart.table),
    ("CREATE INDEX secret_name ON row (value)", .index),
    ("CREATE TRIGGER secret_name AFTER INSERT ON row BEGIN SELECT 1; END", .trigger),
    ("CREATE VIEW secret_name AS SELECT 1", .view), ("ANALYZE", .table),
    ("ALTER TABLE row ADD COLUMN secret_name ANY", .definition), ("DROP TABLE row", .definition),
    ("ALTER TABLE row RENAME TO secret_name", .table),
  ])
  func `what is not ours is named by its kind alone`(sql: String, part: ForeignPart) throws {
    try folder.run("a.uidvault", sql)
    try expectRefusal(.foreign(part))
  }

  @Test(arguments: [-1, 0, 9, 300, Int64.max])
  func `a row of an unknown namespace is refused`(number: Int64) throws {
    try folder.run("a.uidvault", "INSERT INTO row VALUES (\(number), x'00', x'00')")
    try expectRefusal(.foreignNamespace(number))
  }

  @Test(arguments: ["'x'", "1.5", "x'07'"])
  func `a row whose namespace is no number is refused`(namespace: String) throws {
    try folder.plantRow(in: "a.uidvault", "\(namespace), x'00', x'00'")
    try expectRefusal(.foreign(.row))
  }

  @Test func `a file set to write-ahead logging is refused`() throws {
    try folder.run("a.uidvault", "PRAGMA journal_mode = WAL")
    #expect(try folder.names == ["a.uidvault"])
    try expectRefusal(.foreign(.writeAheadLog))
  }

  @Test func `a write-ahead log beside the file is refused`() throws {
    try folder.write([1], to: "a.uidvault-wal")
    try expectRefusal(.foreign(.writeAheadLog))
    #expect(try folder.names == ["a.uidvault", "a.uidvault-wal"])
  }

  @Test func `a journal that names a file to delete is refused`() throws {
    let magic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    try folder.write(Array(repeating: 0, count: 600) + magic, to: "a.uidvault-journal")
    try expectRefusal(.foreign(.journal))
    #expect(try folder.names == ["a.uidvault", "a.uidvault-journal"])
  }

  @Test func `a broken page is damage, with the engine's code`() throws {
    try change { bytes in
      bytes.replaceSubrange(8_192..<8_300, with: repeatElement(0xFF, count: 108))
    }
    try expectRefusal(.damaged(code: 11))
  }

  @Test func `a broken schema is damage`() throws {
    try change { bytes in
      guard let place = bytes.firstRange(of: Array("CREATE TABLE row".utf8)) else { return }
      bytes.replaceSubrange(place, with: Array("DESTROY ALL rows".utf8))
    }
    try expectRefusal(.damaged(code: 11))
  }

  @Test func `damage met on the way is told by the read that meets it`() throws {
    let pages = try folder.bytes("a.uidvault").count / 8_192
    try change { bytes in
      let place = pages / 2 * 8_192
      bytes.replaceSubrange(place..<place + 100, with: repeatElement(0xFF, count: 100))
    }
    let store = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    #expect(throws: StoreError.damaged(code: 11)) {
      try store.read { (rows) throws(StoreError) in
        try rows.scan(.client, from: nil) { (_, _) throws(StoreError) in .next }
      }
    }
  }
}
