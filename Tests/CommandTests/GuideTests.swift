import Foundation
import Testing

/// The pages that tell people what to type, against the scripts that play them.
@Suite struct GuideTests {
  static let project = CommandScriptTests.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A page, and the script that plays its commands.
  static let guides = [
    ("docs/SUPERVISOR.md", "guide-supervisor"), ("docs/RESTORE.md", "guide-restore"),
    ("docs/CHECKING.md", "check-tutorial"),
  ]

  @Test(arguments: guides)
  func `a script plays each command that a page shows`(_ page: String, _ name: String) throws {
    let text = try String(contentsOf: Self.project.appending(path: page), encoding: .utf8)
    let script = try String(
      contentsOf: CommandScriptTests.folder.appending(path: name + ".txt"), encoding: .utf8)
    // A script may add what only a test needs, behind the words of the page; findings are an exit
    // status of their own.
    let played = script.split(separator: "\n").map { line in
      (line.hasPrefix("! ") ? line.dropFirst(2) : line) + " "
    }
    let shown = Self.commands(in: text)
    #expect(!shown.isEmpty)
    for command in shown where !played.contains(where: { $0.hasPrefix(command + " ") }) {
      Issue.record("\(page) shows a command that \(name).txt does not play: \(command)")
    }
  }

  @Test func `commands are the lines of fenced blocks that begin with a program`() {
    let page = """
      ```
      uidvault status
      Passphrase:
      ```
      uidvault outside
      ```
      hmis-anon rules
      ```
      """
    #expect(Self.commands(in: page) == ["uidvault status", "hmis-anon rules"])
  }

  private static func commands(in page: String) -> [String] {
    var inside = false
    return page.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") { inside.toggle() }
      let isCommand = line.hasPrefix("uidvault ") || line.hasPrefix("hmis-anon ")
      return inside && isCommand ? String(line) : nil
    }
  }
}
