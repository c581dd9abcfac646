import Foundation
import Subprocess
import Testing

/// The temporary directory in which a script plays, and the environment of its programs.
struct Stage: ~Copyable {
  private let root: String
  private(set) var names: [String: String] = [:]

  /// Where the programs run.
  var work: String { root + "/work" }
  var standardOutput: String { root + "/run/stdout" }
  var standardError: String { root + "/run/stderr" }
  var terminal: String { root + "/run/terminal" }

  /// Makes the directory and writes the script's files into it.
  init(files: [InlinedFile]) throws {
    let parent = FileManager.default.temporaryDirectory.path
    root = parent + "/uidvault-script-\(UUID().uuidString)"
    for folder in ["work", "run", "home", "state", "config", "cache", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: root + "/" + folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    try forgetLastRun()
    for file in files {
      let path = work + "/" + file.name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(file.contents.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: root)
    } catch {
      Issue.record(error, "a script's directory was left behind")
    }
  }

  /// Empties the files of the last run.
  func forgetLastRun() throws {
    for path in [standardOutput, standardError, terminal] {
      try Data().write(to: URL(fileURLWithPath: path))
    }
  }

  /// Keeps a name for the lines that follow.
  mutating func set(_ name: String, to value: String) {
    names[name] = value
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// The path of a file that a script names.
  func path(_ name: String) -> String {
    let name = name.replacing(names: environment)
    return name.hasPrefix("/") ? name : work + "/" + name
  }

  /// The environment of every program.
  var environment: [String: String] {
    let own = [
      "PATH": Stage.programs + ":/usr/local/bin:/usr/bin:/bin", "HOME": root + "/home",
      "XDG_STATE_HOME": root + "/state", "XDG_CONFIG_HOME": root + "/config",
      "XDG_CACHE_HOME": root + "/cache", "TMPDIR": root + "/tmp", "TZ": "UTC",
      "LANG": "C.UTF-8", "TERM": "xterm-256color", "STDOUT": standardOutput,
      "STDERR": standardError, "TERMINAL": terminal, "PROJECT": Stage.project,
    ]
    return own.merging(names) { $1 }
  }

  /// The same, as a program is started with it.
  var programEnvironment: Environment {
    let pairs = environment.compactMap { name, value in
      Environment.Key(rawValue: name).map { ($0, value) }
    }
    return .custom(Dictionary(uniqueKeysWithValues: pairs))
  }

  /// The folder of the project, for files that it ships.
  private static let project = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../..").standardizedFileURL.path

  /// The folder of the programs under test: the one that this test program was built into.
  static let programs: String = {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return program.deletingLastPathComponent().path
  }()
}
