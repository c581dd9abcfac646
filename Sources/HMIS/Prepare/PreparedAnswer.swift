/// An answer that fits its field.
enum PreparedAnswer: Hashable, Sendable {
  case code(Int)
  case day(CalendarDay)
  case text(String)

  /// The answer as a table has it.
  var text: String {
    switch self {
    case .code(let code): String(code)
    case .day(let day): day.description
    case .text(let text): text
    }
  }

  /// The day, if it is one.
  var day: CalendarDay? {
    if case .day(let day) = self { day } else { nil }
  }

  /// Reads the value of a field.
  ///
  /// - Throws: `PreparationError` for what the field cannot have in this year.
  init(
    _ value: PreparedValue, of field: PreparedField, _ standard: StandardYear
  ) throws(PreparationError) {
    guard let column = field.column(in: standard) else {
      throw PreparationError(field.name, .notIn(standard))
    }
    switch field.column {
    case "ProjectID": self = .text(try Self.project(value, field))
    case "EnrollmentCoC": self = .text(try Self.continuum(value, field))
    default:
      self =
        column.kind == .date
        ? .day(try Self.day(value, field)) : .code(try Self.code(value, field, column))
    }
  }

  private static func code(
    _ value: PreparedValue, _ field: PreparedField, _ column: StandardColumn
  ) throws(PreparationError) -> Int {
    guard case .whole(let code) = value else { throw PreparationError(field.name, .notCode) }
    guard column.codes.contains(String(code)) else {
      throw PreparationError(field.name, .notInList)
    }
    guard Rule.uncommonAnswers[field.column]?.contains(String(code)) != true else {
      throw PreparationError(field.name, .uncommon)
    }
    return code
  }

  private static func day(
    _ value: PreparedValue, _ field: PreparedField
  ) throws(PreparationError) -> CalendarDay {
    guard case .text(let text) = value else { throw PreparationError(field.name, .notDay) }
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let numbers = parts.compactMap(ASCII.number)
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else {
      throw PreparationError(field.name, .notDay)
    }
    do throws(HMISError) {
      return try CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
    } catch {
      throw PreparationError(field.name, .value(error))
    }
  }

  /// Capitals only, though the standard takes both: so is the list written.
  private static func continuum(
    _ value: PreparedValue, _ field: PreparedField
  ) throws(PreparationError) -> String {
    guard case .text(let text) = value, ColumnForm.continuum.fits(text), text == text.uppercased()
    else { throw PreparationError(field.name, .notCoC) }
    return text
  }

  // A longer number could be a birth date, a telephone or an SSN; other letters could be a name.
  /// One to five digits, or 32 hexadecimal ones.
  private static func project(
    _ value: PreparedValue, _ field: PreparedField
  ) throws(PreparationError) -> String {
    let text =
      switch value {
      case .text(let text): text
      case .whole(let number): String(number)
      case .other, .absent: ""
      }
    let bytes = Array(text.utf8)
    let isNumber = (1...5).contains(bytes.count) && bytes.allSatisfy(ASCII.isDigit)
    let isHex =
      bytes.count == 32
      && bytes.allSatisfy {
        ASCII.isDigit($0) || ("a"..."f").contains(Character(Unicode.Scalar(ASCII.small($0))))
      }
    guard isNumber || isHex else { throw PreparationError(field.name, .notProject) }
    return text
  }
}
