import FoundationEssentials
import Glibc
import Testing
import VaultStore

/// A folder of one test, removed when the test lets go of it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { remove() }

  func remove() {
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    do { try FileManager.default.removeItem(at: url) } catch {
      Issue.record("a temporary folder was left behind")
    }
  }

  func text(_ name: String) -> String { url.appending(path: name).path }

  func path(_ name: String) throws(StoreError) -> VaultPath { try VaultPath(text(name)) }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url.appending(path: name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  func append(_ bytes: [UInt8], to name: String) throws {
    // In place, as a new file of that name would be another one to a store.
    let file = unsafe try #require(fopen(text(name), "a"))
    defer { unsafe fclose(file) }
    try #require(unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: text(name)) }

  func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: text(name), toPath: text(other))
  }

  func rename(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: text(name), toPath: text(other))
  }

  /// Whether any process holds a POSIX lock on the file, by the system's list.
  func isLocked(_ name: String) -> Bool {
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: text(name))
      let inode = try #require(attributes[.systemFileNumber] as? UInt64)
      let locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
      return locks.contains { $0.contains("POSIX") && $0.contains(":\(inode) ") }
    } catch {
      Issue.record(error)
      return false
    }
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
