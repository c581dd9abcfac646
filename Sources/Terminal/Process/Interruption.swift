import Synchronization

/// Gives back the terminal, and takes away unfinished files, before a signal ends or stops the
/// program.
///
/// There is no signal handler, so nothing ever runs in the middle of something else, and the rules of
/// what a handler may call (signal-safety(7)) do not bind: the signals are blocked in every
/// thread, and one thread of our own takes them with `sigwait(3)`. It runs ordinary code under
/// one lock, under which also every change of the terminal is made, so what is undone is what
/// was done. When it ends the program it keeps the lock, so that no other thread can hide
/// the echo again in the last moment. The thread that asks for a passphrase need not know: it sleeps in
/// `read(2)` until the process ends, and its memory with it.
enum Interruption {
  /// What to do to something held when a signal comes.
  struct Held: Sendable {
    /// Before the program ends.
    let atEnd: @Sendable () -> Void
    /// Before the program stops (Ctrl-Z).
    var atStop: @Sendable () -> Void = {}
    /// When the program goes on.
    var atReturn: @Sendable () -> Void = {}
  }

  private struct Holds {
    var next = 0
    var all: [(number: Int, held: Held)] = []
    var isWatched = false
  }

  private static let holds = Mutex(Holds())

  /// Does something that must be undone, and remembers how; returns the number to end it with.
  static func hold<Failure: Error>(
    _ held: Held, by begin: () throws(Failure) -> Void
  ) throws(Failure) -> Int {
    try holds.withLock { holds throws(Failure) in
      try begin()
      holds.next += 1
      holds.all.append((holds.next, held))
      return holds.next
    }
  }

  /// Undoes something in the ordinary course of things, and forgets how.
  static func release(_ number: Int, by end: () -> Void) {
    holds.withLock { holds in
      end()
      holds.all.removeAll { $0.number == number }
    }
  }

  private static let signals = Platform.Signal.allCases.filter { !$0.isIgnored }

  /// Begins to watch for signals. To be called while the program still has only one thread.
  static func start() {
    let isFirst = holds.withLock { holds in
      defer { holds.isWatched = true }
      return !holds.isWatched
    }
    guard isFirst else { return }
    Platform.block(signals)
    Platform.beginThread { Interruption.watch() }
  }

  private static func watch() {
    while let signal = Platform.next(of: signals) {
      switch signal {
      case .interrupt, .quit, .terminate, .hangUp: end(after: signal)
      case .stop: stop()
      case .goOn: holds.withLock { holds in goOn(holds) }
      }
    }
  }

  private static func end(after signal: Platform.Signal) {
    holds.withLock { holds in
      for hold in holds.all.reversed() { hold.held.atEnd() }
      // The terminal has written ^C; what comes next begins on a line of its own.
      if signal == .interrupt && Platform.isTerminal(2) { Messages.endLine() }
      Platform.exitAtOnce(.interrupted)
    }
  }

  private static func stop() {
    holds.withLock { holds in
      for hold in holds.all.reversed() { hold.held.atStop() }
      Platform.stopHere()
      Platform.forget(.goOn)
      goOn(holds)
    }
  }

  private static func goOn(_ holds: Holds) {
    for hold in holds.all { hold.held.atReturn() }
  }
}
