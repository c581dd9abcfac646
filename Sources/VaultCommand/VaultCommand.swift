import ArgumentParser
import Terminal

/// The program for the vault side: who stands behind which anonymous record.
@main
struct VaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uidvault",
    abstract: "Keep which real person stands behind which anonymous HMIS record.",
    discussion: """
      Names, birth dates and search words are asked for, or read from standard input with \
      --stdin; never type them on a command line.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, AssignCommand.self, PendingCommand.self, ShowCommand.self,
      EditCommand.self, StatusCommand.self, VerifyCommand.self, PolicyCommand.self,
    ])

  static func main() {
    exit(withError: ExitCode(status().rawValue))
  }

  private static func status() -> ExitStatus {
    do {
      try ProcessGuard.start()
      var command = try parseAsRoot()
      try command.run()
      return .done
    } catch let answered as AnsweredNo {
      return answered.status
    } catch {
      return answer(error)
    }
  }

  /// Help and version are thrown as well; they are answers.
  private static func answer(_ error: any Error) -> ExitStatus {
    if let failure = CommandFailure(error) { return failure.report() }
    guard exitCode(for: error) == .success else {
      return CommandFailure.usage("the command line", hints: CommandFailure.identityHints).report()
    }
    do throws(TerminalError) {
      try StandardOutput.write(fullMessage(for: error) + "\n")
      return .done
    } catch {
      return CommandFailure(terminal: error).report()
    }
  }
}

/// Ends a command that has given its answer, and whose answer was no.
struct AnsweredNo: Error {
  var status: ExitStatus = .no
}
