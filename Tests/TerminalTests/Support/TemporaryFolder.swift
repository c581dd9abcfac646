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

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in Platform.names(in: path) ?? [] {
      let path = path + "/" + name
      if unsafe unlink(path) != 0 { remove(path) }
    }
    unsafe rmdir(path)
  }

  /// Makes a folder in it, and those above.
  func makeFolder(_ name: String) {
    var path = path
    for part in name.split(separator: "/") {
      path += "/" + part
      unsafe mkdir(path, 0o700)
    }
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
