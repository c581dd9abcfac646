import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  /// Seconds since 1970, UTC.
  static var seconds: Int64 { Int64(time(nil)) }

  /// Milliseconds since some moment, which nobody can set back.
  static func monotonicMilliseconds() -> Int64 {
    var moment = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
    return Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000
  }

  /// The parts of a moment as a calendar shows them.
  static func calendar(_ seconds: Int64, _ zone: CivilTime.Zone) -> CivilTime? {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    switch zone {
    case .utc: guard let _ = unsafe gmtime_r(&moment, &parts) else { return nil }
    case .local:
      tzset()
      guard let _ = unsafe localtime_r(&moment, &parts) else { return nil }
    }
    return unsafe CivilTime(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }
}
