/// Is a moment as a calendar and a clock on the wall show it.
package struct CivilTime: Equatable, Sendable {
  /// Where the calendar hangs.
  package enum Zone: Sendable {
    case utc, local
  }

  /// The year, such as 2026.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day, 1 to 31.
  package let day: Int
  /// The hour, 0 to 23.
  package let hour: Int
  /// The minute, 0 to 59.
  package let minute: Int
  /// The second, 0 to 60.
  package let second: Int
}

extension CivilTime {
  /// Converts seconds since 1970 (UTC); `nil` for a year beyond the calendar.
  package init?(seconds: Int64, in zone: Zone) {
    guard let time = Platform.calendar(seconds, zone) else { return nil }
    self = time
  }
}
