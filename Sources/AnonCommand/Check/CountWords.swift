import HMIS

/// Numbers of things in words.
enum CountWords {
  /// `1 record`, `1,204 records`.
  static func of(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// `2 errors, 1 note`.
  static func severities(_ findings: [Finding]) -> String {
    Severity.allCases.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : of(count, severity.rawValue)
    }.joined(separator: ", ")
  }

  /// `1,000,000`.
  static func grouped(_ count: Int) -> String {
    var text = ""
    for (place, digit) in String(count).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
