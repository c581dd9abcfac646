import Matching

/// From which day on, and up to which, the log is read; whole days, UTC.
package struct AuditPeriod: Equatable, Sendable {
  /// Seconds since 1970, UTC; the first that counts.
  package let from: UInt64?
  /// Seconds since 1970, UTC; the first that counts no more.
  package let end: UInt64?

  /// The whole log.
  package static let all = AuditPeriod(from: nil, end: nil)

  private init(from: UInt64?, end: UInt64?) {
    (self.from, self.end) = (from, end)
  }

  /// Reads both ends: `2026-09-21`, a month `2026-09`, or a year `2026`; nil if one of them
  /// is no such date.
  ///
  /// - Parameters:
  ///   - since: The first day, or the first of the month or year; nil for the beginning.
  ///   - until: The last day, or the last of the month or year; nil for the end.
  package init?(since: String?, until: String?) {
    var (from, end): (UInt64?, UInt64?) = (nil, nil)
    if let since {
      guard let date = Self.date(since) else { return nil }
      from = Self.days(date).lowerBound * Self.secondsOfDay
    }
    if let until {
      guard let date = Self.date(until) else { return nil }
      end = Self.days(date).upperBound * Self.secondsOfDay
    }
    self.init(from: from, end: end)
  }

  private static let secondsOfDay: UInt64 = 86_400

  /// Whether a time lies in the period.
  func contains(_ time: UInt64) -> Bool { (from ?? 0) <= time && time < (end ?? .max) }

  private static func date(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 && $0.utf8.allSatisfy(isDigit) }),
      (1...3).contains(parts.count), let year = Int(parts[0]), year >= 1970
    else { return nil }
    return PartialDate(
      year: year, month: parts.count > 1 ? Int(parts[1]) : nil,
      day: parts.count > 2 ? Int(parts[2]) : nil)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The days that a date means, counted from 1970-01-01.
  private static func days(_ date: PartialDate) -> Range<UInt64> {
    guard let month = date.month else {
      return day(date.year, 1, 1)..<day(date.year + 1, 1, 1)
    }
    guard let number = date.day else {
      let next = month == 12 ? (date.year + 1, 1) : (date.year, month + 1)
      return day(date.year, month, 1)..<day(next.0, next.1, 1)
    }
    let first = day(date.year, month, number)
    return first..<(first + 1)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> UInt64 {
    CivilDay(year: year, month: month, day: day).daysSince1970
  }
}
