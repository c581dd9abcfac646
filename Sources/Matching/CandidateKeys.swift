/// Which keys a person is filed under, and which are looked under for one.
enum CandidateKeys {
  /// Visits the keys that a person is filed under.
  static func filed(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    numbers(person, body)
    if let date = person.birthDate.flatMap(PackedDate.init) {
      body(.date(date))
      sounds(person, on: date, body)
    }
    names(person, body)
    fullNames(person, body)
  }

  /// Visits the keys under which the same person may have been filed, with
  /// slips. `body` answers whether the group is too large to have been whole.
  static func probed(_ person: PersonTraits, _ body: (CandidateKey) -> Bool) {
    func visit(_ key: CandidateKey) { _ = body(key) }
    numbers(person, visit)
    if let date = person.birthDate.flatMap(PackedDate.init) {
      if body(.date(date)) { sounds(person, on: date, visit) }
      let (given, surname) = (person.own.given, person.own.surname)
      date.forEachSlip { slip in
        if !given.name.isEmpty { visit(.dateAndGiven(slip, given.soundCode)) }
        if !surname.name.isEmpty { visit(.dateAndSurname(slip, surname.soundCode)) }
      }
    }
    names(person, visit)
    fullNames(person, visit)
    name(person.own.given, person.own.surname, visit)
  }

  private static func numbers(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    if let ssn = person.ssn {
      if case .full(let number) = ssn { body(.number(number)) }
      if let year = person.birthDate?.year { body(.lastFour(ssn.lastFour, year: year)) }
    }
    if person.phone != 0 { body(.phone(person.phone)) }
    for phone in person.otherPhones { body(.phone(phone)) }
  }

  private static func sounds(
    _ person: PersonTraits, on date: PackedDate, _ body: (CandidateKey) -> Void
  ) {
    forEachPair(of: person) { pair in
      if !pair.given.name.isEmpty { body(.dateAndGiven(date, pair.given.soundCode)) }
      if !pair.surname.name.isEmpty { body(.dateAndSurname(date, pair.surname.soundCode)) }
    }
  }

  /// The person's own names, the two of each other name, and each of these
  /// with the person's own.
  private static func names(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    let own = person.own
    name(own.surname, own.given, body)
    for other in person.others {
      name(other.surname, other.given, body)
      name(own.surname, other.given, body)
      name(other.surname, own.given, body)
    }
  }

  private static func fullNames(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    forEachPair(of: person) { pair in
      guard !pair.given.name.isEmpty, !pair.surname.name.isEmpty else { return }
      body(.fullName(pair.surname.name.hash, pair.given.name.hash))
    }
  }

  private static func name(
    _ surname: NameTrait, _ given: NameTrait, _ body: (CandidateKey) -> Void
  ) {
    guard !surname.name.isEmpty else { return }
    body(.name(surname.soundCode, given.name.isEmpty ? 0 : given.initialCode))
  }

  private static func forEachPair(of person: PersonTraits, _ body: (NamePair) -> Void) {
    body(person.own)
    for other in person.others { body(other) }
  }
}
