import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// Opens a file that is there to be locked, and makes it for its owner only if it is missing.
  static func openLock(_ path: FilePath) throws(Errno) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    return try retried {
      unsafe path.withPlatformString { unsafe openat(AT_FDCWD, $0, flags, 0o600) }
    }
  }

  /// Locks an open file for this process alone; the lock goes with the descriptor.
  ///
  /// Whoever has it writes a small file, so it is asked for again and again: a process that was
  /// stopped in between must not stop all others.
  ///
  /// - Throws: `wouldBlock` if another process has held it all the time.
  static func lock(_ descriptor: Int32, milliseconds: Int64) throws(Errno) {
    let deadline = monotonicMilliseconds() + milliseconds
    while true {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      let code = Errno(rawValue: errno)
      guard code == .wouldBlock || code == .interrupted, monotonicMilliseconds() < deadline else {
        throw code
      }
      _ = usleep(10_000)
    }
  }
}
