import Glibc

/// A terminal that a program can have for its own, seen from the side of the person.
struct PseudoTerminal: ~Copyable {
  /// The path of the program's side.
  let path: String
  private let person: Int32
  // Held open so that the settings a program leaves behind outlive it and can be looked at.
  private let program: Int32
  private let settingsBefore: termios

  // The macros TIOCSPTLCK and TIOCGPTN of Linux, which do not reach Swift.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// A step that the system refused.
  struct Refused: Error {
    let errno: Int32
  }

  /// Makes a terminal of 24 lines with 80 columns.
  static func make() throws(Refused) -> PseudoTerminal {
    let person = try opened("/dev/ptmx")
    var number: UInt32 = 0
    var lock: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    do throws(Refused) {
      let isSet =
        unsafe ioctl(person, setLock, &lock) == 0
        && ioctl(person, getNumber, &number) == 0
        && ioctl(person, UInt(TIOCSWINSZ), &size) == 0
      guard isSet else { throw Refused(errno: errno) }
      let path = "/dev/pts/\(number)"
      return PseudoTerminal(
        path: path, person: person, program: try opened(path), settingsBefore: settings(person))
    } catch {
      close(person)
      throw error
    }
  }

  private static func opened(_ path: String) throws(Refused) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Refused(errno: errno) }
    return descriptor
  }

  deinit {
    close(program)
    close(person)
  }

  private static func settings(_ descriptor: Int32) -> termios {
    var settings = termios()
    unsafe tcgetattr(descriptor, &settings)
    return settings
  }

  /// Whether what is typed is shown.
  var echoes: Bool {
    Self.settings(person).c_lflag & UInt32(ECHO) != 0
  }

  /// Whether the settings are those that the program found.
  var isAsBefore: Bool {
    let now = Self.settings(person)
    return now.c_lflag == settingsBefore.c_lflag && now.c_iflag == settingsBefore.c_iflag
      && now.c_oflag == settingsBefore.c_oflag
  }

  /// What has been shown and not yet read; nothing is waited for.
  func shown() -> [UInt8] {
    return unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = unsafe max(0, read(person, buffer.baseAddress, buffer.count))
    }
  }

  /// Types, and says how much of it the terminal took.
  func type(_ keys: some Collection<UInt8>) -> Int {
    let bytes = Array(keys)
    return unsafe bytes.withUnsafeBytes { buffer in
      unsafe max(0, write(person, buffer.baseAddress, buffer.count))
    }
  }
}
