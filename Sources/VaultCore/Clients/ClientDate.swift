import Matching

/// A date of a client: a day, a month of a year, or a year alone.
package struct ClientDate: Equatable, Hashable, Sendable {
  let partial: PartialDate

  init(_ partial: PartialDate) {
    self.partial = partial
  }

  package var year: Int { partial.year }

  /// ISO 8601 as far as it is known: `1976-03-13`, `1976-03` or `1976`.
  package var text: String { partial.iso8601 }
}

/// A calendar day, by which "in the future" is judged.
package struct Today: Equatable, Sendable {
  let partial: PartialDate

  /// The day of a time, in UTC.
  package init(secondsSince1970 seconds: UInt64) {
    let day = CivilDay(secondsSince1970: seconds)
    guard let date = PartialDate(year: day.year, month: day.month, day: day.day) else {
      preconditionFailure("a day of the calendar is one")
    }
    partial = date
  }
}
