import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// Writes no memory to disk when the program crashes, and lets no other program of this
  /// account look into it; tells whether both were granted.
  static func forbidCoreDumps() -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Glibc)
      let limited = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
      // prctl has a variable number of arguments, which Swift cannot call. All of them are
      // integers, which the Linux calling conventions pass alike with and without that.
      typealias Prctl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
      guard let symbol = unsafe dlsym(nil, "prctl") else { return false }
      let prctl = unsafe unsafeBitCast(symbol, to: Prctl.self)
      return limited && prctl(4, 0, 0, 0, 0) == 0  // 4: PR_SET_DUMPABLE
    #else
      return unsafe setrlimit(RLIMIT_CORE, &none) == 0
    #endif
  }

  /// A pipe without a reader and a file beyond the permitted size become errors of `write`.
  static func turnWriteSignalsIntoErrors() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }

  /// Lets what is made be read and written by its owner only.
  static func makeFilesPrivate() { _ = umask(0o077) }

  /// A variable of the environment; `nil` if it is not set or is not UTF-8.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  /// The home folder that the system's list of users names.
  static var homeOfUser: String? {
    guard let entry = unsafe getpwuid(getuid()), let home = unsafe entry.pointee.pw_dir else {
      return nil
    }
    return unsafe String(validatingCString: home)
  }

  static var memoryBytes: UInt64? {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return pages > 0 && size > 0 ? UInt64(pages) * UInt64(size) : nil
  }
}
