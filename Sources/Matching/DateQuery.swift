/// One reading of some words of a query as a birth date or a part of one.
package struct DateQuery: Hashable, Sendable {
  /// The words that it uses up.
  package let words: Range<Int>
  /// The year that was typed.
  package let year: Int?
  /// The month that was typed, 1 to 12.
  package let month: Int?
  /// The day of the month that was typed, 1 to 31.
  package let day: Int?

  /// The most words of one date.
  package static let wordLimit = 3

  /// Tells whether a date has every part that was typed.
  package func matches(_ date: PartialDate) -> Bool {
    if let year, date.year != year { return false }
    if let month, date.month != month { return false }
    if let day, date.day != day { return false }
    return true
  }

  /// Finds every way to read one to three neighbouring words as a birth date
  /// or a part of one ("13 mar 1976", "mar", "3/13", "03/13/76", "76").
  ///
  /// Readings of more words come first, then earlier words, then likelier
  /// meanings. Two digits of a year mean any year that is past.
  ///
  /// - Parameters:
  ///   - words: the words as typed, before any folding.
  ///   - today: a date, after whose year nobody is born.
  /// - Returns: the readings, none of which is a day that no year has.
  package static func interpretations(of words: [String], today: PartialDate) -> [DateQuery] {
    var readings: [DateQuery] = []
    for length in stride(from: min(wordLimit, words.count), through: 1, by: -1) {
      for start in 0...(words.count - length) {
        let run = start..<(start + length)
        let text = words[run].joined(separator: " ")
        guard let writing = DateWriting(text), writing.pieces.count >= length else { continue }
        for meaning in writing.meanings {
          readings += DateQuery.readings(of: meaning, words: run, today: today)
        }
      }
    }
    return readings
  }

  private static func readings(
    of meaning: DateMeaning, words: Range<Int>, today: PartialDate
  ) -> [DateQuery] {
    let years: [Int?]
    switch meaning.year {
    case .full(let year)?: years = [year]
    case .twoDigits(let year)?: years = [1_900 + year, 2_000 + year]
    case nil: years = [nil]
    }
    return years.compactMap { year in
      DateQuery(words: words, year: year, month: meaning.month, day: meaning.day, today: today)
    }
  }

  private init?(words: Range<Int>, year: Int?, month: Int?, day: Int?, today: PartialDate) {
    if let year {
      guard (PartialDate.firstYear...today.year).contains(year) else { return nil }
    }
    // A day without a month, and one without a year, must be possible at all.
    guard day == nil || PartialDate(year: year ?? 2_000, month: month ?? 1, day: day) != nil,
      month.map({ (1...12).contains($0) }) ?? true
    else { return nil }
    self.words = words
    self.year = year
    self.month = month
    self.day = day
  }
}
