import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// A signal that ends or stops the program.
  enum Signal: CaseIterable {
    case interrupt, quit, terminate, hangUp, stop, goOn

    var number: Int32 {
      switch self {
      case .interrupt: SIGINT
      case .quit: SIGQUIT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      case .stop: SIGTSTP
      case .goOn: SIGCONT
      }
    }

    /// Whether whoever started the program asked that the signal do nothing (`nohup`).
    var isIgnored: Bool {
      var action = sigaction()
      guard unsafe sigaction(number, nil, &action) == 0 else { return false }
      let doNothing = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
      return handlerAddress(&action) == doNothing
    }
  }

  private static func handlerAddress(_ action: inout sigaction) -> Int {
    #if canImport(Glibc)
      unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    #else
      unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self)
    #endif
  }

  /// Takes the signals from this thread and all that it will begin.
  static func block(_ signals: [Signal]) {
    var set = signalSet(signals)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static func signalSet(_ signals: [Signal]) -> sigset_t {
    var set = sigset_t()
    _ = unsafe sigemptyset(&set)
    for signal in signals { _ = unsafe sigaddset(&set, signal.number) }
    return set
  }

  /// Waits for one of the blocked signals.
  static func next(of signals: [Signal]) -> Signal? {
    var set = signalSet(signals)
    var number: Int32 = 0
    guard unsafe sigwait(&set, &number) == 0 else { return nil }
    return signals.first { $0.number == number }
  }

  /// Takes a blocked signal back that has come and was not waited for.
  static func forget(_ signal: Signal) {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0, unsafe sigismember(&pending, signal.number) == 1 else {
      return
    }
    _ = next(of: [signal])
  }

  /// Does what the system does by itself on Ctrl-Z: stops the program, unless nobody could
  /// ever continue it.
  static func stopHere() {
    var set = signalSet([.stop])
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    _ = raise(SIGTSTP)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Runs the work on a thread of its own, for ever.
  static func beginThread(_ work: @escaping @convention(c) () -> Void) {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let argument = unsafe unsafeBitCast(work, to: UnsafeMutableRawPointer.self)
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        let work = unsafe unsafeBitCast(argument, to: (@convention(c) () -> Void).self)
        work()
        return nil
      }, argument)
    precondition(code == 0, "no thread can be begun")
  }

  /// Ends the program here and now.
  static func exitAtOnce(_ status: ExitStatus) -> Never { _exit(status.rawValue) }
}
