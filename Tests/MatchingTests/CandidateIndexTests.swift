import Matching
import Testing

struct CandidateIndexTests {
  private func traits(
    _ given: String, _ surname: String, _ birth: (Int, Int, Int)? = nil, also: [String] = [],
    ssn: String? = nil, phones: [String] = []
  ) -> PersonTraits {
    PersonTraits(
      given: FoldedName(given), surname: FoldedName(surname),
      otherNames: also.map { FoldedName($0) },
      birthDate: birth.flatMap { PartialDate(year: $0.0, month: $0.1, day: $0.2) }, ssn: ssn,
      phones: phones)
  }

  private func finds(_ filed: PersonTraits, by probe: PersonTraits) -> Bool {
    var index = CandidateIndex()
    index.insert(traits("Bo", "Chang", (1_950, 7, 28)), id: 7)
    index.insert(filed, id: 42)
    return index.candidates(for: probe) == [42]
  }

  @Test func `each key alone finds a person`() {
    let born = (1_976, 3, 11)
    #expect(finds(traits("A", "Ruiz", ssn: "412556789"), by: traits("", "", ssn: "412-55-6789")))
    #expect(
      finds(traits("A", "Ruiz", born, ssn: "412556789"), by: traits("", "", born, ssn: "6789")))
    #expect(
      finds(
        traits("A", "Ruiz", phones: ["555 201 3344", "5559998877"]),
        by: traits("", "", phones: ["+1 (555) 999-8877"])))
    #expect(finds(traits("Ana", "Ruiz", born), by: traits("Kim", "Vu", born)))
    #expect(finds(traits("Ana", "Ruiz"), by: traits("Alma", "Reyes")))
    #expect(finds(traits("Ana", "Ruiz"), by: traits("Ruiz", "Ana")))
    #expect(finds(traits("Ana", "Ruiz", also: ["Luz Ortega"]), by: traits("Luz", "Ortega")))
    #expect(finds(traits("Ana", "Ruiz", also: ["Ortega"]), by: traits("Ana", "Ortega")))
    #expect(finds(traits("Ana", "Ruiz", also: ["Lupe"]), by: traits("Lupe", "Ruiz")))
    #expect(finds(traits("Luz", "Ortega"), by: traits("Ana", "Ruiz", also: ["Luz Ortega"])))
    #expect(finds(traits("Мария", "Елкина"), by: traits("Мария", "Ёлкина")))
    #expect(finds(traits("", "Ruiz"), by: traits("", "Reyes")))
  }

  @Test(arguments: [
    (1_976, 11, 3), (1_976, 3, 12), (1_976, 3, 31), (1_976, 8, 11), (1_976, 2, 11),
    (1_986, 3, 11), (1_967, 3, 11), (1_975, 3, 11), (1_979, 3, 11), (1_976, 3, 10),
  ])
  func `a slip in the birth date finds a person by the sound of one name`(
    _ year: Int, _ month: Int, _ day: Int
  ) {
    let filed = traits("Ana", "Ruiz", (1_976, 3, 11))
    #expect(finds(filed, by: traits("Ana", "Whitfield", (year, month, day))))
    #expect(finds(filed, by: traits("Marisol", "Reyes", (year, month, day))))
    #expect(!finds(filed, by: traits("Marisol", "Whitfield", (year, month, day))))
  }

  @Test func `the turn of a decade is a slip`() {
    let filed = traits("Ana", "Ruiz", (1_980, 3, 11))
    #expect(finds(filed, by: traits("Ana", "Whitfield", (1_979, 3, 11))))
    #expect(finds(filed, by: traits("Ana", "Whitfield", (1_981, 3, 11))))
  }

  @Test func `an empty index and an empty person find nobody`() {
    var index = CandidateIndex()
    #expect(index.candidates(for: traits("Ana", "Ruiz", (1_976, 3, 11))).isEmpty)
    index.insert(traits("", ""), id: 1)
    #expect(index.candidates(for: traits("", "")).isEmpty)
  }

  @Test func `an oversized group is narrowed by birth year, and keeps those without`() {
    var index = CandidateIndex()
    for id in 0..<4_000 {
      let year = 1_940 + id % 80
      index.insert(
        traits(id.isMultiple(of: 2) ? "John" : "Jane", "Smith", (year, 1 + id % 12, 1 + id % 28)),
        id: id)
    }
    index.insert(traits("John", "Smith"), id: 5_000)
    index.insert(traits("John", "Smith", (1_977, 5, 5)), id: 5_001)
    let found = index.candidates(for: traits("John", "Smith", (1_976, 3, 29)))
    #expect(found.contains(5_000) && found.contains(5_001))
    #expect(found.count < 400)
    #expect(found.filter { $0 < 4_000 }.allSatisfy { (1_975...1_977).contains(1_940 + $0 % 80) })
    #expect(index.candidates(for: traits("John", "Smith")).count(where: { $0 < 4_000 }) >= 500)
  }

  @Test func `a thousand people of one birthday are narrowed by the sounds of names`() {
    var index = CandidateIndex()
    var random = SeededRandom(8)
    for id in 0..<1_000 {
      let (given, surname) = (
        random.word(5...7, of: "bdlmkaeiou"), random.word(5...7, of: "bdlmkaeiou")
      )
      index.insert(traits(given, surname, (1_980, 1, 1)), id: id)
    }
    index.insert(traits("Xochitl", "Vandersloot", (1_980, 1, 1)), id: 2_000)
    let found = index.candidates(for: traits("Xochitl", "Whitfield", (1_980, 1, 1)))
    #expect(found == [2_000])
    #expect(index.candidates(for: traits("Zoe", "Vandersloot", (1_980, 1, 1))) == [2_000])
  }

  @Test(arguments: [9, 10, 11] as [UInt64])
  func `nearly every duplicate is a candidate, and nobody else is certain`(_ seed: UInt64) {
    let population = Population(families: 2_500, seed: seed)
    let traits = population.people.map(\.traits)
    var index = CandidateIndex(expecting: traits.count)
    for (id, person) in traits.enumerated() { index.insert(person, id: id) }
    var tally = Tally()
    for (person, again) in population.duplicates {
      tally.add(person, again.traits, index, traits)
    }
    for (id, person) in traits.enumerated() { tally.addOthers(id, person, index, traits) }
    #expect(tally.duplicates > 1_200)
    #expect(tally.falselyCertain == 0)
    #expect(tally.share(tally.candidates) > 0.98, "\(tally)")
    #expect(tally.share(tally.asked) > 0.97, "\(tally)")
    #expect(tally.share(tally.certain) > 0.55, "\(tally)")
    // Sixty given names for six thousand people: about one namesake each.
    #expect(tally.falselyAsked < 2 * tally.duplicates, "\(tally)")
    #expect(tally.looked < traits.count * 60, "\(tally)")
  }
}

/// How well candidates and thresholds did.
private struct Tally {
  var duplicates = 0
  var candidates = 0
  var asked = 0
  var certain = 0
  var falselyAsked = 0
  var falselyCertain = 0
  var looked = 0

  func share(_ part: Int) -> Double { Double(part) / Double(duplicates) }

  mutating func add(
    _ person: Int, _ again: PersonTraits, _ index: borrowing CandidateIndex,
    _ traits: [PersonTraits]
  ) {
    duplicates += 1
    for candidate in index.candidates(for: again) {
      let evidence = Evidence.between(again, traits[candidate])
      if candidate == person {
        candidates += 1
        asked += evidence.asks ? 1 : 0
        certain += evidence.isCertain ? 1 : 0
      } else {
        falselyAsked += evidence.asks ? 1 : 0
        falselyCertain += evidence.isCertain ? 1 : 0
      }
    }
  }

  mutating func addOthers(
    _ id: Int, _ person: PersonTraits, _ index: borrowing CandidateIndex, _ traits: [PersonTraits]
  ) {
    for candidate in index.candidates(for: person) where candidate != id {
      looked += 1
      if Evidence.between(person, traits[candidate]).isCertain { falselyCertain += 1 }
    }
  }
}
