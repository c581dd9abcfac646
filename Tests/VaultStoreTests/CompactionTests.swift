import Foundation
import GRDB
import Glibc
import Synchronization
import Testing
import VaultCrypto

@testable import VaultStore

@Suite struct CompactionTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  /// A store of 3 MB, most of whose rows were replaced, out of order.
  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in
      for number in UInt8(0)..<200 {
        try rows.insertNew(.client, [number], sealed(Array(repeating: 1, count: 30_000)))
      }
      try rows.put(.tip, [], sealed([5]))
    }
    try store.write { (rows) throws(StoreError) in
      #expect(try rows.deleteAll(.client) == 200)
      for number in (UInt8(0)..<100).reversed() {
        try rows.insertNew(.client, [number, 7], sealed(Array(repeating: number, count: 30_000)))
      }
    }
  }

  /// Whether all is as `init` left it.
  private func isWhole(_ store: SQLiteStore) throws -> Bool {
    try store.read { (rows) throws(StoreError) in
      guard try rows.count(.client) == 100, try rows.get(.tip, [])?.bytes == [5] else {
        return false
      }
      for number in UInt8(0)..<100 {
        let bytes = try rows.get(.client, [number, 7])?.bytes
        guard bytes == Array(repeating: number, count: 30_000) else { return false }
      }
      return true
    }
  }

  @Test func `all unused pages go, and every row stays`() throws {
    let before = try folder.bytes("a.uidvault").count
    try store.compact()
    #expect(try folder.bytes("a.uidvault").count < before / 3 * 2)
    #expect(try isWhole(store))
    #expect(try folder.names == ["a.uidvault"])
    let again = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readWrite)
    #expect(try isWhole(again))
    #expect(try folder.number("PRAGMA freelist_count", in: "a.uidvault") == 0)
    let pages = try folder.number("PRAGMA page_count", in: "a.uidvault")
    #expect(try folder.bytes("a.uidvault").count == pages * StoreSchema.pageSize)
  }

  @Test func `a compact file is compacted to the same size`() throws {
    try store.compact()
    let size = try folder.bytes("a.uidvault").count
    try store.compact()
    #expect(try folder.bytes("a.uidvault").count == size)
  }

  @Test func `the store is used on as before, and its permissions stay`() throws {
    try store.compact()
    try store.write { (rows) throws(StoreError) in try rows.put(.head, [], sealed([6])) }
    #expect(try isWhole(store))
    #expect(try FileFacts(of: folder.path("a.uidvault")).mode == 0o600)
  }

  @Test func `settings that were changed for it are set back, also when it fails`() throws {
    let settings = EngineSettings(access: .readWrite, busyTimeout: .milliseconds(1))
    let path = try folder.path("a.uidvault").resolved()
    let identity = try FileFacts(of: path).identity
    let queue = try DatabaseQueue(path: path.text, configuration: settings.configuration)
    try queue.inDatabase { database in
      let compaction = Compaction(of: path, identity, on: database, settings)
      try compaction.run()
      try settings.verify(database)
      try store.read { (rows) throws(StoreError) in
        #expect(try rows.get(.tip, []) != nil)
        #expect(throws: DatabaseError.self) { try compaction.run() }
      }
      try settings.verify(database)
      #expect(try Int.fetchOne(database, sql: "PRAGMA cache_size") == -2048)
      #expect(try String.fetchOne(database, sql: "PRAGMA temp_store_directory") ?? "" == "")
    }
  }

  @Test func `another's reading and writing are waited for`() throws {
    let two = try SQLiteStore.open(
      at: folder.path("a.uidvault"), access: .readWrite, busyTimeout: .milliseconds(1))
    try store.read { (rows) throws(StoreError) in
      #expect(try rows.get(.tip, []) != nil)
      #expect(throws: StoreError.busy(nil)) { try two.compact() }
    }
    try store.write { (rows) throws(StoreError) in
      try rows.put(.head, [], sealed([6]))
      #expect(throws: StoreError.busy(nil)) { try two.compact() }
    }
    try two.compact()
    #expect(try isWhole(store))
  }

  @Test func `a store that is open for reading alone is not compacted`() throws {
    let before = try folder.bytes("a.uidvault")
    let two = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    #expect(throws: StoreError.notWritable) { try two.compact() }
    #expect(try folder.bytes("a.uidvault") == before)
  }

  @Test(arguments: ["it's a folder", "two\nlines", String(repeating: "n", count: 200)])
  func `a folder of any name will do`(name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.text(name), withIntermediateDirectories: false)
    let path = try VaultPath(folder.text(name) + "/b.uidvault")
    let other = try SQLiteStore.create(at: path, mode: .owner) { (rows) throws(StoreError) in
      try rows.insertNew(.client, [1], sealed(Array(repeating: 1, count: 20_000_000)))
    }
    try other.compact()
  }

  @Test func `temporary bytes come to lie beside the vault, and under no name`() throws {
    try store.write { (rows) throws(StoreError) in
      for number in UInt8(0)..<10 {  // More than is held in memory.
        try rows.put(.directory, [number], sealed(Array(repeating: 1, count: 6_000_000)))
      }
    }
    let watch = DescriptorWatch(for: "etilqs_")
    try store.compact()
    let seen = watch.stop()
    #expect(!seen.isEmpty)
    let resolved = try folder.path("a.uidvault").resolved().folder.text
    #expect(seen.allSatisfy { $0.hasPrefix(resolved + "/etilqs_") && $0.hasSuffix(" (deleted)") })
    #expect(try folder.names == ["a.uidvault"])
  }

  /// When it is killed: so many microseconds after a journal is there, or after
  /// it is in force, from when on the file itself is written.
  @Test(.timeLimit(.minutes(2)), arguments: [false, true], [0, 200, 500, 1000, 2000, 4000, 8000])
  func `killed at any instant, no row is lost, and the next compaction completes it`(
    inForce: Bool, delay: UInt32
  ) async throws {
    let before = try folder.bytes("a.uidvault")
    let text = folder.text("a.uidvault")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [text = text as String, inForce, delay] in
      let store = try SQLiteStore.open(at: VaultPath(text), access: .readWrite)
      let journal = URL(fileURLWithPath: text + "-journal")
      Thread.detachNewThread {
        while true {
          if let bytes = try? Data(contentsOf: journal), !inForce || bytes.first == 0xd9 { break }
        }
        usleep(delay)
        kill(getpid(), SIGKILL)
      }
      try store.compact()
      usleep(20_000)
      kill(getpid(), SIGKILL)
    }
    let again = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readWrite)
    #expect(try isWhole(again))
    try again.compact()
    #expect(try isWhole(again))
    #expect(try folder.bytes("a.uidvault").count < before.count / 3 * 2)
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test func `old pages behind the last one count as a gap, and go`() throws {
    try store.compact()
    let compact = try folder.bytes("a.uidvault").count
    // What is left where a compaction was killed just before the file was cut.
    try folder.append(Array(repeating: 9, count: 5 * StoreSchema.pageSize), to: "a.uidvault")
    try store.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([5])) }
    try store.compact()
    #expect(try folder.bytes("a.uidvault").count == compact)
    #expect(try isWhole(store))
  }
}

/// Collects which files the process has open, by a part of their names.
private final class DescriptorWatch: Sendable {
  private let isOver = Atomic(false)
  private let seen = Mutex<Set<String>>([])
  private let ended = DispatchSemaphore(value: 0)

  init(for part: String) {
    Thread.detachNewThread { [self] in
      while !isOver.load(ordering: .relaxed) { look(for: part) }
      ended.signal()
    }
  }

  private func look(for part: String) {
    let folder = "/proc/self/fd"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
      if let target, target.contains(part) { seen.withLock { _ = $0.insert(target) } }
    }
  }

  func stop() -> Set<String> {
    isOver.store(true, ordering: .relaxed)
    ended.wait()
    return seen.withLock { $0 }
  }
}
