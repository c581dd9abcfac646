/// What people are filed under, packed into 64 bits: a kind and its fields.
struct CandidateKey {
  /// The packed bits; no two kinds share a value.
  let bits: UInt64
  /// What becomes of a group that grows too large.
  let overflow: Overflow

  /// What becomes of a group that grows too large.
  enum Overflow {
    /// Later people are filed by birth year as well, so many a year.
    case narrowedByYear(limit: Int)
    /// Later people are left to other, narrower keys.
    case leftToOthers(limit: Int)
    /// As before, but those who are in are looked through.
    case bounded(limit: Int)
  }

  private init(_ kind: UInt64, _ fields: UInt64, _ overflow: Overflow) {
    bits = kind << 60 | fields
    self.overflow = overflow
  }

  /// All nine digits.
  static func number(_ digits: UInt32) -> CandidateKey {
    CandidateKey(1, UInt64(digits), .narrowedByYear(limit: 16))
  }

  /// The last four digits with the birth year.
  static func lastFour(_ digits: UInt16, year: Int) -> CandidateKey {
    CandidateKey(2, UInt64(digits) << 16 | UInt64(year), .bounded(limit: 64))
  }

  /// A telephone number.
  static func phone(_ number: UInt64) -> CandidateKey {
    CandidateKey(3, number, .narrowedByYear(limit: 16))
  }

  /// A whole birth date, narrowed by the sounds below.
  static func date(_ date: PackedDate) -> CandidateKey {
    CandidateKey(4, UInt64(date.bits), .leftToOthers(limit: 32))
  }

  /// A whole birth date with the sound of the given name.
  static func dateAndGiven(_ date: PackedDate, _ sound: UInt16) -> CandidateKey {
    CandidateKey(5, UInt64(date.bits) << 16 | UInt64(sound), .bounded(limit: 64))
  }

  /// A whole birth date with the sound of the surname.
  static func dateAndSurname(_ date: PackedDate, _ sound: UInt16) -> CandidateKey {
    CandidateKey(6, UInt64(date.bits) << 16 | UInt64(sound), .bounded(limit: 64))
  }

  /// Whether this is a birth date with a sound.
  var isDatedSound: Bool { (5...6).contains(bits >> 60) }

  /// The sound of a surname with the initial of a given name, 0 if none.
  static func name(_ surname: UInt16, _ initial: UInt16) -> CandidateKey {
    CandidateKey(7, UInt64(surname) << 16 | UInt64(initial), .narrowedByYear(limit: 16))
  }

  /// A full name.
  static func fullName(_ surname: UInt32, _ given: UInt32) -> CandidateKey {
    let names = UInt64(surname) << 32 | UInt64(given)
    let hash = (names &* 0x9E37_79B9_7F4A_7C15) >> 24
    return CandidateKey(0, hash, .narrowedByYear(limit: 64))
  }

  /// The bits of the part of an oversized group that was born in a year.
  func narrowed(to year: UInt16) -> UInt64 {
    // Fields of the kinds that are narrowed stay under 40 bits, kinds above 59.
    bits | UInt64(year) << 40 | 1 << 63
  }
}
