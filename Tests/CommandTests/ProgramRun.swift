import Glibc
import Subprocess

/// A shell line that is run, and what came of it.
struct ProgramRun {
  /// The exit status, or 128 + the signal that ended it.
  let status: Int
  /// What the terminal showed; nil for a run without one.
  let screen: ScreenBuffer?
  let redirection: Redirection
  let leavesTerminalAsBefore: Bool

  /// Whether a signal ended it that only a defect sends.
  var crashed: Bool {
    [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV].contains(Int32(status - 128))
  }
}

/// Why a run came to no end.
enum RunFailure: Error, Equatable {
  /// Still running after the bound, with the line that the cursor was in.
  case hung(cursorLine: String)
  /// Still running without a terminal.
  case hungWithoutTerminal
  /// It ended before it asked for what was to be typed.
  case endedBefore(String, shown: String)
  /// The shell line that should have printed an answer failed.
  case noAnswer(String)
}

extension ProgramRun {
  /// How long a program may take.
  static let bound: Duration = .seconds(20)

  // The first open of the terminal by a session without one makes it the controlling terminal.
  private static let launcher = #"cd "$0" && exec <"$1" >"$2" 2>"$3" && eval "$4""#

  /// Runs a line in a session of its own, without a terminal.
  static func withoutTerminal(
    _ line: String, on stage: borrowing Stage, bound: Duration = bound
  ) async throws -> ProgramRun {
    try stage.forgetLastRun()
    let files = ["/dev/null", stage.standardOutput, stage.standardError]
    let status = try await launch(line, on: stage, files: files) { process in
      var patience = Patience(bound)
      while process.isRunning {
        guard !patience.isExhausted else {
          process.kill()
          throw RunFailure.hungWithoutTerminal
        }
        try await patience.pause()
      }
    }
    return ProgramRun(
      status: status, screen: nil, redirection: .toFiles, leavesTerminalAsBefore: true)
  }

  /// Runs a line at a terminal of its own, where a person types.
  static func atTerminal(
    _ line: String, typing: [Typing], _ redirection: Redirection, on stage: borrowing Stage,
    bound: Duration = bound
  ) async throws -> ProgramRun {
    try stage.forgetLastRun()
    let terminal = try PseudoTerminal.make()
    let path = terminal.path
    let files =
      switch redirection {
      case .toTerminal: [path, path, path]
      case .toFiles: [path, stage.standardOutput, stage.standardError]
      }
    var conversation = Conversation(terminal: terminal, bound: bound)
    let status: Int
    do {
      status = try await launch(line, on: stage, files: files) { process in
        try await conversation.hold(typing, with: process, on: stage)
      }
    } catch {
      try stage.write(conversation.screen.transcript, to: stage.terminal)
      throw error
    }
    conversation.listen()
    try stage.write(conversation.screen.transcript, to: stage.terminal)
    return ProgramRun(
      status: status, screen: conversation.screen, redirection: redirection,
      leavesTerminalAsBefore: conversation.terminal.isAsBefore)
  }

  private static func launch(
    _ line: String, on stage: borrowing Stage, files: [String],
    _ body: (RunningProcess) async throws -> Void
  ) async throws -> Int {
    var options = PlatformOptions()
    options.createSession = true
    let result = try await run(
      .name("sh"), arguments: Arguments(["-c", launcher, stage.work] + files + [line]),
      environment: stage.programEnvironment, platformOptions: options,
      input: .none, output: .discarded, error: .discarded
    ) { execution in
      let process = RunningProcess(identifier: execution.processIdentifier.value)
      defer { if !process.isRunning { process.kill() } }
      try await body(process)
    }
    switch result.terminationStatus {
    case .exited(let code): return Int(code)
    case .signaled(let signal): return 128 + Int(signal)
    }
  }
}
