import SystemPackage

/// Is the terminal at which the person sits, whatever the standard descriptors are.
package final class ControllingTerminal: Sendable {
  let descriptor: Int32
  /// Whether the terminal cannot move its cursor or clear itself (`TERM` is `dumb` or not set).
  package let isPlain: Bool

  /// Opens the terminal of this process, `/dev/tty`.
  ///
  /// - Throws: `noTerminal` if the process has none.
  package convenience init() throws(TerminalError) {
    try self.init(path: "/dev/tty", isPlain: Environment.hasPlainTerminal)
  }

  init(path: String, isPlain: Bool) throws(TerminalError) {
    do {
      descriptor = try Platform.open(FilePath(path), .terminal)
    } catch {
      throw .noTerminal
    }
    self.isPlain = isPlain
  }

  deinit { Platform.close(descriptor) }

  /// The rows and columns now; 24 and 80 if the terminal does not say.
  package var size: (rows: Int, columns: Int) {
    Platform.size(of: descriptor) ?? (rows: 24, columns: 80)
  }

  /// Writes a text that is safe already.
  func write(_ safe: String) throws(TerminalError) {
    do throws(TerminalError) {
      try ByteOutput.write(safe, to: descriptor)
    } catch {
      throw .noTerminal
    }
  }

  /// Writes what must be written without delay or error when a signal has come.
  func writeAtSignal(_ safe: String) {
    if Platform.isInBackground(of: descriptor) { return }
    // A terminal that was halted (Ctrl-S) must not keep the program from ending.
    guard Platform.takesBytes(descriptor, milliseconds: 200) else { return }
    do throws(TerminalError) {
      try write(safe)
    } catch {
      // The terminal has gone, and with it what was to be cleared.
    }
  }

  /// Waits until something was typed.
  ///
  /// - Throws: `idle` after so many seconds, `noTerminal` if the terminal has gone.
  func waitForInput(seconds: Int?) throws(TerminalError) {
    do throws(Errno) {
      let milliseconds = seconds.map { Int32(clamping: Int64($0) * 1000) } ?? -1
      switch try Platform.waitToRead(descriptor, milliseconds: milliseconds) {
      case .ready: return
      case .broken: throw Errno.ioError
      case .notYet: break
      }
    } catch {
      throw .noTerminal
    }
    throw .idle(seconds: seconds ?? 0)
  }
}
