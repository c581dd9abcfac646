/// A day of the Gregorian calendar of which perhaps only the year, or the year
/// and the month, are known.
package struct PartialDate: Hashable, Sendable {
  private let yearField: UInt16
  private let monthField: UInt8
  private let dayField: UInt8

  /// The year, 1 to 9999.
  package var year: Int { Int(yearField) }
  /// The month, 1 to 12, if known.
  package var month: Int? { monthField == 0 ? nil : Int(monthField) }
  /// The day of the month, from 1, if known; never without a month.
  package var day: Int? { dayField == 0 ? nil : Int(dayField) }

  /// Makes a date, or nil if the calendar has no such day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9_999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
    }
    if let day {
      guard let month, (1...PartialDate.days(inMonth: month, of: year)).contains(day) else {
        return nil
      }
    }
    yearField = UInt16(year)
    monthField = UInt8(month ?? 0)
    dayField = UInt8(day ?? 0)
  }

  /// Tells whether year, month and day are known.
  package var isFull: Bool { dayField != 0 }

  /// The date as `1976-03-13`, `1976-03` or `1976`.
  ///
  /// Source: ISO 8601.
  package var iso8601: String {
    var text = PartialDate.digits(year, 4)
    if let month { text += "-" + PartialDate.digits(month, 2) }
    if let day { text += "-" + PartialDate.digits(day, 2) }
    return text
  }

  /// The days of a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
