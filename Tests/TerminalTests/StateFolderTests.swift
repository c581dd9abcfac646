import Glibc
import Synchronization
import Testing

@testable import Terminal

/// The account's own folder: made for it alone, each file replaced as a whole, by one at a time.
@Suite struct StateFolderTests {
  private let place = TemporaryFolder.made()
  private var folder: StateFolder { StateFolder(path: place.file("state/uidvault")) }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func `what was kept is read, and nothing where nothing was`() throws {
    #expect(try folder.read("a", limit: 10) == nil)
    #expect(try folder.names().isEmpty)
    try folder.replace("a", limit: 10) { $0 == nil ? [1, 2] : nil }
    #expect(try folder.read("a", limit: 10) == [1, 2])
    try folder.replace("a", limit: 10) { $0.map { $0 + [3] } }
    #expect(try folder.read("a", limit: 10) == [1, 2, 3])
    try folder.replace("a", limit: 10) { _ in nil }
    #expect(try folder.read("a", limit: 10) == [1, 2, 3])
    #expect(try folder.names().sorted() == [".lock", "a"])
  }

  @Test func `folder and file are their owner's alone`() throws {
    try folder.replace("a", limit: 10) { _ in [1] }
    #expect(mode(folder.path) == 0o700)
    #expect(mode(folder.path(of: "a")) == 0o600)
    #expect(mode(folder.path(of: ".lock")) == 0o600)
  }

  @Test func `a file that is too long is refused, and so is a folder in its place`() throws {
    try folder.replace("a", limit: 10) { _ in [UInt8](repeating: 1, count: 11) }
    #expect(throws: TerminalError.inputTooLong(limit: 10)) { try folder.read("a", limit: 10) }
    #expect(throws: TerminalError.inputTooLong(limit: 10)) {
      try folder.replace("a", limit: 10) { _ in [1] }
    }
    try Folder.make(at: folder.path(of: "b"))
    #expect(throws: TerminalError.notAFile) { try folder.read("b", limit: 10) }
  }

  @Test func `a link in the lock's place is not followed`() throws {
    try Folder.make(at: folder.path)
    let target = place.file("elsewhere")
    unsafe symlink(target, folder.path(of: ".lock"))
    #expect(throws: TerminalError.self) { try folder.replace("a", limit: 10) { _ in [1] } }
    #expect(mode(target) == 0)
  }

  @Test func `a file stands where the folder should be`() throws {
    try place.make("state", "")
    #expect(throws: TerminalError.notAFolder) {
      try folder.replace("a", limit: 10) { _ in [1] }
    }
    #expect(try folder.read("a", limit: 10) == nil)
    #expect(try folder.names().isEmpty)
  }

  @Test func `one after the other: nothing that another has written is lost`() async throws {
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in UInt8(0)..<4 {
        group.addTask {
          for _ in 0..<8 {
            try folder.replace("a", limit: 1000) { ($0 ?? []) + [number] }
          }
        }
      }
      try await group.waitForAll()
    }
    let bytes = try #require(try folder.read("a", limit: 1000))
    #expect(bytes.count == 32)
    for number in UInt8(0)..<4 { #expect(bytes.count { $0 == number } == 8) }
    #expect(try folder.names().sorted() == [".lock", "a"], "no draft is left")
  }

  @Test func `a lock that somebody keeps is waited for, and not for ever`() throws {
    try folder.replace("a", limit: 10) { _ in [1] }
    let held = unsafe open(folder.path(of: ".lock"), O_RDWR)
    defer { close(held) }
    #expect(flock(held, LOCK_EX) == 0)
    #expect(throws: (any Error).self) { try folder.replace("a", limit: 10) { _ in [2] } }
    #expect(try folder.read("a", limit: 10) == [1])
    #expect(flock(held, LOCK_UN) == 0)
    try folder.replace("a", limit: 10) { _ in [2] }
    #expect(try folder.read("a", limit: 10) == [2])
  }
}

extension TemporaryFolder {
  fileprivate static func made() -> TemporaryFolder {
    do { return try TemporaryFolder() } catch { preconditionFailure("the system makes folders") }
  }
}
