extension Rule {
  /// The birth date tells a year at most, and its quality says so.
  static let birthDate = Rule(
    "A6", "The birth date must be 1 January, its quality \"approximate\"",
    source: "HMIS job aid; FY2024 HMIS Data Dictionary 1.6, element 3.03: answers 8, 9 and 99 "
      + "only with an empty date",
    mending: "Open the record; type 01/01 and the birth year; choose \"Approximate or partial DOB "
      + "reported\" as quality of DOB; save. Year unknown: leave the date empty, quality 9.",
    right: "1976-01-01 and 2; or empty and 9",
    wrong: "another day; 1 or 9 beside a date. Whoever was truly born on 1 January has 2 as well"
  ) { row, context in
    guard context.profile.birthDate != .any, let value = row.value("DOB") else { return [] }
    return value.isEmpty ? empty(row) : present(value, row, context)
  }.otherwise { profile in
    guard profile.birthDate == .empty else { return nil }
    return Rule.Asking(
      title: "The birth date must be empty, its quality 8, 9 or 99",
      mending: "Open the record; empty the birth date; choose \"Client prefers not to answer\" as "
        + "quality of DOB; save.")
  }

  private static func empty(_ row: CheckedRow) -> [Problem] {
    guard let quality = row.value("DOBDataQuality"), !withoutDate.contains(quality) else {
      return []
    }
    return [
      Problem(
        column: "DOBDataQuality", severity: .error,
        message: "the birth date is empty, and its quality is not 8, 9 or 99")
    ]
  }

  private static func present(
    _ value: String, _ row: CheckedRow, _ context: RuleContext
  ) -> [Problem] {
    if context.profile.birthDate == .empty {
      return [dob("the birth date is not empty")]
    }
    var problems: [Problem] = []
    if let day = CheckedDay(value) {
      if day.month != 1 || day.day != 1 { problems.append(dob("the birth date is not 1 January")) }
    } else {
      problems.append(dob("the birth date is no date"))
    }
    let allowed = context.profile.birthDateQualities
    if let quality = row.value("DOBDataQuality"), !allowed.isEmpty, !allowed.contains(quality) {
      let message =
        withoutDate.contains(quality)
        ? "the standard allows this quality only without a date"
        : "the quality of the birth date is not \(CodeList.dobDataQuality.words(allowed))"
      problems.append(Problem(column: "DOBDataQuality", severity: .error, message: message))
    }
    return problems
  }

  private static let withoutDate = ["8", "9", "99"]

  private static func dob(_ message: String) -> Problem {
    Problem(column: "DOB", severity: .error, message: message)
  }
}
