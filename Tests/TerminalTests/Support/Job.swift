import Glibc
import Testing

@testable import Terminal

/// Is a process in the foreground of a terminal, begun as a shell begins one.
///
/// To be used in an exit test only, whose process becomes the shell: it leads the session and
/// has the terminal, so that Ctrl-C and Ctrl-Z do what they do for a person.
struct Job {
  private let number: pid_t
  private let terminal: PseudoTerminal

  /// How the job is, once it has changed.
  enum State: Equatable {
    case stopped
    case exited(Int32)
    case killed(Int32)
  }

  init(on terminal: PseudoTerminal, _ work: () throws -> Void) throws {
    self.terminal = terminal
    try #require(setsid() != -1)
    try #require(ioctl(terminal.slave, UInt(TIOCSCTTY), 0 as Int32) == 0)
    // A shell may take the terminal back without being stopped for it.
    _ = signal(SIGTTOU, SIG_IGN)
    number = try LoneProcess.fork()
    if number == 0 { Self.run(work, on: terminal) }
    try #require(number > 0)
    // The end of the terminal, at the end of the test, is not the end of the test's process.
    _ = signal(SIGHUP, SIG_IGN)
    setpgid(number, number)
    tcsetpgrp(terminal.slave, number)
  }

  private static func run(_ work: () throws -> Void, on terminal: PseudoTerminal) -> Never {
    setpgid(0, 0)
    tcsetpgrp(terminal.slave, getpid())
    _ = signal(SIGTTOU, SIG_DFL)
    do {
      try ProcessGuard.start()
      try work()
    } catch {
      _exit(99)
    }
    _exit(0)
  }

  /// Waits until the job stops or ends.
  func wait() throws -> State {
    var status: Int32 = 0
    try #require(unsafe waitpid(number, &status, WUNTRACED) == number)
    if status & 0xff == 0x7f { return .stopped }
    if status & 0x7f == 0 { return .exited(status >> 8 & 0xff) }
    return .killed(status & 0x7f)
  }

  /// Brings a stopped job back to the foreground.
  func goOn() {
    tcsetpgrp(terminal.slave, number)
    kill(-number, SIGCONT)
  }

  func send(_ signal: Int32) { kill(number, signal) }
}
