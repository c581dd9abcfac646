import Testing
import VaultCrypto

@testable import VaultStore

/// Marks in the raw bytes of a vault's file and of what lies beside it.
@Suite struct FileScanTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let mark: [UInt8] = [0x9a, 0x3c, 0, 0xff, 0x51, 0xe2, 0x07, 0x88]

  private var marks: ByteMarks {
    var marks = ByteMarks()
    marks.insert(Self.mark)
    return marks
  }

  private static let length = 2 * FileScan.pieceBytes + 1000

  @Test(arguments: [
    0, 1, FileScan.pieceBytes - 8, FileScan.pieceBytes - 7, FileScan.pieceBytes - 1,
    FileScan.pieceBytes, 2 * FileScan.pieceBytes - 4, length - 9, length - 8,
  ])
  func `a mark is found across the pieces in which a file is read`(offset: Int) throws {
    var bytes = [UInt8](repeating: 7, count: Self.length)
    bytes.replaceSubrange(offset..<offset + 8, with: Self.mark)
    try folder.write(bytes, to: "file")
    let scan = FileScan(MarkSieve(marks))
    #expect(try scan.finds(in: SharedFile(OpenFile(reading: folder.path("file")))))
    bytes[offset + 3] ^= 0x10
    try folder.write(bytes, to: "file")
    #expect(try !scan.finds(in: SharedFile(OpenFile(reading: folder.path("file")))))
  }

  @Test func `an empty file holds no mark`() throws {
    try folder.write([], to: "file")
    let scan = FileScan(MarkSieve(marks))
    #expect(try !scan.finds(in: SharedFile(OpenFile(reading: folder.path("file")))))
  }

  @Test func `a store holds what stands in a row, and not what was replaced`() throws {
    let store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    let value = Array(repeating: 1, count: 3000) + Self.mark + Array(repeating: 2, count: 90_000)
    try store.write { (rows) throws(StoreError) in try rows.put(.client, [1], sealed(value)) }
    #expect(try store.holds(anyOf: marks))
    try store.write { (rows) throws(StoreError) in try rows.put(.client, [1], sealed([1])) }
    #expect(try !store.holds(anyOf: marks))
  }

  @Test func `what a journal beside the file holds counts as held`() throws {
    let store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    #expect(try !store.holds(anyOf: marks))
    try folder.write(Array(repeating: 1, count: 700) + Self.mark, to: "a.uidvault-journal")
    #expect(try store.holds(anyOf: marks))
  }

  @Test func `another file under the vault's name is not searched in its place`() throws {
    let store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    try folder.rename("a.uidvault", to: "b.uidvault")
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    #expect(throws: StoreError.movedAway) { try store.holds(anyOf: marks) }
  }

  @Test func `searching does not let go of another store's locks`() throws {
    let one = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    let two = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    try one.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([1]))
      #expect(try !two.holds(anyOf: marks))
      #expect(try !two.holds(anyOf: marks))
      #expect(folder.isLocked("a.uidvault"))
    }
    #expect(!folder.isLocked("a.uidvault"))
  }
}
