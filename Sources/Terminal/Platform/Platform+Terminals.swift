import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// How a terminal treats what is typed.
  struct Modes {
    private var raw: termios

    static func of(_ descriptor: Int32) throws(Errno) -> Modes {
      var raw = termios()
      _ = try retried { unsafe tcgetattr(descriptor, &raw) }
      return Modes(raw: raw)
    }

    /// Whole lines, edited by the terminal itself, seen as they are typed.
    var lineByLine: Modes {
      var modes = self
      modes.raw.c_lflag |= tcflag_t(ICANON | ISIG | ECHO | ECHOE | ECHOK | IEXTEN)
      modes.raw.c_lflag &= ~tcflag_t(NOFLSH)
      modes.raw.c_iflag |= tcflag_t(ICRNL | IUTF8)
      return modes
    }

    /// Whole lines that nobody sees, not even where they end.
    var unseen: Modes {
      var modes = lineByLine
      modes.raw.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
      return modes
    }

    /// Every key at once and unseen; Ctrl-C and Ctrl-Z stay signals.
    var keyByKey: Modes {
      var modes = unseen
      modes.raw.c_lflag &= ~tcflag_t(ICANON | IEXTEN)
      // One byte is enough to return, however long it takes.
      unsafe withUnsafeMutableBytes(of: &modes.raw.c_cc) { characters in
        unsafe characters[Int(VMIN)] = 1
        unsafe characters[Int(VTIME)] = 0
      }
      return modes
    }

    /// Sets the modes and throws away what was typed ahead.
    ///
    /// TCSANOW and a flush rather than TCSAFLUSH: the latter also waits for
    /// the output to drain, which a stopped terminal (Ctrl-S) never does.
    func apply(to descriptor: Int32) throws(Errno) {
      var raw = raw
      _ = try retried { unsafe tcsetattr(descriptor, TCSANOW, &raw) }
      _ = try retried { tcflush(descriptor, TCIFLUSH) }
    }
  }

  /// Waits until the terminal is this program's, if another program of the session has it now.
  static func waitForForeground(of descriptor: Int32) throws(Errno) {
    // Setting the modes, even to what they are, stops a program in the background (SIGTTOU)
    // until it is brought forward.
    var raw = termios()
    _ = try retried { unsafe tcgetattr(descriptor, &raw) }
    _ = try retried { unsafe tcsetattr(descriptor, TCSANOW, &raw) }
  }

  /// Tells whether another program of the session has the terminal now.
  static func isInBackground(of descriptor: Int32) -> Bool {
    let group = tcgetpgrp(descriptor)
    return group != -1 && group != getpgrp()
  }

  /// The rows and columns; `nil` if it has not been told.
  static func size(of descriptor: Int32) -> (rows: Int, columns: Int)? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    guard size.ws_row > 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}
