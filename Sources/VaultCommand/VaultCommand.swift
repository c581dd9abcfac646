import ArgumentParser
import Arguments
import Terminal
import VaultCrypto

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
      InitCommand.self, AddCommand.self, AssignCommand.self, PendingCommand.self,
      FindCommand.self, ShowCommand.self, EditCommand.self, ImportCommand.self,
      ExportCommand.self, HoldCommand.self, DestroyCommand.self,
      StatusCommand.self, VerifyCommand.self, PolicyCommand.self, AuditCommand.self,
      SettleCommand.self, MemberCommand.self, JoinCommand.self, PassphraseCommand.self,
      RotateCommand.self, RecoveryCommand.self, BackupCommand.self,
    ])

  static func main() {
    exit(withError: ExitCode(run(Array(CommandLine.arguments.dropFirst())).rawValue))
  }

  private static func run(_ arguments: [String]) -> ExitStatus {
    do {
      try ProcessGuard.start()
      try Sodium.ready()
      var command = try leaf(arguments) ?? parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let answered as AnsweredNo {
      return answered.status
    } catch {
      return CommandFailure(error)?.report() ?? answer(error, arguments)
    }
  }

  /// Parses the words behind a command's own, without building the tree of all the others, which
  /// takes a good part of starting up.
  ///
  /// - Returns: Nil where that fails or asks for help, as the whole tree has the words for it.
  private static func leaf(_ arguments: [String]) -> (any ParsableCommand)? {
    var (type, rest): (any ParsableCommand.Type, _) = (VaultCommand.self, arguments[...])
    while let word = rest.first,
      let next = type.configuration.subcommands.first(where: { $0._commandName == word })
    {
      (type, rest) = (next, rest.dropFirst())
    }
    guard type.configuration.subcommands.isEmpty else { return nil }
    do { return try type.parseAsRoot(Array(rest)) } catch { return nil }
  }

  /// Answers what swift-argument-parser throws. Help and version are thrown too.
  private static func answer(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    guard exitCode(for: error) == .success else {
      let problem = ArgumentProblem.found(by: error, in: arguments, of: self)
      return CommandFailure.usage(
        problem.words, hints: problem.hints(identity: CommandFailure.identityHints)
      ).report()
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
