/// The only part of a client's birth date that an anonymous record may hold:
/// a year, or that it is unknown.
package struct BirthYear: Hashable, Sendable {
  /// The year; nil where it is unknown.
  package let year: UInt16?

  /// No year is known, or none may be entered.
  package static let unknown = BirthYear(year: nil)

  private init(year: UInt16?) { self.year = year }

  /// Takes a year up to the one of `today`.
  ///
  /// - Throws: `birthYearTooEarly` before 1900, `birthYearInFuture`.
  package init(_ year: Int, today: CalendarDay) throws(HMISError) {
    guard year >= CalendarDay.firstYear else {
      throw .birthYearTooEarly(earliest: CalendarDay.firstYear)
    }
    guard year <= Int(today.year) else { throw .birthYearInFuture(latest: Int(today.year)) }
    self.year = UInt16(year)
  }

  /// Reads four digits, or the word `unknown` in either case.
  ///
  /// - Throws: `birthYearForm`, `birthYearTwoDigits`, and as for a number.
  package init(_ text: String, today: CalendarDay) throws(HMISError) {
    let bytes = Array(text.utf8.prefix(8))
    if bytes.map(ASCII.small).elementsEqual("unknown".utf8) {
      self = .unknown
      return
    }
    guard let number = ASCII.number(bytes) else { throw .birthYearForm }
    guard bytes.count != 2 else { throw .birthYearTwoDigits }
    guard bytes.count == 4 else { throw .birthYearForm }
    try self.init(number, today: today)
  }
}
