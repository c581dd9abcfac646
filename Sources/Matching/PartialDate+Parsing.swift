extension PartialDate {
  /// The first year of a birth that is believed.
  package static let firstYear = 1_900

  /// Reads a birth date as people type it: `1976-03-13`, `1976-03`, `1976`,
  /// `3/13/1976`, `03-13-1976`, `13 Mar 1976`, `March 13, 1976`, `Mar 1976`,
  /// `3/1976`, `13.3.1976`, `19760313`.
  ///
  /// Numbers stand in the order of the United States, except between full
  /// stops, or where the first cannot be a month.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - today: a full date, after which nobody is born yet.
  /// - Returns: the date, as much of it as was typed.
  /// - Throws: `notADate` for another form; `twoDigitYear`; `noSuchDay`, as
  ///   for 30 February; `before1900`; `inTheFuture`.
  package static func parse(
    _ text: String, today: PartialDate
  ) throws(MatchingError) -> PartialDate {
    let meanings = (DateWriting(text)?.meanings ?? []).filter { $0.year != nil }
    guard let first = meanings.first, let firstYear = first.year else { throw .notADate }
    guard case .full(let year) = firstYear else { throw .twoDigitYear }
    guard let date = meanings.lazy.compactMap(PartialDate.init).first else {
      throw year < PartialDate.firstYear ? .before1900 : .noSuchDay
    }
    guard date.year >= PartialDate.firstYear else { throw .before1900 }
    guard !date.isAfter(today) else { throw .inTheFuture }
    return date
  }

  /// Tells whether even the first day that this can mean is after another date.
  package func isAfter(_ other: PartialDate) -> Bool {
    if year != other.year { return year > other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month > otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day > otherDay
  }

  private init?(_ meaning: DateMeaning) {
    guard case .full(let year)? = meaning.year else { return nil }
    self.init(year: year, month: meaning.month, day: meaning.day)
  }
}
