import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  enum Opening {
    case toRead, folder, terminal, toReadAndWrite

    var flags: Int32 {
      switch self {
      case .toRead: O_RDONLY | O_CLOEXEC
      case .folder: O_RDONLY | O_CLOEXEC | O_DIRECTORY
      // O_NOCTTY: a terminal named by its path must not become ours.
      case .terminal: O_RDWR | O_CLOEXEC | O_NOCTTY
      case .toReadAndWrite: O_RDWR
      }
    }
  }

  static func open(_ path: FilePath, _ opening: Opening) throws(Errno) -> Int32 {
    try retried { unsafe path.withPlatformString { unsafe Self.openFile($0, opening.flags) } }
  }

  private static func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      unsafe Glibc.open(path, flags)
    #else
      unsafe Darwin.open(path, flags)
    #endif
  }

  /// Closes; an error here cannot be mended and says nothing about what was written.
  static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }

  /// Reads at most as many bytes as the memory has; 0 at the end.
  static func read(
    _ descriptor: Int32, into memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    #if canImport(Glibc)
      try retried { unsafe Glibc.read(descriptor, memory.baseAddress, memory.count) }
    #else
      try retried { unsafe Darwin.read(descriptor, memory.baseAddress, memory.count) }
    #endif
  }

  /// Writes some of the bytes and returns how many.
  static func write(_ descriptor: Int32, _ memory: UnsafeRawBufferPointer) throws(Errno) -> Int {
    #if canImport(Glibc)
      try retried { unsafe Glibc.write(descriptor, memory.baseAddress, memory.count) }
    #else
      try retried { unsafe Darwin.write(descriptor, memory.baseAddress, memory.count) }
    #endif
  }

  /// What `poll` said about a descriptor.
  enum Readiness {
    case ready, notYet, broken
  }

  /// Waits until the descriptor can be read, at most so many milliseconds (-1: for ever).
  static func waitToRead(_ descriptor: Int32, milliseconds: Int32) throws(Errno) -> Readiness {
    let deadline = monotonicMilliseconds() + Int64(milliseconds)
    while true {
      let left = milliseconds < 0 ? -1 : max(0, deadline - monotonicMilliseconds())
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&entry, 1, Int32(clamping: left))
      if count > 0 { return entry.revents & Int16(POLLNVAL) == 0 ? .ready : .broken }
      if count == 0 { return .notYet }
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }

  /// Tells whether the descriptor takes bytes now or within so many milliseconds.
  static func takesBytes(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) > 0
  }

  /// Tells whether what is written to the descriptor can still be taken by somebody.
  static func canWrite(_ descriptor: Int32) -> Bool {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags != -1, flags & O_ACCMODE != O_RDONLY else { return false }
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard unsafe poll(&entry, 1, 0) > 0 else { return true }
    return entry.revents & Int16(POLLERR | POLLNVAL | POLLHUP) == 0
  }

  static func isOpen(_ descriptor: Int32) -> Bool { fcntl(descriptor, F_GETFD) != -1 }

  static func canRead(_ descriptor: Int32) -> Bool {
    let flags = fcntl(descriptor, F_GETFL)
    return flags != -1 && flags & O_ACCMODE != O_WRONLY
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
