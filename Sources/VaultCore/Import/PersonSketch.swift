import Matching

/// A person in 24 bytes: enough to tell of most pairs that no evidence can make them one, before
/// their records are opened for a comparison.
///
/// The bounds are those of Matching; a test holds them against its evidence.
struct PersonSketch: Sendable {
  private struct Known: OptionSet {
    let rawValue: UInt8
    static let middle = Known(rawValue: 1)
    static let suffix = Known(rawValue: 2)
    static let ssn = Known(rawValue: 4)
    static let phone = Known(rawValue: 8)
    static let phones = Known(rawValue: 16)
    /// Other names, which the sketch does not hold.
    static let otherNames = Known(rawValue: 32)
  }

  private let given: NameSketch
  private let surname: NameSketch
  private let date: DateSketch
  /// The last four digits, four bits each.
  private let ssnEnd: UInt16
  /// A hash of the only phone.
  private let phone: UInt16
  private let known: Known

  /// Most bits that an agreement gives beside names and birth date.
  private enum Bound {
    static let middle = 2.5
    static let suffix = 1.0
    static let phone = 6.0
    static let otherSSN = -6.0
  }

  /// Whether evidence can reach the lower threshold.
  func mayResemble(_ other: PersonSketch) -> Bool {
    guard let bound = bound(other) else { return true }
    return bound >= Evidence.asks
  }

  /// The most weight that evidence can have; nil where a sketch cannot tell.
  func bound(_ other: PersonSketch) -> Double? {
    if known.union(other.known).contains(.otherNames) { return nil }
    // Names in each other's place have bounds of their own.
    if given.mayEqual(other.surname) || surname.mayEqual(other.given) { return nil }
    var bits = date.bound(other.date)
    bits += given.bound(other.given, ifSame: NameSketch.sameGiven)
    bits += surname.bound(other.surname, ifSame: NameSketch.sameSurname)
    let both = known.intersection(other.known)
    if both.contains(.ssn) {
      guard Self.areFarApart(ssnEnd, other.ssnEnd) else { return nil }
      bits += Bound.otherSSN
    }
    if both.contains(.phone) {
      let isOpen = known.union(other.known).contains(.phones) || phone == other.phone
      if isOpen { bits += Bound.phone }
    }
    if both.contains(.middle) { bits += Bound.middle }
    if both.contains(.suffix) { bits += Bound.suffix }
    return bits
  }

  /// Whether three of four digits differ, so that no slip explains it.
  private static func areFarApart(_ one: UInt16, _ other: UInt16) -> Bool {
    let difference = one ^ other
    return [0, 4, 8, 12].count { difference >> UInt16($0) & 15 != 0 } >= 3
  }
}

extension PersonSketch {
  /// Sketches somebody who is to be registered.
  init(_ details: ClientDetails) {
    var names: Known = []
    if details.middle != nil { names.insert(.middle) }
    if details.suffix != nil { names.insert(.suffix) }
    if details.preferred != nil || !details.aliases.isEmpty { names.insert(.otherNames) }
    self.init(
      given: FoldedName(details.given ?? ""), surname: FoldedName(details.surname ?? ""),
      date: details.birthDate, ssn: details.ssn ?? "", phones: details.phones, names: names)
  }

  /// Sketches somebody in the directory.
  init(_ entry: DirectoryEntry) {
    var (given, surname) = (FoldedName(""), FoldedName(""))
    var names: Known = []
    for name in entry.names {
      switch name.kind {
      case .given: given = FoldedName(String(decoding: name.text, as: UTF8.self))
      case .surname: surname = FoldedName(String(decoding: name.text, as: UTF8.self))
      case .middle: names.insert(.middle)
      case .suffix: names.insert(.suffix)
      case .preferred, .alias: names.insert(.otherNames)
      }
    }
    self.init(
      given: given, surname: surname, date: entry.birthDate,
      ssn: String(decoding: entry.ssnDigits, as: UTF8.self),
      phones: entry.phones.map { String(decoding: $0, as: UTF8.self) }, names: names)
  }

  private init(
    given: FoldedName, surname: FoldedName, date: ClientDate?, ssn: String, phones: [String],
    names: Known
  ) {
    self.given = NameSketch(given)
    self.surname = NameSketch(surname)
    self.date = DateSketch(date)
    var known = names
    // A number that is nobody's says nothing.
    if let digits = SocialSecurityDigits(ssn) {
      known.insert(.ssn)
      ssnEnd = String(digits.lastFour).utf8.reduce(0) { $0 << 4 | UInt16($1 & 15) }
    } else {
      ssnEnd = 0
    }
    phone = phones.first.map(Self.phoneHash) ?? 0
    if !phones.isEmpty { known.insert(.phone) }
    if phones.count > 1 { known.insert(.phones) }
    self.known = known
  }

  private static func phoneHash(_ text: String) -> UInt16 {
    var number: UInt64 = 0
    for byte in text.utf8 where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = (number * 10 + UInt64(byte - UInt8(ascii: "0"))) % 10_000_000_000
    }
    return UInt16(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }
}
