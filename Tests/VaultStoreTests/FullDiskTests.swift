import Foundation
import Glibc
import Testing
import VaultCrypto
import VaultStore

/// A file system of one megabyte, for as long as a test needs it.
final class SmallDisk {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.url.path)
  }

  func remountReadOnly() throws { try run("mount", "-o", "remount,ro", folder.url.path) }

  func unmount() throws { try run("umount", folder.url.path) }

  private func run(_ program: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}

@Suite struct FullDiskTests {
  /// Runs a test that needs the right to mount, or says aloud that it did not.
  private func withSmallDisk(_ body: (SmallDisk) throws -> Void) throws {
    guard geteuid() == 0 else {
      Issue.record("not run: mounting a small disk needs root", severity: .warning)
      return
    }
    let disk = try SmallDisk()
    let result = Result { try body(disk) }
    try disk.unmount()
    try result.get()
  }

  @Test func `a change that does not fit is undone, and the file is as it was`() throws {
    try withSmallDisk { disk in
      let path = try disk.folder.path("a.uidvault")
      let store = try SQLiteStore.create(at: path, mode: .owner) { (rows) throws(StoreError) in
        for number in UInt8(0)..<200 {
          try rows.insertNew(.client, [number], sealed(Array(repeating: 1, count: 900)))
        }
      }
      let before = try disk.folder.bytes("a.uidvault")
      #expect(throws: StoreError.full) {
        try store.write { (rows) throws(StoreError) in
          try rows.put(.client, [0], sealed([2]))
          for number in UInt8(0)..<20 {
            try rows.put(.directory, [number], sealed(Array(repeating: 3, count: 65_576)))
          }
        }
      }
      #expect(try disk.folder.bytes("a.uidvault") == before)
      #expect(try disk.folder.names == ["a.uidvault"])
      try store.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([1])) }
      let again = try SQLiteStore.open(at: path, access: .readOnly)
      try again.read { (rows) throws(StoreError) in
        #expect(try rows.count(.client) == 200)
        #expect(try rows.get(.client, [0])?.bytes.count == 900)
        #expect(try rows.get(.tip, [])?.bytes == [1])
      }
    }
  }

  @Test func `a body that goes on over a full disk commits nothing`() throws {
    try withSmallDisk { disk in
      let store = try SQLiteStore.create(at: disk.folder.path("a.uidvault"), mode: .owner)
      #expect(throws: StoreError.self) {
        try store.write { (rows) throws(StoreError) in
          try rows.put(.tip, [], sealed([1]))
          do throws(StoreError) {
            try rows.put(.client, [0], sealed(Array(repeating: 3, count: 4_000_000)))
          } catch {}
          try rows.put(.head, [], sealed([1]))
        }
      }
      try store.read { (rows) throws(StoreError) in
        #expect(try rows.get(.tip, []) == nil)
        #expect(try rows.get(.head, []) == nil)
      }
    }
  }

  @Test func `a new store that does not fit leaves nothing`() throws {
    try withSmallDisk { disk in
      try disk.folder.write(Array(repeating: 0, count: 1_040_000), to: "filler")
      #expect(throws: StoreError.full) {
        try SQLiteStore.create(at: disk.folder.path("a.uidvault"), mode: .owner)
      }
      #expect(try disk.folder.names == ["filler"])
    }
  }

  @Test func `a file on a read-only disk can be read and not opened for writing`() throws {
    try withSmallDisk { disk in
      let path = try disk.folder.path("a.uidvault")
      _ = try SQLiteStore.create(at: path, mode: .owner)
      try disk.remountReadOnly()
      #expect(throws: StoreError.notWritable) {
        try SQLiteStore.open(at: path, access: .readWrite)
      }
      #expect(throws: StoreError.folderNotWritable) {
        try SQLiteStore.create(at: disk.folder.path("b.uidvault"), mode: .owner)
      }
      let store = try SQLiteStore.open(at: path, access: .readOnly)
      #expect(try store.read { (rows) throws(StoreError) in try rows.count(.client) } == 0)
    }
  }

  @Test func `compacting on a disk without room for it leaves the file as it was`() throws {
    try withSmallDisk { disk in
      let path = try disk.folder.path("a.uidvault")
      let store = try SQLiteStore.create(at: path, mode: .owner) { (rows) throws(StoreError) in
        for number in UInt8(0)..<66 {
          try rows.insertNew(.client, [number], sealed(Array(repeating: 1, count: 8100)))
        }
      }
      try store.write { (rows) throws(StoreError) in _ = try rows.delete(.client, [0]) }
      let before = try disk.folder.bytes("a.uidvault")
      #expect(throws: StoreError.full) { try store.compact() }
      #expect(try disk.folder.bytes("a.uidvault") == before)
      #expect(try disk.folder.names == ["a.uidvault"])
      for number in UInt8(1)..<66 {
        try store.write { (rows) throws(StoreError) in _ = try rows.delete(.client, [number]) }
      }
      try store.compact()
      #expect(try disk.folder.bytes("a.uidvault").count == 2 * 8192)
    }
  }
}
