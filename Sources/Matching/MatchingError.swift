/// Why a date that was typed is none. A case carries no part of it, as a birth
/// date is an identity.
package enum MatchingError: Error, Equatable {
  /// The text has none of the forms of a date.
  case notADate
  /// The text has the form of a date, but no calendar has that day or month.
  case noSuchDay
  /// The year has two digits, so that its century would be a guess.
  case twoDigitYear
  /// The year is before 1900: nobody alive was born then.
  case before1900
  /// The day, or all of the month or year, is after today.
  case inTheFuture
}
