import FoundationEssentials
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

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: text(name)) }

  func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: text(name), toPath: text(other))
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
