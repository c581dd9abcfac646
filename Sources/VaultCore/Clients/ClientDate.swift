import Matching

/// A date of a client: a day, a month of a year, or a year alone.
package struct ClientDate: Equatable, Hashable, Sendable {
  let partial: PartialDate

  init(_ partial: PartialDate) {
    self.partial = partial
  }

  package var year: Int { partial.year }

  /// ISO 8601 as far as it is known: `1976-03-13`, `1976-03` or `1976`.
  package var text: String {
    ([Self.padded(partial.year, to: 4)] + [partial.month, partial.day].compactMap { $0 }.map {
      Self.padded($0, to: 2)
    }).joined(separator: "-")
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A calendar day, by which "in the future" is judged.
package struct Today: Equatable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a time, in UTC.
  package init(secondsSince1970 seconds: UInt64) {
    let civil = CivilDay(secondsSince1970: seconds)
    (year, month, day) = (civil.year, civil.month, civil.day)
  }
}
