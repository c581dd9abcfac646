import Terminal

/// Whether, and how, the person at the terminal may be asked.
struct Interaction {
  private let allowed: Bool

  init(_ options: PassphraseOptions) {
    allowed = !options.noInput
  }

  /// A dialogue whose questions wait as long as it takes; question and answer are erased.
  ///
  /// - Throws: a usage failure without a terminal, or if asking is forbidden.
  func dialogue() throws -> Dialogue {
    Dialogue(on: try terminal(), idle: nil)
  }

  /// The terminal to ask at.
  ///
  /// - Throws: a usage failure without one, or if asking is forbidden.
  func terminal() throws -> ControllingTerminal {
    guard allowed else {
      throw CommandFailure.usage(
        "something is not given, and --no-input forbids asking for it",
        hints: ["give what is needed with --stdin, --passphrase-fd, --as, --reason or --yes"])
    }
    return try ControllingTerminal()
  }
}
