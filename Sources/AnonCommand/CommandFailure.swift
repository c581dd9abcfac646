import HMIS
import Terminal

/// A failure in words: what is wrong, what to do next, and the exit status.
struct CommandFailure: Error, Equatable {
  let problem: String
  let hints: [String]
  let status: ExitStatus

  init(_ problem: String, hints: [String] = [], status: ExitStatus = .usage) {
    self.problem = problem
    self.hints = hints
    self.status = status
  }

  /// Tells the person, and returns the status to end with.
  func report() -> ExitStatus {
    let messages = Messages(program: "hmis-anon")
    messages.error(problem)
    for hint in hints { messages.hint(hint) }
    return status
  }

  /// For all that may have been part of an identity.
  static let identityHints = [
    "never type a name, a birth date or an SSN on a command line",
    """
    this line is now in your shell's history; right now, in bash, "history -d -2; history -w" \
    removes it
    """,
  ]
}

extension CommandFailure {
  /// The clock names no day that the calendar has.
  static let clock = CommandFailure("this machine's clock is wrong", status: .trouble)

  /// Failures of what surrounds the program.
  init(_ error: TerminalError) {
    let problem =
      switch error {
      case .outputClosed: "standard output is closed"
      case .full: "there is no room left to write"
      case .noTerminal, .endOfInput, .idle, .lineTooLong, .inputTooLong, .descriptorNotOpen,
        .descriptorNotReadable, .noFile, .exists, .notAFile, .notAFolder, .noFolder, .denied,
        .readOnly,
        .system:
        "the system does not let the answer be written"
      }
    self.init(problem, status: .trouble)
  }

  /// Values that the card cannot be made from.
  init(_ error: HMISError) {
    switch error {
    case .birthYearForm:
      self.init(
        "--birth-year is neither four digits nor the word unknown",
        hints: ["only the year is used, such as --birth-year 1976"] + Self.identityHints)
    case .birthYearTwoDigits:
      self.init(
        "--birth-year has two digits", hints: ["write all four, such as --birth-year 1976"])
    case .birthYearTooEarly(let earliest):
      self.init("--birth-year is before \(earliest)", hints: [Self.unknownYear])
    case .birthYearInFuture(let latest):
      self.init(
        "--birth-year is after \(latest), this year by the machine's clock",
        hints: [Self.unknownYear])
    case .noSuchDay: self = .clock
    case .organizationEmpty: self.init("--organization is empty")
    case .organizationTooLong(let found, let limit):
      self.init(
        "--organization has \(found) characters; a name in HMIS holds \(limit)",
        hints: ["use a shorter form of the name: it stands in HMIS until the first save only"])
    case .organizationInvisible(let position):
      self.init("--organization has a character that cannot be seen at place \(position)")
    case .organizationBracket(let position):
      self.init(
        "--organization has one of < > [ ] { } at place \(position)",
        hints: [
          "HMIS names may not have these since FY2026"
        ])
    case .patternForm, .patternKind, .patternLength, .patternPrefix:
      self.init(pattern: error)
    }
  }

  private static let unknownYear = "if the year is not known, write --birth-year unknown"

  private init(pattern error: HMISError) {
    let kinds = UIDPattern.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let problem =
      switch error {
      case .patternKind: "the kind of --uid-pattern is none of \(kinds)"
      case .patternLength(let limit): "the length of --uid-pattern is not within 1 to \(limit)"
      case .patternPrefix(let limit):
        "the prefix of --uid-pattern is not 1 to \(limit) letters, digits or hyphens"
      default: "--uid-pattern is not KIND:LENGTH, KIND:MIN-MAX, or either with :PREFIX behind it"
      }
    self.init(problem, hints: ["the usual one is --uid-pattern \(UIDPattern.standard)"])
  }
}
