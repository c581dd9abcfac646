import FoundationEssentials
import GRDB
import Testing
import VaultCrypto
import VaultStore

/// Several stores on one file, and a file whose writer was cut off.
@Suite struct SharingTests {
  let folder: TemporaryFolder
  let one: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    one = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in
      for number in UInt8(0)..<50 {
        try rows.insertNew(.client, [number], sealed(Array(repeating: 1, count: 900)))
      }
    }
  }

  private func other(_ access: StoreAccess = .readWrite) throws -> SQLiteStore {
    try SQLiteStore.open(
      at: folder.path("a.uidvault"), access: access, busyTimeout: .milliseconds(1))
  }

  /// Copies file and journal as a power cut would leave them.
  private func copyBoth() {
    do {
      try folder.copy("a.uidvault", to: "b.uidvault")
      try folder.copy("a.uidvault-journal", to: "b.uidvault-journal")
    } catch { Issue.record(error) }
  }

  @Test func `what one wrote the other reads`() throws {
    let two = try other()
    try two.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([2])) }
    let found = try one.read { (rows) throws(StoreError) in try rows.get(.tip, []) }
    #expect(found?.bytes == [2])
  }

  @Test func `a second writer is told that the store is busy`() throws {
    let two = try other()
    try one.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([1]))
      #expect(throws: StoreError.busy(nil)) {
        try two.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([2])) }
      }
    }
    try two.write { (rows) throws(StoreError) in
      #expect(try rows.get(.tip, [])?.bytes == [1])
      try rows.put(.tip, [], sealed([2]))
    }
  }

  @Test func `opening and reading wait for a large change, and say that it is busy`() throws {
    let two = try other(.readOnly)
    try one.write { (rows) throws(StoreError) in
      for key in UInt8(100)..<104 {  // Spills, and so locks readers out.
        try rows.put(.client, [key], sealed(Array(repeating: 1, count: 3_000_000)))
      }
      #expect(throws: StoreError.busy(nil)) {
        try two.read { (rows) throws(StoreError) in try rows.count(.client) }
      }
      #expect(throws: StoreError.busy(nil)) { try other(.readOnly) }
      #expect(throws: StoreError.busy(nil)) { try other(.readWrite) }
    }
    let count = try two.read { (rows) throws(StoreError) in try rows.count(.client) }
    #expect(count == 54)
  }

  @Test func `a change that readers keep from being committed is undone`() throws {
    let two = try other()
    try one.read { (rows) throws(StoreError) in
      #expect(try rows.get(.tip, []) == nil)
      #expect(throws: StoreError.busy(nil)) {
        try two.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([2])) }
      }
      #expect(try rows.get(.tip, []) == nil)
    }
    let found = try one.read { (rows) throws(StoreError) in try rows.get(.tip, []) }
    #expect(found == nil)
  }

  @Test func `a read sees one state whatever others want to write`() throws {
    let two = try other()
    try two.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([2]))
      try one.read { (rows) throws(StoreError) in #expect(try rows.get(.tip, []) == nil) }
    }
  }

  @Test func `opening a file again does not let go of its locks`() throws {
    try one.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([1]))
      _ = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
      #expect(folder.isLocked("a.uidvault"))
    }
    #expect(!folder.isLocked("a.uidvault"))
  }

  @Test func `an interrupted change is undone by the next writer, not by a reader`() throws {
    let copy = try folder.path("b.uidvault")
    let large = [UInt8](repeating: 7, count: 6_000_000)
    let before = try folder.bytes("a.uidvault")
    try one.write { (rows) throws(StoreError) in
      try rows.put(.client, [3], sealed([9]))
      try rows.put(.client, [4], sealed(large))  // Spills, so that the file itself is changed.
      try rows.put(.client, [5], sealed(large))
      copyBoth()
    }
    #expect(try folder.bytes("b.uidvault") != before)
    #expect(throws: StoreError.interruptedChange) {
      try SQLiteStore.open(at: copy, access: .readOnly)
    }
    let store = try SQLiteStore.open(at: copy, access: .readWrite)
    try store.read { (rows) throws(StoreError) in
      #expect(try rows.get(.client, [3])?.bytes == Array(repeating: 1, count: 900))
      #expect(try rows.get(.client, [4])?.bytes == Array(repeating: 1, count: 900))
    }
    #expect(try folder.bytes("b.uidvault") == before)
    #expect(!folder.exists("b.uidvault-journal"))
  }
}
