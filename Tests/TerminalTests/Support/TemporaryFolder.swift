import Glibc
import Testing

@testable import Terminal

/// Is a folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/terminal-tests-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template)
    path = unsafe String(cString: try #require(made))
  }

  deinit {
    for name in names { _ = unsafe unlink(path + "/" + name) }
    unsafe rmdir(path)
  }

  var names: [String] { (Platform.names(in: path) ?? []).sorted() }

  func file(_ name: String) -> String { path + "/" + name }

  func make(_ name: String, _ text: String) throws {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_EXCL, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try ByteOutput.write(text, to: descriptor)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try InputBytes(path: file(name)).all(limit: 1 << 20), as: UTF8.self)
  }
}
