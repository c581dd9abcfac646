import Foundation

/// A check that cannot be answered.
struct CheckError: Error, Equatable {
  let problem: String
}

/// What a check found, for the failure's text.
struct CheckResult {
  let holds: Bool
  let found: String
}

extension Expectation {
  /// Looks whether the check holds.
  ///
  /// - Throws: `CheckError` where the check makes no sense after the last run, and what the system says of
  ///   files that cannot be read.
  func check(_ run: ProgramRun?, on stage: borrowing Stage) throws -> CheckResult {
    switch self {
    case .exists(let name):
      let path = stage.path(name)
      let exists = FileManager.default.fileExists(atPath: path)
      return CheckResult(holds: exists, found: exists ? "it exists" : "it does not exist")
    case .mode(let name, let mode):
      let attributes = try FileManager.default.attributesOfItem(atPath: stage.path(name))
      let found = attributes[.posixPermissions] as? Int ?? -1
      return CheckResult(holds: found == mode, found: String(found, radix: 8))
    case .tree(let folder, let text):
      let traces = try FileTree(stage.path(folder)).traces(of: text.replacing(names: stage.names))
      return CheckResult(holds: !traces.isEmpty, found: "in: \(traces)")
    case .status, .output, .terminalRestored, .json:
      guard let run else { throw CheckError(problem: "nothing has been run") }
      return try check(after: run, on: stage)
    }
  }

  private func check(after run: ProgramRun, on stage: borrowing Stage) throws -> CheckResult {
    switch self {
    case .status(let status):
      return CheckResult(holds: run.status == status, found: "status \(run.status)")
    case .output(let stream, let quotation):
      let content = try Expectation.content(stream, run, stage)
      return CheckResult(
        holds: quotation.isFound(in: content, names: stage.names), found: content.excerpt)
    case .terminalRestored:
      guard let screen = run.screen else { throw CheckError(problem: "the run had no terminal") }
      let restored = run.leavesTerminalAsBefore && !screen.isAlternate && !screen.hidesCursor
      return CheckResult(holds: restored, found: "the terminal is not as before")
    case .json(let query, let test):
      return try Expectation.check(query, test, try Expectation.answer(run, stage), stage)
    case .exists, .mode, .tree:
      preconditionFailure("not a check of a run")
    }
  }

  private static func content(
    _ stream: Stream, _ run: ProgramRun, _ stage: borrowing Stage
  ) throws -> String {
    switch stream {
    case .stdout, .stderr:
      guard run.redirection == .toFiles else {
        throw CheckError(problem: "it went to the terminal: check 'terminal' or 'screen'")
      }
      return try stage.text(of: stream == .stdout ? stage.standardOutput : stage.standardError)
    case .terminal, .screen, .alternate, .raw:
      guard let screen = run.screen else { throw CheckError(problem: "the run had no terminal") }
      switch stream {
      case .screen: return screen.remaining
      case .alternate: return screen.allAlternatePages.joined(separator: "\n---\n")
      case .raw: return String(decoding: screen.raw, as: UTF8.self)
      case .terminal, .stdout, .stderr: return screen.transcript
      }
    }
  }

  /// The text that holds the run's answer.
  static func answer(_ run: ProgramRun, _ stage: borrowing Stage) throws -> String {
    try content(run.redirection == .toFiles ? .stdout : .terminal, run, stage)
  }

  private static func check(
    _ query: JSONQuery, _ test: JSONTest, _ answer: String, _ stage: borrowing Stage
  ) throws -> CheckResult {
    let query = JSONQuery(
      source: query.source, path: query.path.map { $0.replacing(names: stage.names) })
    let value: JSONValue?
    do {
      value = try query.value(in: answer)
    } catch {
      throw CheckError(problem: "the answer is not JSON: \(answer.excerpt)")
    }
    let holds =
      switch test {
      case .present: value != nil
      case .equals(let text):
        try value == JSONValue(text: text.replacing(names: stage.names))
      case .contains(let quotation):
        value.map { quotation.isFound(in: $0.plain, names: stage.names) } ?? false
      }
    return CheckResult(holds: holds, found: value?.plain ?? "nothing there in \(answer.excerpt)")
  }
}

extension String {
  /// As much of the text as a person reads in a failure.
  var excerpt: String {
    isEmpty ? "(nothing)" : count <= 2_000 ? self : prefix(2_000) + "…"
  }
}
