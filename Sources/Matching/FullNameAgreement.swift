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

  private var given: NameAgreement
  private var surname: NameAgreement
  private var exchangedBits: Float?

  /// Compares the names of two people, in their places and exchanged.
  init(_ one: PersonTraits, _ other: PersonTraits) {
    given = NameAgreement(one.own.given, other.own.given)
    surname = NameAgreement(one.own.surname, other.own.surname)
    if given.kind == .same, surname.kind == .same { return }
    for alias in one.others { improve(alias, other.own) }
    for alias in other.others { improve(one.own, alias) }
    for alias in one.others {
      for otherAlias in other.others { improve(alias, otherAlias) }
    }
    exchangedBits = exchange(one.own, other.own)
  }

  private mutating func improve(_ one: NamePair, _ other: NamePair) {
    given.improve(one.given, other.given)
    surname.improve(one.surname, other.surname)
  }

  /// What an exchange says, in bits, if it says more than the names in place.
  private func exchange(_ one: NamePair, _ other: NamePair) -> Float? {
    guard one.given.name == other.surname.name, one.surname.name == other.given.name,
      one.given.name.count > 1, one.surname.name.count > 1
    else { return nil }
    let bits =
      min(one.given.bits, other.surname.bits) + min(one.surname.bits, other.given.bits)
      - FullNameAgreement.exchangeCost
    return bits > given.bits + surname.bits ? bits : nil
  }

  /// Exchanged fields are rarer than fields in place.
  private static let exchangeCost: Float = 2

  /// What the names say in bits.
  var bits: Float { exchangedBits ?? given.bits + surname.bits }

  /// Tells whether the given names are equal or similar.
  var givenNamesAgree: Bool {
    exchangedBits != nil || given.kind == .same || given.kind == .similar
      || given.kind == .soundsAlike
  }

  /// How strongly they speak for one person.
  var strength: Strength {
    if exchangedBits != nil { return .equal }
    guard surname.kind == .same || surname.kind == .similar else { return .weak }
    switch given.kind {
    case .same: return .equal
    case .similar: return .similar
    case .unknown, .soundsAlike, .sameInitial, .different: return .weak
    }
  }

  /// The reasons that the names give.
  var facts: EvidenceFacts {
    var facts = EvidenceFacts()
    if exchangedBits != nil {
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
