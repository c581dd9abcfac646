import Foundation
import Glibc
import Testing
import VaultCrypto

@testable import VaultStore

@Suite struct BusyNoteTests {
  let folder: TemporaryFolder
  let one: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    one = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
  }

  private static let note = "a.uidvault-busy"
  private static let text = "uidvault-busy/1 key-exchange 1764064920\n"
  private let exchange = Announcement(.keyExchange, since: 1_764_064_920)

  private func other(_ access: StoreAccess = .readWrite) throws -> SQLiteStore {
    try SQLiteStore.open(
      at: folder.path("a.uidvault"), access: access, busyTimeout: .milliseconds(1))
  }

  private func hold(_ body: () throws -> Void) throws {
    try one.write { (rows) throws(StoreError) in
      try rows.put(.tip, [], sealed([1]))
      #expect(throws: Never.self) { try body() }
    }
  }

  @Test func `the note says what is done and since when, and is gone afterwards`() throws {
    try one.announcing(exchange) { () throws in
      #expect(try folder.bytes(Self.note) == Array(Self.text.utf8))
    }
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test(arguments: [(StoreFileMode.owner, UInt32(0o600)), (.group, 0o660)])
  func `the note has the vault's permissions`(mode: StoreFileMode, bits: UInt32) throws {
    let store = try SQLiteStore.create(at: folder.path("b.uidvault"), mode: mode)
    try store.announcing(exchange) { () throws in
      #expect(try FileFacts(of: folder.path("b.uidvault-busy")).mode == bits)
    }
  }

  @Test func `whoever waits in vain for a change, a look or an opening learns why`() throws {
    let (two, reader) = (try other(), try other(.readOnly))
    let busy = StoreError.busy(exchange)
    try one.announcing(exchange) { () throws in
      try hold {
        #expect(throws: busy) { try two.write { (_) throws(StoreError) in } }
        #expect(throws: busy) { try two.compact() }
      }
      try one.write { (rows) throws(StoreError) in
        try rows.put(.client, [1], sealed(Array(repeating: 1, count: 9_000_000)))  // Spills.
        try rows.put(.client, [2], sealed(Array(repeating: 1, count: 9_000_000)))
        #expect(throws: busy) {
          try reader.read { (rows) throws(StoreError) in try rows.last(.log) }
        }
        #expect(throws: busy) { try other(.readOnly) }
        #expect(throws: busy) { try other() }
      }
    }
    try hold {
      #expect(throws: StoreError.busy(nil)) { try two.write { (_) throws(StoreError) in } }
    }
  }

  @Test func `an error inside takes the note away, and is thrown on`() throws {
    #expect(throws: UpperError.refused) {
      try one.announcing(exchange) { () throws(UpperError) in throw .refused }
    }
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test func `whoever announces is not told of their own work`() throws {
    let two = try other()
    try hold {
      two.announcing(exchange) {
        let failure = #expect(throws: StoreError.self) {
          try two.write { (_) throws(StoreError) in }
        }
        #expect(failure == .busy(nil))
      }
    }
  }

  @Test func `a second announcer goes on, and the first one's note stands`() throws {
    let two = try other()
    try one.announcing(exchange) { () throws in
      two.announcing(Announcement(.keyExchange, since: 5)) {}
      #expect(try folder.bytes(Self.note) == Array(Self.text.utf8))
    }
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test(arguments: [text, ""])
  func `a note whose writer was killed says nothing, and goes with the next writer`(
    text: String
  ) throws {
    let two = try other()
    try folder.write(Array(text.utf8), to: Self.note)
    try hold {
      #expect(throws: StoreError.busy(nil)) { try two.write { (_) throws(StoreError) in } }
    }
    _ = try other(.readOnly)
    #expect(folder.exists(Self.note))
    _ = try other()
    #expect(try folder.names == ["a.uidvault"])
    try folder.write(Array(text.utf8), to: Self.note)
    try two.announcing(exchange) { () throws in
      #expect(try folder.bytes(Self.note) == Array(Self.text.utf8))
    }
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test func `killed meanwhile, the note's writer leaves one that counts for nothing`() async throws
  {
    let text = folder.text("a.uidvault")
    await #expect(processExitsWith: .signal(SIGKILL)) { [text = text as String] in
      let store = try SQLiteStore.open(at: VaultPath(text), access: .readWrite)
      store.announcing(Announcement(.keyExchange, since: 1)) { _ = kill(getpid(), SIGKILL) }
    }
    #expect(folder.exists(Self.note))
    let two = try other(.readOnly)
    try one.write { (rows) throws(StoreError) in
      try rows.put(.client, [1], sealed(Array(repeating: 1, count: 9_000_000)))
      try rows.put(.client, [2], sealed(Array(repeating: 1, count: 9_000_000)))
      #expect(throws: StoreError.busy(nil)) {
        try two.read { (rows) throws(StoreError) in try rows.count(.log) }
      }
    }
    _ = try other()
    #expect(try folder.names == ["a.uidvault"])
  }

  @Test(arguments: [
    "somebody's notes", "uidvault-busy/1 key-exchange 1764064920", text + text,
    "uidvault-busy/1 key-exchange +5\n", "uidvault-busy/1 key-exchange 05\n",
    "uidvault-busy/2 key-exchange 5\n", "uidvault-busy/1 a 5\n",
    "uidvault-busy/1  key-exchange 5\n",
  ])
  func `a foreign file under the note's name is left alone`(text: String) throws {
    try folder.write(Array(text.utf8), to: Self.note)
    _ = try other()
    try one.announcing(exchange) { () throws in
      #expect(try folder.bytes(Self.note) == Array(text.utf8))
    }
    #expect(try folder.bytes(Self.note) == Array(text.utf8))
  }

  @Test(arguments: ["target", "nowhere"])
  func `a symbolic link under the note's name is not followed`(target: String) throws {
    try folder.write(Array(Self.text.utf8), to: "target")
    try FileManager.default.createSymbolicLink(
      atPath: folder.text(Self.note), withDestinationPath: folder.text(target))
    _ = try other()
    one.announcing(exchange) {}
    #expect(try folder.bytes("target") == Array(Self.text.utf8))
    #expect(try folder.names == ["a.uidvault", Self.note, "target"])
  }

  @Test func `a pipe or a folder under the note's name holds nobody up`() throws {
    try #require(unsafe mkfifo(folder.text(Self.note), 0o600) == 0)
    let two = try other()
    one.announcing(exchange) {}
    try hold {
      #expect(throws: StoreError.busy(nil)) { try two.write { (_) throws(StoreError) in } }
    }
    try #require(unsafe unlink(folder.text(Self.note)) == 0)
    try #require(unsafe mkdir(folder.text(Self.note), 0o700) == 0)
    one.announcing(exchange) {}
    _ = try other()
    #expect(folder.exists(Self.note))
  }

  @Test func `where no note can be made the work is done all the same`() throws {
    folder.remove()
    #expect(one.announcing(exchange) { 5 } == 5)
  }
}
