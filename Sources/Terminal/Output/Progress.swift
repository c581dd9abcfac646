import Synchronization

/// Shows how far long work has come, in one line on standard error that is erased at the end;
/// only on a terminal that can erase, else nothing.
package final class Progress: Sendable {
  private struct State {
    var isShown = false
    var next: Int64 = 0
    var hold: Int?
  }

  private let label: String
  private let total: Int?
  private let descriptor: Int32
  private let isSilent: Bool
  private let state = Mutex(State())

  /// Begins to show work of so many parts, `nil` if nobody knows.
  package convenience init(_ label: String, total: Int?) {
    self.init(label, total: total, descriptor: 2, isPlain: Environment.hasPlainTerminal)
  }

  init(_ label: String, total: Int?, descriptor: Int32, isPlain: Bool) {
    self.label = DisplayText(label).description
    self.total = total
    self.descriptor = descriptor
    isSilent = isPlain || !Platform.isTerminal(descriptor)
  }

  deinit { end() }

  // Ten times a second is as often as anybody can read.
  private static let pause: Int64 = 100  // ms

  /// Says how many parts are done; cheap enough for every part.
  package func update(_ done: Int) {
    if isSilent { return }
    state.withLock { state in
      let now = Platform.monotonicMilliseconds()
      guard now >= state.next else { return }
      state.next = now + Self.pause
      if state.hold == nil { state.hold = hold() }
      write(ScreenCodes.clearLine + line(done))
    }
  }

  /// Erases the line, before anything else is said.
  package func end() {
    state.withLock { state in
      guard let hold = state.hold else { return }
      Interruption.release(hold) { write(ScreenCodes.clearLine) }
      state.hold = nil
      state.next = 0
    }
  }

  private func hold() -> Int {
    let descriptor = descriptor
    let erase: @Sendable () -> Void = { Self.write(ScreenCodes.clearLine, to: descriptor) }
    return Interruption.hold(Interruption.Held(atEnd: erase, atStop: erase)) {}
  }

  private func line(_ done: Int) -> String {
    var text = "\(label): \(done)"
    if let total {
      text += " of \(total)"
      if total > 0 { text += " (\(min(100, done * 100 / total)) %)" }
    }
    let columns = Platform.size(of: descriptor)?.columns ?? 80
    return DisplayText(text).truncated(to: columns - 1)
  }

  private func write(_ text: String) { Self.write(text, to: descriptor) }

  private static func write(_ text: String, to descriptor: Int32) {
    do throws(TerminalError) {
      try ByteOutput.write(text, to: descriptor)
    } catch {
      // Nobody is there to see it.
    }
  }
}
