/// Tells the time; the one place that reads the clock.
package enum WallClock {
  /// The present moment in seconds since 1970, UTC.
  package static var now: Int64 { Platform.seconds }

  /// The present moment on the calendar of a zone; `nil` if the clock is beyond every calendar.
  package static func today(in zone: CivilTime.Zone) -> CivilTime? {
    CivilTime(seconds: now, in: zone)
  }
}
