/// Names the exit codes of both programs; never renumbered.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, or answered yes.
  case done = 0
  /// Answered no: no hit, findings, UID taken, similar person, import with problems.
  case no = 1
  /// Trouble: input and output, bad input, not a vault, reveal that cannot be recorded.
  case trouble = 2
  /// Wrong passphrase or unknown member.
  case wrongPassphrase = 3
  /// The vault is in use by somebody else.
  case inUse = 4
  /// Not permitted to this member.
  case notPermitted = 5
  /// Damage, tampering or a fork.
  case damaged = 6
  /// The vault is older than this account has seen.
  case older = 7
  /// The command line was not understood.
  case usage = 64
  /// Ended by a signal or by the person at the terminal.
  case interrupted = 130
}
