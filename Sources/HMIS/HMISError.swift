/// Says why a value from outside is not what this room works with. A damaged
/// UID has an error of its own, `UIDProblem`, because imports report it row by
/// row. No case holds anything that was typed.
package enum HMISError: Error, Equatable, Sendable {
  /// The birth year is neither four digits nor the word `unknown`.
  case birthYearForm
  /// The birth year has two digits, so its century is unknown.
  case birthYearTwoDigits
  /// The birth year lies before `earliest`.
  case birthYearTooEarly(earliest: Int)
  /// The birth year lies after `latest`, the current year.
  case birthYearInFuture(latest: Int)
  /// There is no such day in the Gregorian calendar of the years 1900 to 9999.
  case noSuchDay
  /// The organization's name is empty or blank.
  case organizationEmpty
  /// The organization's name has `found` characters; HMIS names hold `limit`.
  case organizationTooLong(found: Int, limit: Int)
  /// The organization's name has a control, formatting or otherwise invisible
  /// character at `position`, counted from 1.
  case organizationInvisible(position: Int)
  /// The organization's name has one of `< > [ ] { }` at `position`, counted
  /// from 1, which names may not hold since FY2026.
  case organizationBracket(position: Int)
  /// The pattern is not `KIND:LENGTH`, `KIND:MIN-MAX`, or either with
  /// `:PREFIX` behind it.
  case patternForm
  /// The pattern's kind is none of `UIDPattern.Kind`.
  case patternKind
  /// The pattern's lengths are zero, the wrong way round, or give more than
  /// `limit` characters together with the prefix.
  case patternLength(limit: Int)
  /// The pattern's prefix is empty, holds something other than letters A to Z,
  /// digits and hyphens, or has more than `limit` characters.
  case patternPrefix(limit: Int)
}
