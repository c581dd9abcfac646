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
  }

  /// Visits the keys under which the same person may have been filed, with
  /// slips. `body` answers whether the group is too large to have been whole.
  static func probed(_ person: PersonTraits, _ body: (CandidateKey) -> Bool) {
    func visit(_ key: CandidateKey) { _ = body(key) }
    numbers(person, visit)
    if let date = person.birthDate.flatMap(PackedDate.init) {
      if body(.date(date)) { sounds(person, on: date, visit) }
      date.forEachSlip { slip in
        if let given = person.givenNames.first { visit(.dateAndGiven(slip, given.soundCode)) }
        if let surname = person.surnames.first { visit(.dateAndSurname(slip, surname.soundCode)) }
      }
    }
    names(person, visit)
    if let given = person.givenNames.first, let surname = person.surnames.first {
      visit(.name(given.soundCode, surname.initialCode))
    }
  }

  private static func numbers(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    if let ssn = person.ssn {
      if case .full(let number) = ssn { body(.number(number)) }
      if let year = person.birthDate?.year { body(.lastFour(ssn.lastFour, year: year)) }
    }
    for phone in person.phones { body(.phone(phone)) }
  }

  private static func sounds(
    _ person: PersonTraits, on date: PackedDate, _ body: (CandidateKey) -> Void
  ) {
    for given in person.givenNames { body(.dateAndGiven(date, given.soundCode)) }
    for surname in person.surnames { body(.dateAndSurname(date, surname.soundCode)) }
  }

  /// Every surname with the person's given name, every given name with the
  /// surname, and the two of each other name.
  private static func names(_ person: PersonTraits, _ body: (CandidateKey) -> Void) {
    if person.givenNames.isEmpty {
      for surname in person.surnames { body(.name(surname.soundCode, 0)) }
    }
    for (row, surname) in person.surnames.enumerated() {
      for (column, given) in person.givenNames.enumerated()
      where row == 0 || column == 0 || abs(row - column) <= 1 {
        body(.name(surname.soundCode, given.initialCode))
      }
    }
  }
}
