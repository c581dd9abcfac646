/// Times as text: ISO 8601 in UTC, to the second.
enum UTCTime {
  /// `2026-09-21T13:33:20Z`.
  static func text(_ seconds: UInt64) -> String {
    let day = CivilDay(secondsSince1970: seconds)
    let rest = Int(seconds % 86_400)
    return "\(digits(day.year, 4))-\(digits(day.month))-\(digits(day.day))"
      + "T\(digits(rest / 3600)):\(digits(rest / 60 % 60)):\(digits(rest % 60))Z"
  }

  /// `2026-09`.
  static func month(_ seconds: UInt64) -> String { String(text(seconds).prefix(7)) }

  /// Reads what `text` writes; nil for anything else.
  static func seconds(_ text: String) -> UInt64? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 6, text.utf8.count == 20, numbers[0] >= 1970 else { return nil }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
    let day = CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).daysSince1970
    let seconds =
      day * 86_400 + UInt64(numbers[3] * 3600) + UInt64(numbers[4] * 60) + UInt64(numbers[5])
    // Whatever the calendar or the clock does not have comes out as another text.
    return self.text(seconds) == text ? seconds : nil
  }

  private static func digits(_ number: Int, _ width: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
