import Matching

/// A birth date in four bytes.
struct DateSketch: Sendable {
  /// Year, month and day, each 0 if unknown.
  private let bits: UInt32

  private static let same = 13.5
  private static let slip = 8.0
  private static let sameYear = 3.0
  private static let samePartial = 8.5
  private static let otherDay = -3.0
  private static let otherYear = -8.0
  private static let nextPartialYear = -1.0
  private static let otherPartialYear = -5.0
  private static let newYear: UInt32 = 0x0101

  /// Sketches a date.
  init(_ date: ClientDate?) {
    bits =
      date.map {
        UInt32($0.partial.year) << 16 | UInt32($0.partial.month ?? 0) << 8
          | UInt32($0.partial.day ?? 0)
      } ?? 0
  }

  private var year: UInt32 { bits >> 16 }
  private var month: UInt32 { bits >> 8 & 0xff }
  private var day: UInt32 { bits & 0xff }
  private var isNewYear: Bool { bits & 0xffff == Self.newYear }

  /// The most bits that the two dates can give.
  func bound(_ other: DateSketch) -> Double {
    guard bits != 0, other.bits != 0 else { return 0 }
    guard day != 0, other.day != 0 else { return partialBound(other) }
    if bits == other.bits { return Self.same }
    let sameRest = bits & 0xffff == other.bits & 0xffff
    guard year == other.year else {
      guard sameRest else { return Self.otherYear }
      return isNewYear ? 0 : Self.slip
    }
    if isNewYear || other.isNewYear { return Self.sameYear }
    let isSwapped = month == other.day && day == other.month
    return isSwapped || month == other.month || day == other.day ? Self.slip : Self.otherDay
  }

  private func partialBound(_ other: DateSketch) -> Double {
    if year == other.year { return Self.samePartial }
    let isNext = max(year, other.year) - min(year, other.year) == 1
    return isNext ? Self.nextPartialYear : Self.otherPartialYear
  }
}
