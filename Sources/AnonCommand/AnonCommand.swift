import ArgumentParser
import Arguments
import Terminal

/// The program for the anonymous side. It holds no identity and cannot open a vault.
@main
struct AnonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hmis-anon",
    abstract: "Anonymous clients in HMIS, without any of their identity.",
    discussion: "Never type a name, a birth date or an SSN on a command line.",
    version: "0.1.0",
    subcommands: [CardCommand.self, CheckCommand.self, PrepareCommand.self, RulesCommand.self])

  static func main() {
    exit(withError: ExitCode(run(Array(CommandLine.arguments.dropFirst())).rawValue))
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      try ProcessGuard.start()
      var command = try parseAsRoot(arguments)
      try command.run()
      return .done
    } catch is AnsweredNo {
      return .no
    } catch let failure as CommandFailure {
      return failure.report()
    } catch let error as TerminalError {
      return CommandFailure(error).report()
    } catch {
      return answer(error, arguments)
    }
  }

  /// Answers what swift-argument-parser throws. Help and version are thrown too.
  private static func answer(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    guard exitCode(for: error) == .success else {
      let problem = ArgumentProblem.found(by: error, in: arguments, of: self)
      return CommandFailure(
        problem.words, hints: problem.hints(identity: CommandFailure.identityHints)
      ).report()
    }
    do throws(TerminalError) {
      try StandardOutput.write(fullMessage(for: error) + "\n")
      return .done
    } catch {
      return CommandFailure(error).report()
    }
  }
}
