/// A Social Security number, or the last four digits of one, as evidence.
package enum SocialSecurityDigits: Hashable, Sendable {
  /// All nine digits.
  case full(UInt32)
  /// The last four digits.
  case lastFour(UInt16)

  /// Reads nine or four digits, hyphens and spaces left out; nil for anything
  /// else, and for numbers that are nobody's: area 000 or 666, group 00, serial
  /// 0000, one digit nine times, a run, and two that were printed as samples.
  ///
  /// Source: the Social Security Administration's rules for area, group and
  /// serial, and HUD's data-quality checks of 3.02. Numbers from 900 are kept:
  /// individual taxpayer numbers have this form and tell people apart as well.
  package init?(_ text: String) {
    var number: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 9 else { return nil }
      number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
      count += 1
    }
    switch count {
    case 4 where number != 0: self = .lastFour(UInt16(number))
    case 9 where SocialSecurityDigits.isSomebodys(number): self = .full(number)
    default: return nil
    }
  }

  /// The last four digits as a number.
  package var lastFour: UInt16 {
    switch self {
    case .full(let number): UInt16(number % 10_000)
    case .lastFour(let number): number
    }
  }

  private static func isSomebodys(_ number: UInt32) -> Bool {
    let area = number / 1_000_000
    guard area != 0, area != 666, number / 10_000 % 100 != 0, number % 10_000 != 0 else {
      return false
    }
    return number % 111_111_111 != 0 && !samples.contains(number)
  }

  private static let samples: Set<UInt32> = [
    123_456_789, 987_654_321, 219_099_999, 78_051_120,
  ]

  /// Tells whether two full numbers differ by one digit, or by two neighbours
  /// that are exchanged.
  static func areOneSlipApart(_ one: UInt32, _ other: UInt32) -> Bool {
    DigitSlip.areOneApart(UInt64(one), UInt64(other))
  }
}
