import SystemPackage

/// Changes how a terminal treats what is typed, and gives it back as it was.
enum TerminalModes {
  enum Kind {
    case lineByLine, unseen, keyByKey
  }

  /// A change that is in force.
  struct Hold {
    fileprivate let number: Int
    fileprivate let restore: @Sendable () -> Void
  }

  /// Changes the modes and forgets what was typed ahead, so that a paste of several lines does
  /// not run on into what is asked next; `again` is called when the program goes on after a stop.
  static func begin(
    _ kind: Kind, on descriptor: Int32, again: @escaping @Sendable () -> Void = {}
  ) throws(TerminalError) -> Hold {
    do throws(Errno) {
      let before = try Platform.Modes.of(descriptor)
      let wanted = modes(kind, from: before)
      let restore: @Sendable () -> Void = { Self.set(before, on: descriptor) }
      let held = Interruption.Held(atEnd: restore, atStop: restore) {
        Self.set(wanted, on: descriptor)
        again()
      }
      let number = try Interruption.hold(held) { () throws(Errno) in
        try wanted.apply(to: descriptor)
      }
      return Hold(number: number, restore: restore)
    } catch {
      throw .noTerminal
    }
  }

  static func end(_ hold: Hold) {
    Interruption.release(hold.number, by: hold.restore)
  }

  private static func modes(_ kind: Kind, from before: Platform.Modes) -> Platform.Modes {
    switch kind {
    case .lineByLine: before.lineByLine
    case .unseen: before.unseen
    case .keyByKey: before.keyByKey
    }
  }

  private static func set(_ modes: Platform.Modes, on descriptor: Int32) {
    // In the background the terminal is somebody else's, who has modes of their own.
    if Platform.isInBackground(of: descriptor) { return }
    do throws(Errno) {
      try modes.apply(to: descriptor)
    } catch {
      // The terminal has gone, and with it what was to be restored.
    }
  }
}
