import Matching

/// A person in 20 bytes: enough to tell of most pairs that no evidence can make them one, before
/// their records are opened for a comparison.
///
/// The bounds are those of Matching; a test holds them against its evidence.
struct PersonSketch: Sendable {
  private struct Known: OptionSet {
    let rawValue: UInt8
    static let middle = Known(rawValue: 1)
    static let suffix = Known(rawValue: 2)
    static let ssn = Known(rawValue: 4)
    /// Other names, or several phones, of which the sketch knows nothing.
    static let more = Known(rawValue: 8)
  }

  private let given: UInt32
  private let surname: UInt32
  /// 0 for none.
  private let phone: UInt32
  /// Year, month and day, each 0 if unknown; as the bits of docs/FORMAT.md's date.
  private let date: UInt32
  private let known: Known

  /// Sketches folded names and what else is known.
  init(
    given: FoldedName, surname: FoldedName, hasMiddle: Bool, hasSuffix: Bool, hasSSN: Bool,
    hasOtherNames: Bool, birthDate: ClientDate?, phones: [String]
  ) {
    self.given = Self.hash(given)
    self.surname = Self.hash(surname)
    phone = phones.first.map(Self.phoneEnd) ?? 0
    date =
      birthDate.map {
        UInt32($0.partial.year) << 16 | UInt32($0.partial.month ?? 0) << 8
          | UInt32($0.partial.day ?? 0)
      } ?? 0
    var known: Known = []
    if hasMiddle { known.insert(.middle) }
    if hasSuffix { known.insert(.suffix) }
    if hasSSN { known.insert(.ssn) }
    if hasOtherNames || phones.count > 1 { known.insert(.more) }
    self.known = known
  }

  /// Most bits that each agreement gives, and what the lower threshold is.
  private enum Bound {
    static let sameGiven = 11.0
    static let sameSurname = 12.0
    static let similarName = 5.0
    static let middle = 2.5
    static let suffix = 1.0
    static let otherYear = -8.0
    static let otherDay = -3.0
    static let nextPartialYear = -1.0
    static let otherPartialYear = -5.0
  }

  /// Whether evidence can reach the lower threshold.
  func mayResemble(_ other: PersonSketch) -> Bool {
    if known.union(other.known).contains(.more) { return true }
    let both = known.intersection(other.known)
    if both.contains(.ssn) || (phone != 0 && phone == other.phone) { return true }
    // Names in each other's place have bounds of their own.
    if given == other.surname || surname == other.given { return true }
    guard let dateBits = dateBound(other) else { return true }
    var bits = dateBits
    bits += given == other.given ? Bound.sameGiven : Bound.similarName
    bits += surname == other.surname ? Bound.sameSurname : Bound.similarName
    if both.contains(.middle) { bits += Bound.middle }
    if both.contains(.suffix) { bits += Bound.suffix }
    return bits >= Evidence.asks
  }

  /// What birth dates that differ by more than a slip say; nil for all others.
  private func dateBound(_ other: PersonSketch) -> Double? {
    guard date != 0, other.date != 0 else { return nil }
    let (year, otherYear) = (date >> 16, other.date >> 16)
    let (rest, otherRest) = (date & 0xffff, other.date & 0xffff)
    guard rest & 0xff != 0, otherRest & 0xff != 0 else {
      guard year != otherYear else { return nil }
      let isNext = max(year, otherYear) - min(year, otherYear) == 1
      return isNext ? Bound.nextPartialYear : Bound.otherPartialYear
    }
    guard year == otherYear else { return rest == otherRest ? nil : Bound.otherYear }
    let newYear: UInt32 = 0x0101
    let (month, day) = (rest >> 8, rest & 0xff)
    let (otherMonth, otherDay) = (otherRest >> 8, otherRest & 0xff)
    guard rest != newYear, otherRest != newYear, month != otherMonth, day != otherDay,
      !(month == otherDay && day == otherMonth)
    else { return nil }
    return Bound.otherDay
  }

  private static func hash(_ name: FoldedName) -> UInt32 {
    // FNV-1a, 64 bits, without the blanks.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.text.utf8 where byte != UInt8(ascii: " ") {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// A number of the last seven digits, never 0 where there is a digit other than 0.
  private static func phoneEnd(_ text: String) -> UInt32 {
    var number: UInt32 = 0
    for byte in text.utf8 where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = (number * 10 + UInt32(byte - UInt8(ascii: "0"))) % 10_000_000
    }
    return number + 1
  }
}

extension PersonSketch {
  /// Sketches somebody who is to be registered.
  init(_ details: ClientDetails) {
    self.init(
      given: FoldedName(details.given ?? ""), surname: FoldedName(details.surname ?? ""),
      hasMiddle: details.middle != nil, hasSuffix: details.suffix != nil,
      hasSSN: details.ssn != nil,
      hasOtherNames: details.preferred != nil || !details.aliases.isEmpty,
      birthDate: details.birthDate, phones: details.phones)
  }

  /// Sketches somebody in the directory.
  init(_ entry: DirectoryEntry) {
    let name = { (kind: NameKind) in
      FoldedName(
        entry.names.first { $0.kind == kind }.map { String(decoding: $0.text, as: UTF8.self) }
          ?? "")
    }
    let kinds = Set(entry.names.map(\.kind))
    self.init(
      given: name(.given), surname: name(.surname), hasMiddle: kinds.contains(.middle),
      hasSuffix: kinds.contains(.suffix), hasSSN: !entry.ssnDigits.isEmpty,
      hasOtherNames: kinds.contains(.preferred) || kinds.contains(.alias),
      birthDate: entry.birthDate,
      phones: entry.phones.map { String(decoding: $0, as: UTF8.self) })
  }
}
