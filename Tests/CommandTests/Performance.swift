/// A script that is played, step by step.
struct Performance: ~Copyable {
  private let script: Script
  private let bound: Duration
  private var stage: Stage
  private var lastRun: ProgramRun?
  private var typing: [Typing] = []
  private var seat: Redirection?

  /// A step that did not go as the script says.
  struct Failure: Error, Equatable {
    let line: Int
    let sentence: String
    let problem: String
  }

  init(_ script: Script, bound: Duration = ProgramRun.bound) throws {
    self.script = script
    self.bound = bound
    stage = try Stage(files: script.files)
  }

  /// Plays every paragraph, and returns what failed.
  mutating func play() async -> [Failure] {
    var failures: [Failure] = []
    for (index, paragraph) in script.paragraphs.enumerated() {
      typing = []
      seat = nil
      guard let failure = await play(paragraph) else { continue }
      let left = script.paragraphs.count - index - 1
      guard failure.isHang, left > 0 else {
        failures.append(failure.named(paragraph))
        continue
      }
      return failures + [failure.named(paragraph, note: "\n\(left) paragraphs were not reached")]
    }
    return failures
  }

  private struct StepFailure {
    let step: Step
    let problem: String
    let isHang: Bool

    func named(_ paragraph: Paragraph, note: String = "") -> Failure {
      Failure(
        line: step.line, sentence: paragraph.sentence,
        problem: "\(step.source)\n\(problem)\(note)")
    }
  }

  private mutating func play(_ paragraph: Paragraph) async -> StepFailure? {
    for step in paragraph.steps {
      do {
        try await play(step.action)
      } catch let error as CheckError {
        return StepFailure(step: step, problem: error.problem, isHang: false)
      } catch let error as RunFailure {
        return StepFailure(step: step, problem: error.problem, isHang: error.isHang)
      } catch {
        return StepFailure(step: step, problem: "\(error)", isHang: false)
      }
    }
    guard !typing.isEmpty || seat != nil, let step = paragraph.steps.last else { return nil }
    return StepFailure(step: step, problem: "a line to type and no run after it", isHang: false)
  }

  private mutating func play(_ action: Action) async throws {
    switch action {
    case .type(let line):
      typing.append(line)
    case .sit(let redirection):
      seat = redirection
    case .run(let line, let outcome):
      try await run(line, outcome)
    case .shell(let line):
      let shell = try await ShellLine.run(line, on: stage)
      guard shell.status == 0 else {
        throw CheckError(problem: "status \(shell.status)\n\(shell.output.excerpt)")
      }
    case .environment(let name, let value):
      stage.set(name, to: value.replacing(names: stage.environment))
    case .capture(let name, let query):
      try capture(name, query)
    case .check(let expectation, let polarity):
      let result = try expectation.check(lastRun, on: stage)
      guard result.holds == (polarity == .holds) else {
        throw CheckError(problem: "found: \(result.found)")
      }
    }
  }

  private mutating func run(_ line: String, _ outcome: Outcome) async throws {
    let lines = typing
    let redirection = seat ?? (lines.isEmpty ? nil : .toTerminal)
    typing = []
    seat = nil
    lastRun = nil
    let run =
      if let redirection {
        try await ProgramRun.atTerminal(
          line, typing: lines, redirection, on: stage, bound: bound)
      } else {
        try await ProgramRun.withoutTerminal(line, on: stage, bound: bound)
      }
    lastRun = run
    guard !run.crashed, (run.status == 0) == (outcome == .success) else {
      throw CheckError(problem: "status \(run.status)\n\(try told(run))")
    }
  }

  private func told(_ run: ProgramRun) throws -> String {
    let shown = run.screen.map { "terminal: \($0.transcript.excerpt)\n" } ?? ""
    guard run.redirection == .toFiles else { return shown }
    let output = try stage.text(of: stage.standardOutput).excerpt
    let errors = try stage.text(of: stage.standardError).excerpt
    return shown + "stdout: \(output)\nstderr: \(errors)"
  }

  private mutating func capture(_ name: String, _ query: JSONQuery) throws {
    guard let run = lastRun else { throw CheckError(problem: "nothing has been run") }
    let answer = try Expectation.answer(run, stage)
    guard let value = try query.value(in: answer) else {
      throw CheckError(problem: "nothing there in \(answer.excerpt)")
    }
    stage.set(name, to: value.plain)
  }
}

extension RunFailure {
  fileprivate var isHang: Bool {
    switch self {
    case .hung, .hungWithoutTerminal: true
    case .endedBefore, .noAnswer: false
    }
  }

  fileprivate var problem: String {
    switch self {
    case .hung(let cursorLine): "it hangs; the cursor stands after '\(cursorLine)'"
    case .hungWithoutTerminal: "it hangs without a terminal"
    case .endedBefore(let point, let shown): "it ended before \(point)\n\(shown.excerpt)"
    case .noAnswer(let line): "no answer to type from: \(line)"
    }
  }
}
