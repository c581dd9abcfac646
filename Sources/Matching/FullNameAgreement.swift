/// How far given name and surname together agree.
struct FullNameAgreement {
  /// How strongly a full name speaks for one person.
  enum Strength {
    /// Both are equal, in their places or exchanged.
    case equal
    /// The given names are equal, the surnames similar.
    case nearlyEqual
    /// Both are at least similar.
    case similar
    /// One of them differs or is not known.
    case weak
  }

  private var given: NameAgreement
  private var surname: NameAgreement
  private var exchange: Exchange?

  /// What names say that stand in each other's place.
  private struct Exchange {
    let bits: Float
    let isExact: Bool
  }

  /// Compares the names of two people, in their places and exchanged.
  init(_ one: PersonTraits, _ other: PersonTraits) {
    given = NameAgreement(one.own.given, other.own.given)
    surname = NameAgreement(one.own.surname, other.own.surname)
    if given.kind == .same, surname.kind == .same { return }
    if !one.others.isEmpty || !other.others.isEmpty { improveByAliases(one, other) }
    exchange = exchange(of: one.own, other.own)
  }

  private mutating func improveByAliases(_ one: PersonTraits, _ other: PersonTraits) {
    for alias in one.others { improve(alias, other.own) }
    for alias in other.others {
      improve(one.own, alias)
      for otherAlias in one.others { improve(otherAlias, alias) }
    }
  }

  private mutating func improve(_ one: NamePair, _ other: NamePair) {
    given.improve(one.given, other.given)
    surname.improve(one.surname, other.surname)
  }

  /// The exchange, if it says more than the names in place. One of the names
  /// must be equal: two slips and an exchange are too much.
  private func exchange(of one: NamePair, _ other: NamePair) -> Exchange? {
    guard one.given.name == other.surname.name || one.surname.name == other.given.name else {
      return nil
    }
    let first = NameAgreement(one.given, other.surname)
    let second = NameAgreement(one.surname, other.given)
    let isAlike = [first, second].allSatisfy { $0.kind == .same || $0.kind == .similar }
    let bits = first.bits + second.bits - FullNameAgreement.exchangeCost
    guard isAlike, bits > given.bits + surname.bits else { return nil }
    return Exchange(bits: bits, isExact: first.kind == .same && second.kind == .same)
  }

  /// Exchanged fields are rarer than fields in place.
  private static let exchangeCost: Float = 2

  /// What the names say in bits.
  var bits: Float { exchange?.bits ?? given.bits + surname.bits }

  /// Tells whether the given names are equal or similar.
  var givenNamesAgree: Bool {
    exchange != nil || given.kind == .same || given.kind == .similar
      || given.kind == .soundsAlike
  }

  /// How strongly they speak for one person.
  var strength: Strength {
    if let exchange { return exchange.isExact ? .equal : .similar }
    guard surname.kind == .same || surname.kind == .similar else { return .weak }
    switch given.kind {
    case .same: return surname.kind == .same ? .equal : .nearlyEqual
    case .similar: return .similar
    case .unknown, .soundsAlike, .sameInitial, .different: return .weak
    }
  }

  /// The reasons that the names give.
  var facts: EvidenceFacts {
    var facts = EvidenceFacts()
    if exchange != nil {
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
