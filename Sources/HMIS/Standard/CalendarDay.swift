/// One day of the Gregorian calendar, from 1900 to 9999.
package struct CalendarDay: Hashable, Sendable {
  /// The first year that is taken; an earlier one is a typing error.
  package static let firstYear = 1900

  package let year: UInt16
  package let month: UInt8
  package let day: UInt8

  /// Takes a day that exists.
  ///
  /// - Throws: `noSuchDay`.
  package init(year: Int, month: Int, day: Int) throws(HMISError) {
    guard (Self.firstYear...9999).contains(year), (1...12).contains(month),
      (1...Self.days(month: month, year: year)).contains(day)
    else { throw .noSuchDay }
    self.year = UInt16(year)
    self.month = UInt8(month)
    self.day = UInt8(day)
  }

  private static func days(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day as an HMIS screen takes it: `MM/DD/YYYY`.
  package var onScreen: String {
    "\(Self.twoDigits(month))/\(Self.twoDigits(day))/\(year)"
  }

  private static func twoDigits(_ number: UInt8) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension CalendarDay: Comparable {
  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day in ISO 8601: `YYYY-MM-DD`.
  package var description: String {
    "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }
}
