/// A full date, or a slip of one that no calendar need have, in 23 bits.
struct PackedDate {
  private let year: UInt32
  private let month: UInt32
  private let day: UInt32

  /// Packs a date, or answers nil if it is not a full one.
  init?(_ date: PartialDate) {
    guard let month = date.month, let day = date.day else { return nil }
    self.init(UInt32(date.year), UInt32(month), UInt32(day))
  }

  private init(_ year: UInt32, _ month: UInt32, _ day: UInt32) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The packed bits.
  var bits: UInt32 { year << 9 | month << 5 | day }

  /// Visits what the usual slips make of the date: day and month exchanged, one
  /// wrong digit or two exchanged neighbours in the day, the month or the last
  /// two of the year, and the years before and after. The first of January is
  /// no slip and has none: it stands for a year, and too many have it.
  func forEachSlip(_ body: (PackedDate) -> Void) {
    if isNewYear { return }
    forEachNeighbour { if !$0.isNewYear { body($0) } }
  }

  private var isNewYear: Bool { month == 1 && day == 1 }

  private func forEachNeighbour(_ body: (PackedDate) -> Void) {
    if day <= 12, day != month { body(PackedDate(year, day, month)) }
    PackedDate.forEachSlip(of: day, upTo: 31) { body(PackedDate(year, month, $0)) }
    PackedDate.forEachSlip(of: month, upTo: 12) { body(PackedDate(year, $0, day)) }
    let century = year / 100 * 100
    PackedDate.forEachSlip(of: year % 100, from: 0, upTo: 99) {
      body(PackedDate(century + $0, month, day))
    }
    // 1979 and 1980, 1999 and 2000 differ by more digits than one.
    if year % 10 == 0 { body(PackedDate(year - 1, month, day)) }
    if year % 10 == 9 { body(PackedDate(year + 1, month, day)) }
  }

  private static func forEachSlip(
    of number: UInt32, from least: UInt32 = 1, upTo most: UInt32, _ body: (UInt32) -> Void
  ) {
    let (tens, ones) = (number / 10, number % 10)
    for digit in 0...9 as ClosedRange<UInt32> where digit != ones {
      let slip = tens * 10 + digit
      if slip >= least, slip <= most { body(slip) }
    }
    for digit in 0...(most / 10) where digit != tens {
      let slip = digit * 10 + ones
      if slip >= least, slip <= most { body(slip) }
    }
    let exchanged = ones * 10 + tens
    if ones != tens, exchanged >= least, exchanged <= most { body(exchanged) }
  }
}
