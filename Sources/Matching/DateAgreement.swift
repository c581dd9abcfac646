/// How far two birth dates agree.
struct DateAgreement {
  /// The kinds of agreement.
  enum Kind {
    case unknown
    case same
    case similar
    case sameYear
    case different
  }

  /// The kind.
  let kind: Kind
  /// What it says in bits, negative for a disagreement.
  let bits: Double

  /// Compares two dates, as far as both are known.
  static func between(_ one: PartialDate?, _ other: PartialDate?) -> DateAgreement {
    guard let one, let other else { return DateAgreement(kind: .unknown, bits: 0) }
    guard let oneDay = one.day, let otherDay = other.day,
      let oneMonth = one.month, let otherMonth = other.month
    else { return partial(one, other) }
    if one == other { return DateAgreement(kind: .same, bits: isNewYear(one) ? 9.5 : wholeBits) }
    if isNewYear(one) || isNewYear(other) { return estimated(one, other) }
    let isSwapped = one.year == other.year && oneMonth == otherDay && oneDay == otherMonth
    if isSwapped || areOneSlipApart(one, other) {
      return DateAgreement(kind: .similar, bits: slipBits)
    }
    return DateAgreement(kind: .different, bits: one.year == other.year ? -3 : -8)
  }

  /// What the same day says, of any year and other than the first of January.
  static let wholeBits = 13.5
  /// What a day says that is another by a usual slip.
  static let slipBits = 8.0

  /// Who is asked for a birth date and knows the year gets the first of
  /// January, so that day and month say nothing.
  private static func estimated(_ one: PartialDate, _ other: PartialDate) -> DateAgreement {
    if one.year == other.year { return DateAgreement(kind: .sameYear, bits: 3) }
    return areOneSlipApart(one, other)
      ? DateAgreement(kind: .similar, bits: 0) : DateAgreement(kind: .different, bits: -8)
  }

  /// The year, and perhaps the month.
  private static func partial(_ one: PartialDate, _ other: PartialDate) -> DateAgreement {
    guard one.year == other.year else {
      return DateAgreement(kind: .different, bits: abs(one.year - other.year) == 1 ? -1 : -5)
    }
    guard let month = one.month, let otherMonth = other.month else {
      return DateAgreement(kind: .sameYear, bits: 5)
    }
    return month == otherMonth
      ? DateAgreement(kind: .sameYear, bits: 8.5) : DateAgreement(kind: .different, bits: -1)
  }

  /// A wrong digit in one of day, month and year, two exchanged neighbours
  /// there, or the year before or after.
  private static func areOneSlipApart(_ one: PartialDate, _ other: PartialDate) -> Bool {
    let (day, month) = (one.day == other.day, one.month == other.month)
    switch (one.year == other.year, month, day) {
    case (true, true, false): return isSlip(one.day ?? 0, other.day ?? 0)
    case (true, false, true): return isSlip(one.month ?? 0, other.month ?? 0)
    case (false, true, true):
      return abs(one.year - other.year) == 1 || isSlip(one.year, other.year)
    default: return false
    }
  }

  private static func isSlip(_ one: Int, _ other: Int) -> Bool {
    DigitSlip.areOneApart(UInt64(one), UInt64(other))
  }

  private static func isNewYear(_ date: PartialDate) -> Bool {
    date.month == 1 && date.day == 1
  }
}
