import Foundation
import Testing

/// Every script in Scripts/, played against the real programs.
@Suite struct CommandScriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Scripts")

  /// The scripts' names, in the order of the alphabet.
  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }
  }

  @Test(arguments: try CommandScriptTests.names)
  func `the programs do what a script says`(_ name: String) async throws {
    let path = CommandScriptTests.folder.appendingPathComponent(name + ".txt").path
    for failure in await failures(name, path) {
      Issue.record(
        "\(name).txt:\(failure.line): \(failure.sentence)\n\(failure.problem)",
        sourceLocation: SourceLocation(
          fileID: "CommandTests/Scripts/\(name).txt", filePath: path, line: failure.line,
          column: 1))
    }
  }

  // What keeps a script from being played is a failure of the script too.
  private func failures(_ name: String, _ path: String) async -> [Performance.Failure] {
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      var performance = try Performance(try Script(name: name, text: text))
      return await performance.play()
    } catch let error as ScriptError {
      return [
        Performance.Failure(line: error.line, sentence: "it is no script", problem: error.problem)
      ]
    } catch {
      return [Performance.Failure(line: 1, sentence: "it cannot be played", problem: "\(error)")]
    }
  }

  @Test func `the programs under test have been built`() throws {
    for program in ["uidvault", "hmis-anon"] {
      #expect(FileManager.default.isExecutableFile(atPath: Stage.programs + "/" + program))
    }
    #expect(try !CommandScriptTests.names.isEmpty)
  }
}
