import Glibc
import Synchronization
import Testing

@testable import Terminal

/// Is a pair of a terminal and the hand and eye before it.
final class PseudoTerminal: Sendable {
  let master: Int32
  /// Kept open, so that the terminal lives as long as the test.
  let slave: Int32
  let path: String

  private let unread = Mutex("")

  private static let setLock: UInt = 0x4004_5431  // TIOCSPTLCK
  private static let getNumber: UInt = 0x8004_5430  // TIOCGPTN

  init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // What unlockpt(3) and ptsname(3) do, which are not in the headers that Swift sees.
    let isUnlocked = unsafe ioctl(master, Self.setLock, &unlocked) == 0
    let isNamed = unsafe ioctl(master, Self.getNumber, &number) == 0
    try #require(isUnlocked && isNamed)
    path = "/dev/pts/\(number)"
    slave = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(slave >= 0)
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(master)
    close(slave)
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(slave, UInt(TIOCSWINSZ), &size)
  }

  /// Whether the terminal shows what is typed.
  var echoes: Bool {
    var modes = termios()
    _ = unsafe tcgetattr(slave, &modes)
    return modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Whether the terminal gives whole lines.
  var givesLines: Bool {
    var modes = termios()
    _ = unsafe tcgetattr(slave, &modes)
    return modes.c_lflag & tcflag_t(ICANON) != 0
  }

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  func type(bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
  }

  /// Reads what the terminal shows up to the text, and returns it all.
  @discardableResult
  func see(_ text: String) throws -> String {
    try unread.withLock { unread in
      while true {
        if let found = unread.firstRange(of: text) {
          defer { unread = String(unread[found.upperBound...]) }
          return String(unread[..<found.upperBound])
        }
        // So long only if the test fails.
        unread += try #require(next(milliseconds: 20_000), "never shown: \(text); only: \(unread)")
      }
    }
  }

  /// Everything that the terminal has shown and that was not read yet.
  func rest() -> String {
    unread.withLock { unread in
      while let next = next(milliseconds: 0) { unread += next }
      defer { unread = "" }
      return unread
    }
  }

  private func next(milliseconds: Int32) -> String? {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&entry, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe bytes.withUnsafeMutableBytes { memory in
      unsafe read(master, memory.baseAddress, memory.count)
    }
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
