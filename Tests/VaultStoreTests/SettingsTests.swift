import GRDB
import Testing
import VaultCrypto

@testable import VaultStore

@Suite struct SettingsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func value(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(database, sql: "PRAGMA \(name)")
  }

  @Test(arguments: [
    ("synchronous", "3"), ("journal_mode", "delete"), ("secure_delete", "1"),
    ("trusted_schema", "0"), ("cell_size_check", "1"), ("temp_store", "2"), ("mmap_size", "0"),
    ("auto_vacuum", "0"), ("encoding", "UTF-8"), ("busy_timeout", "1500"), ("page_size", "8192"),
    ("locking_mode", "normal"), ("query_only", "0"),
  ])
  func `a connection has each setting in force`(name: String, expected: String) throws {
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    for access in [StoreAccess.readWrite, .readOnly] {
      let settings = EngineSettings(access: access, busyTimeout: .milliseconds(1500))
      let queue = try DatabaseQueue(
        path: folder.text("a.uidvault"), configuration: settings.configuration)
      try queue.inDatabase { database in
        #expect(try value(name, in: database) == expected)
        try settings.verify(database)
      }
    }
  }

  @Test(arguments: [
    (StoreSetting.synchronous, "synchronous = NORMAL"), (.secureDelete, "secure_delete = FAST"),
    (.trustedSchema, "trusted_schema = ON"), (.cellSizeCheck, "cell_size_check = OFF"),
    (.temporaryStore, "temp_store = FILE"), (.journalMode, "journal_mode = MEMORY"),
    (.busyTimeout, "busy_timeout = 5"), (.memoryMap, "mmap_size = 1000000"),
  ])
  func `a setting that did not take is noticed`(setting: StoreSetting, pragma: String) throws {
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    let settings = EngineSettings(access: .readWrite, busyTimeout: .seconds(1))
    let queue = try DatabaseQueue(
      path: folder.text("a.uidvault"), configuration: settings.configuration)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA \(pragma)")
      #expect(throws: StoreError.settingRefused(setting)) { try settings.verify(database) }
    }
  }

  @Test func `the file names its format`() throws {
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    let bytes = try folder.bytes("a.uidvault")
    #expect(Array(bytes[68..<72]) == Array("UIDV".utf8))
    #expect(Array(bytes[60..<64]) == [0, 0, 0, 1])
    #expect(Array(bytes[16..<18]) == [0x20, 0])
    #expect(bytes.count == 2 * 8192)
  }

  @Test(arguments: [(StoreFileMode.owner, UInt32(0o600)), (.group, 0o660)])
  func `file and journal have the permissions asked for`(mode: StoreFileMode, bits: UInt32) throws {
    let store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: mode)
    #expect(try FileFacts(of: folder.path("a.uidvault")).mode == bits)
    let journal = try folder.path("a.uidvault-journal")
    try store.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], SealedBytes(untrusted: [1]))
      #expect(try FileFacts(of: journal).mode == bits)
    }
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test func `the numbers and names of the namespaces are as the format has them`() {
    let names = ["roster", "member", "settings", "log", "tip", "head", "directory", "client"]
    #expect(Namespace.allCases.map(\.name) == names)
    #expect(Namespace.allCases.map(\.rawValue) == Array(1...8))
  }
}
