import Synchronization
import SystemPackage

/// Prepares the process for secrets, before anything else is done in it.
package enum ProcessGuard {
  private static let closed = Mutex<Set<Int32>>([])

  /// States what the system granted.
  package struct Granted: Equatable, Sendable {
    /// Whether no memory is written to disk when the program crashes, and no other program of
    /// the account can look into it.
    package let noCoreDumps: Bool
  }

  /// Forbids core dumps, makes new files private, turns broken pipes into errors, sees to it
  /// that no file gets the number of a closed standard descriptor, and watches for signals.
  ///
  /// To be called first, while the program has one thread only.
  ///
  /// - Throws: `system` if `/dev/null` cannot stand in for a closed standard descriptor.
  @discardableResult
  package static func start() throws(TerminalError) -> Granted {
    Platform.ignoreBrokenPipes()
    Platform.makeFilesPrivate()
    try occupyStandardDescriptors()
    let noCoreDumps = Platform.forbidCoreDumps()
    Interruption.start()
    return Granted(noCoreDumps: noCoreDumps)
  }

  /// Whether the descriptor was closed when the program began, and only stands for nothing.
  static func wasClosed(_ descriptor: Int32) -> Bool {
    closed.withLock { $0.contains(descriptor) }
  }

  private static func occupyStandardDescriptors() throws(TerminalError) {
    for descriptor: Int32 in 0...2 where !Platform.isOpen(descriptor) {
      do {
        // The system gives the lowest free number: this one, as those below are taken.
        let taken = try Platform.open("/dev/null", .toReadAndWrite)
        precondition(taken == descriptor, "another thread opens files already")
      } catch {
        throw .system(SystemFault(.open, error))
      }
      _ = closed.withLock { $0.insert(descriptor) }
    }
  }
}
