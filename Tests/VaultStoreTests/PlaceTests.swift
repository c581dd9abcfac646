import FoundationEssentials
import Glibc
import Testing
import VaultCrypto
import VaultStore

/// Where a vault is, and what stands in its place.
@Suite struct PlaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func expectRefusal(_ error: StoreError, _ name: String) throws {
    #expect(throws: error) { try SQLiteStore.open(at: folder.path(name), access: .readWrite) }
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.text(name), withDestinationPath: folder.text(target))
  }

  @Test(arguments: ["", "a\0b"])
  func `a path that no file can have is refused`(text: String) {
    #expect(throws: StoreError.unusablePath) { try VaultPath(text) }
  }

  @Test func `a file that is not there is not made by opening it`() throws {
    try expectRefusal(.notFound, "a.uidvault")
    try expectRefusal(.notFound, "no/a.uidvault")
    #expect(try folder.names == [])
  }

  @Test func `a folder is no vault`() throws {
    #expect(throws: StoreError.isDirectory) {
      try SQLiteStore.open(at: VaultPath(folder.url.path), access: .readOnly)
    }
  }

  @Test func `a pipe is no vault, and is not waited for`() throws {
    let made = unsafe mkfifo(folder.text("pipe"), 0o600)
    #expect(made == 0)
    try expectRefusal(.notARegularFile, "pipe")
  }

  @Test func `links in a circle are refused`() throws {
    try link("a", to: "b")
    try link("b", to: "a")
    try expectRefusal(.linkLoop, "a")
  }

  @Test func `a link to nothing is not followed into making something`() throws {
    try link("a", to: "gone")
    try expectRefusal(.notFound, "a")
    #expect(throws: StoreError.alreadyExists) {
      try SQLiteStore.create(at: folder.path("a"), mode: .owner)
    }
    #expect(try folder.names == ["a"])
  }

  @Test func `a link is followed, and the journal lies beside the file itself`() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "real"), withIntermediateDirectories: false)
    _ = try SQLiteStore.create(at: folder.path("real/a.uidvault"), mode: .owner)
    try link("link", to: "real/a.uidvault")
    let store = try SQLiteStore.open(at: folder.path("link"), access: .readWrite)
    try store.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([1]))
      #expect(folder.exists("real/a.uidvault-journal"))
    }
    #expect(store.path.text.hasSuffix("/real/a.uidvault"))
    #expect(try folder.names == ["link", "real"])
  }

  @Test func `a name as long as the engine cannot hold is refused`() throws {
    let part = String(repeating: "d", count: 200)
    let deep = folder.url.appending(path: "\(part)/\(part)/\(part)")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    let path = try VaultPath(deep.appending(path: "a.uidvault").path)
    let bytes = deep.path.utf8.count
    #expect(throws: StoreError.pathTooLong(bytes: bytes, limit: 503)) {
      try SQLiteStore.create(at: path, mode: .owner)
    }
  }

  @Test func `nothing is ever made over something`() throws {
    try folder.write([1, 2, 3], to: "a.uidvault")
    #expect(throws: StoreError.alreadyExists) {
      try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    }
    #expect(try folder.bytes("a.uidvault") == [1, 2, 3])
  }

  @Test func `a journal without its file is left alone`() throws {
    try folder.write([1], to: "a.uidvault-journal")
    #expect(throws: StoreError.strayJournal) {
      try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    }
    #expect(try folder.names == ["a.uidvault-journal"])
  }

  @Test func `a store that could not be filled is not there`() throws {
    #expect(throws: UpperError.refused) {
      try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
        (_) throws(UpperError) in throw .refused
      }
    }
    #expect(try folder.names == [])
  }

  @Test func `a new store needs its folder`() throws {
    #expect(throws: StoreError.notFound) {
      try SQLiteStore.create(at: folder.path("no/a.uidvault"), mode: .owner)
    }
    #expect(throws: StoreError.isDirectory) {
      try SQLiteStore.create(at: VaultPath(folder.url.path + "/a/"), mode: .owner)
    }
  }

  @Test func `a file moved away while it is open takes no change`() throws {
    let store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
    try FileManager.default.moveItem(
      atPath: folder.text("a.uidvault"), toPath: folder.text("b.uidvault"))
    #expect(throws: StoreError.movedAway) {
      try store.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([1])) }
    }
  }

  @Test func `facts are those of the file behind the link`() throws {
    _ = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .group)
    try link("link", to: "a.uidvault")
    let facts = try FileFacts(of: folder.path("link"))
    #expect(facts.bytes == 16_384)
    #expect(facts.mode == 0o660)
    #expect(facts.isGroupWritable)
    #expect(!facts.isOpenToOthers)
    #expect(facts.links == 1)
    #expect(facts.owner == geteuid())
  }
}
