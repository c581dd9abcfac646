/// One way to understand the pieces of a written date. Nothing is checked
/// against the calendar yet.
struct DateMeaning: Equatable {
  var year: Year?
  var month: Int?
  var day: Int?

  /// A year as it was written.
  enum Year: Equatable {
    case full(Int)
    case twoDigits(Int)
  }
}

extension DateWriting {
  /// All the ways to understand the pieces, the likeliest first: in the order
  /// of the United States, except after full stops; the other order where
  /// both are possible comes second.
  var meanings: [DateMeaning] {
    let meanings: [DateMeaning?]
    switch pieces.count {
    case 1: meanings = lone(pieces[0])
    case 2: meanings = pair(pieces[0], pieces[1])
    default: meanings = triple(pieces[0], pieces[1], pieces[2])
    }
    var seen: [DateMeaning] = []
    for case let meaning? in meanings where !seen.contains(meaning) { seen.append(meaning) }
    return seen
  }

  private func lone(_ piece: Piece) -> [DateMeaning?] {
    switch piece {
    case .month(let month): return [DateMeaning(month: month)]
    case .number(let number, digits: 8):
      return [
        DateMeaning(
          year: .full(number / 10_000), month: number / 100 % 100, day: number % 100),
        DateMeaning(
          year: .full(number % 10_000), month: number / 1_000_000, day: number / 10_000 % 100),
      ]
    case .number(let number, digits: 4): return [DateMeaning(year: .full(number))]
    case .number(let number, digits: 1...2):
      let year: DateMeaning.Year? = piece.year
      return [
        DateMeaning(day: number), DateMeaning(month: number), year.map { DateMeaning(year: $0) },
      ]
    case .number: return []
    }
  }

  private func pair(_ first: Piece, _ second: Piece) -> [DateMeaning?] {
    switch (first, second) {
    case (.month(let month), let other), (let other, .month(let month)):
      return [
        other.small.map { DateMeaning(month: month, day: $0) },
        other.year.map { DateMeaning(year: $0, month: month) },
      ]
    case (.number(let year, digits: 4), _):
      return [second.small.map { DateMeaning(year: .full(year), month: $0) }]
    case (_, .number(let year, digits: 4)):
      return [first.small.map { DateMeaning(year: .full(year), month: $0) }]
    default:
      guard let one = first.small, let two = second.small else { return [] }
      return ordered(one, two, year: nil)
        + [second.year.map { DateMeaning(year: $0, month: one) }]
    }
  }

  private func triple(_ first: Piece, _ second: Piece, _ third: Piece) -> [DateMeaning?] {
    switch (first, second, third) {
    case (.number(let year, digits: 4), .month(let month), let day):
      return [day.small.map { DateMeaning(year: .full(year), month: month, day: $0) }]
    case (.month(let month), let day, let year), (let day, .month(let month), let year):
      guard let day = day.small, let year = year.year else { return [] }
      return [DateMeaning(year: year, month: month, day: day)]
    case (.number(let year, digits: 4), let month, let day):
      guard let month = month.small, let day = day.small else { return [] }
      return [DateMeaning(year: .full(year), month: month, day: day)]
    default:
      guard let one = first.small, let two = second.small, let year = third.year else { return [] }
      return ordered(one, two, year: year)
    }
  }

  private func ordered(_ one: Int, _ two: Int, year: DateMeaning.Year?) -> [DateMeaning?] {
    let american = DateMeaning(year: year, month: one, day: two)
    let european = DateMeaning(year: year, month: two, day: one)
    return (mark == .dot && two <= 12) || (one > 12 && two <= 12)
      ? [european, american] : [american, european]
  }
}

extension DateWriting.Piece {
  /// The number of a day or a month: one or two digits.
  fileprivate var small: Int? {
    if case .number(let number, digits: 1...2) = self { number } else { nil }
  }

  /// The number of a year: two or four digits.
  fileprivate var year: DateMeaning.Year? {
    switch self {
    case .number(let number, digits: 4): .full(number)
    case .number(let number, digits: 2): .twoDigits(number)
    default: nil
    }
  }
}
