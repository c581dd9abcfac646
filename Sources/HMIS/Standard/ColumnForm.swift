/// What a column's values look like, beyond their type, where the standard's notes say it.
///
/// Source: HUD HMIS CSV FY2024 and FY2026, the notes of the columns that are named here.
enum ColumnForm {
  /// Nine digits, or x for one that was left out.
  case ssn
  /// Two letters, a hyphen, three digits. Which of them there are changes with each year, so the
  /// list (2.03.1) is not asked.
  case continuum
  /// From 1920 to the current year; as no year of the clock is known here, to the end of the
  /// century.
  case year
  /// One or more.
  case count

  /// The form of a column; nil if the notes name none.
  init?(ofColumn name: String) {
    switch name {
    case "SSN": self = .ssn
    case "EnrollmentCoC": self = .continuum
    case "YearEnteredService", "YearSeparated": self = .year
    case "SessionCountAtExit", "SessionsInPlan": self = .count
    default: return nil
    }
  }

  /// Whether a value has the form.
  func fits(_ value: String) -> Bool {
    let bytes = Array(value.utf8.map(ASCII.small))
    return switch self {
    case .ssn: bytes.count == 9 && bytes.allSatisfy { ASCII.isDigit($0) || $0 == 0x78 }
    case .continuum:
      bytes.count == 6 && bytes[..<2].allSatisfy(ASCII.isSmall) && bytes[2] == 0x2D
        && bytes[3...].allSatisfy(ASCII.isDigit)
    case .year: ASCII.number(bytes).map((1920...2099).contains) ?? false
    case .count: Int(value).map { $0 > 0 } ?? false
    }
  }

  /// What a value must be, behind "not".
  var words: String {
    switch self {
    case .ssn: "nine digits, or x for those left out"
    case .continuum: "two letters, a hyphen and three digits"
    case .year: "a year from 1920 on"
    case .count: "a whole number of 1 or more"
    }
  }
}
