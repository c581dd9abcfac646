import Terminal
import VaultCore
import VaultCrypto

/// A failure in words: what is wrong, what to do next, and the exit status.
struct CommandFailure: Error, Equatable {
  let problem: String
  let hints: [String]
  let status: ExitStatus

  init(_ problem: String, hints: [String] = [], status: ExitStatus) {
    self.problem = problem
    self.hints = hints
    self.status = status
  }

  /// Tells the person, and returns the status to end with.
  func report() -> ExitStatus {
    let messages = Messages(program: "uidvault")
    messages.error(problem)
    for hint in hints { messages.hint(hint) }
    return status
  }

  /// For all that may have been part of an identity.
  static let identityHints = [
    "search words and names are asked for, or read from standard input with --stdin",
    """
    this line is now in your shell's history; right now, in bash, "history -d -2; history -w" \
    removes it
    """,
  ]

  /// A mistake in how the command was called.
  static func usage(_ problem: String, hints: [String] = []) -> Self {
    CommandFailure(problem, hints: hints, status: .usage)
  }

  /// Takes every error that our rooms throw; nil for those of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as VaultError: self.init(vault: error)
    case let error as TerminalError: self.init(terminal: error)
    case let error as CryptoError: self.init(crypto: error)
    default: return nil
    }
  }
}

extension CommandFailure {
  /// Failures of what surrounds the program.
  init(terminal error: TerminalError) {
    switch error {
    case .noTerminal:
      self = .usage(
        "there is no terminal to ask at",
        hints: ["give what is needed with --stdin, --passphrase-fd and --as"])
    case .endOfInput: self.init("the input ended before the answer", status: .trouble)
    case .idle(let seconds):
      self.init("nobody answered for \(seconds / 60) minutes", status: .interrupted)
    case .lineTooLong(let limit), .inputTooLong(let limit):
      self.init("the input is longer than \(limit) bytes", status: .trouble)
    case .descriptorNotOpen(let number):
      self = .usage("descriptor \(number) is not open")
    case .descriptorNotReadable(let number):
      self = .usage("descriptor \(number) cannot be read")
    case .outputClosed: self.init("standard output is closed", status: .trouble)
    default: self.init(Self.fileProblem(error), status: .trouble)
    }
  }

  private static func fileProblem(_ error: TerminalError) -> String {
    switch error {
    case .noFile: "there is no such file"
    case .full: "the disk is full"
    case .exists: "the file exists already"
    case .notAFile: "the path names no ordinary file"
    case .noFolder: "the folder does not exist"
    case .denied: "the system does not permit it"
    case .readOnly: "the file system can only be read"
    default: "the system refused to read or write"
    }
  }
}
