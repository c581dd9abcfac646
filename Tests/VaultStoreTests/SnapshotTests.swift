import Testing
import VaultCrypto

@testable import VaultStore

@Suite struct SnapshotTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in
      for number in UInt8(0)..<40 {
        try rows.insertNew(.client, [number], sealed(Array(repeating: number, count: 20_000)))
      }
    }
  }

  private func copy() throws -> [UInt8] {
    let (snapshot, count) = try store.snapshot { (rows) throws(StoreError) in
      try rows.count(.client)
    }
    #expect(count == 40)
    var bytes: [UInt8] = []
    try snapshot.forEachPiece { bytes += $0 }
    #expect(bytes.count == snapshot.byteCount)
    return bytes
  }

  @Test func `it is the file as it was, whatever is written later, and has no name`() throws {
    let before = try folder.bytes("a.uidvault")
    let (snapshot, _) = try store.snapshot { (rows) throws(StoreError) in
      try rows.count(.client)
    }
    #expect(try folder.names == ["a.uidvault"])
    try store.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([5])) }
    var bytes: [UInt8] = []
    try snapshot.forEachPiece { bytes += $0 }
    #expect(bytes == before)
    #expect(try folder.bytes("a.uidvault") != before)
  }

  @Test func `pages behind those that the header counts are no part of it`() throws {
    let before = try folder.bytes("a.uidvault")
    try folder.append([UInt8](repeating: 0xA5, count: 3 * 8192), to: "a.uidvault")
    #expect(try copy() == before)
  }

  @Test func `what it was read from opens as a store`() throws {
    try folder.write(try copy(), to: "b.uidvault")
    let other = try SQLiteStore.open(at: folder.path("b.uidvault"), access: .readWrite)
    let count = try other.read { (rows) throws(StoreError) in try rows.count(.client) }
    #expect(count == 40)
  }
}
