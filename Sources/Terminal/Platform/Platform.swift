import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Crosses into the C library; nothing else in this room does.
///
/// Each member is one call of the C function it is named for, with -1 and
/// `errno` turned into a thrown `Errno`, and repeated while it is interrupted.
enum Platform {
  static func retried<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(Errno) -> Result {
    while true {
      let result = call()
      if result != -1 { return result }
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }
}
