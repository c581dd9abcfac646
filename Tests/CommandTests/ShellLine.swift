import Subprocess

/// A plain shell line beside the programs under test: `cp`, `chmod`, `diff`.
enum ShellLine {
  /// 4 MiB: more than any difference that a person reads.
  private static let outputLimit = 4 << 20

  /// Runs it in the script's directory, and returns its status with all that it wrote.
  static func run(
    _ line: String, on stage: borrowing Stage
  ) async throws -> (status: Int, output: String) {
    var options = PlatformOptions()
    options.createSession = true
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", #"cd "$0" && eval "$1" 2>&1"#, stage.work, line],
      environment: stage.programEnvironment, platformOptions: options,
      input: .none, output: .string(limit: outputLimit))
    let output = result.standardOutput
    switch result.terminationStatus {
    case .exited(let code): return (Int(code), output)
    case .signaled(let signal): return (128 + Int(signal), output)
    }
  }
}

extension String {
  /// The text without line ends at its end.
  var trimmingNewlines: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
