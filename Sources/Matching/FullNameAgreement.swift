/// How far given name and surname together agree.
struct FullNameAgreement {
  /// How strongly a full name speaks for one person.
  enum Strength {
    /// The given names are equal, and the surnames at least similar.
    case equal
    /// Both are at least similar.
    case similar
    /// One of them differs or is not known.
    case weak
  }

  private let given: NameAgreement
  private let surname: NameAgreement
  private let isExchanged: Bool
  private let exchangedBits: Double

  /// Compares the names of two people, in their places and exchanged.
  init(_ one: PersonTraits, _ other: PersonTraits) {
    given = NameAgreement.best(one.givenNames, other.givenNames)
    surname = NameAgreement.best(one.surnames, other.surnames)
    let exchanged = FullNameAgreement.exchanged(one, other, given, surname)
    exchangedBits = exchanged ?? 0
    isExchanged = exchanged != nil
  }

  /// What an exchange says, in bits, if it says more than the names in place.
  private static func exchanged(
    _ one: PersonTraits, _ other: PersonTraits, _ given: NameAgreement, _ surname: NameAgreement
  ) -> Double? {
    guard given.kind != .same, surname.kind != .same,
      let first = NameAgreement.exchanged(one.givenNames, other.surnames),
      let second = NameAgreement.exchanged(one.surnames, other.givenNames)
    else { return nil }
    let bits = first + second - exchangeCost
    return bits > given.bits + surname.bits ? bits : nil
  }

  /// Exchanged fields are rarer than fields in place.
  private static let exchangeCost = 2.0

  /// What the names say in bits.
  var bits: Double { isExchanged ? exchangedBits : given.bits + surname.bits }

  /// Tells whether the given names are equal or similar.
  var givenNamesAgree: Bool {
    isExchanged || given.kind == .same || given.kind == .similar || given.kind == .soundsAlike
  }

  /// How strongly they speak for one person.
  var strength: Strength {
    if isExchanged { return .equal }
    guard surname.kind == .same || surname.kind == .similar else { return .weak }
    switch given.kind {
    case .same: return .equal
    case .similar: return .similar
    case .unknown, .soundsAlike, .sameInitial, .different: return .weak
    }
  }

  /// The reasons that the names give, a bit each.
  var facts: UInt32 {
    var facts: UInt32 = 0
    if isExchanged {
      facts.insert(.exchangedNames)
      return facts
    }
    switch (given.kind == .same, surname.kind == .same) {
    case (true, true): facts.insert(.sameName)
    case (true, false) where strength == .weak: facts.insert(.sameGivenName)
    case (false, true) where strength == .weak: facts.insert(.sameSurname)
    default: if strength != .weak { facts.insert(.similarName) }
    }
    if given.isAlias || surname.isAlias { facts.insert(.alsoKnownAs) }
    if given.kind == .soundsAlike || surname.kind == .soundsAlike { facts.insert(.soundsAlike) }
    return facts
  }
}

extension UInt32 {
  /// Takes a reason into a set of them.
  mutating func insert(_ reason: EvidenceReason) { self |= reason.bit }
}
