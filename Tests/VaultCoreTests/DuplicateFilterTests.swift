import Matching
import Testing

@testable import VaultCore

struct DuplicateFilterTests {
  // Whoever the index of an import finds counts only by the same evidence: what passes here is no
  // less than what an import finds.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the filter lets through everybody whom evidence asks about`(seed: UInt64) throws {
    var crowd = DuplicateCrowd(seed: seed)
    let people = crowd.people(500)
    let entries = people.map(\.encoded)
    let traits = people.map { PersonTraits($0.details) }
    var asked = 0
    for _ in 0..<150 {
      let probe = crowd.damaged(people[crowd.number(below: people.count)])
      let filter = CandidateFilter(probe.details)
      let probeTraits = PersonTraits(probe.details)
      for (entry, other) in zip(entries, traits)
      where Evidence.between(probeTraits, other).asks {
        asked += 1
        let passes = try entry.withSpan { (bytes) throws(FormatProblem) in
          var offset = 0
          return filter.passes(try EntryView(in: bytes, at: &offset), in: bytes)
        }
        #expect(passes, "\(Evidence.between(probeTraits, other).reasons)")
      }
    }
    #expect(asked >= 100)
  }

  @Test func `the filter spares most of the people`() throws {
    var crowd = DuplicateCrowd(seed: 9)
    let people = crowd.people(2_000)
    let filter = CandidateFilter(people[0].details)
    let passed = try people.map(\.encoded).count { entry in
      try entry.withSpan { (bytes) throws(FormatProblem) in
        var offset = 0
        return filter.passes(try EntryView(in: bytes, at: &offset), in: bytes)
      }
    }
    #expect(passed < 500)
  }

  @Test func `a part of a surname, and another first letter, are let through`() throws {
    let pairs: [([ClientField: String], [ClientField: String])] = [
      ([.given: "Ana", .surname: "Garcia"], [.given: "Ana", .surname: "Lopez-Garcia"]),
      ([.given: "Catherine", .surname: "Nowak"], [.given: "Katherine", .surname: "Nowak"]),
      ([.given: "Siobhan"], [.given: "Siobhán", .surname: "Daly"]),
      ([.given: "Ana", .surname: "de la Cruz"], [.given: "Lucia", .surname: "Delacruz"]),
    ]
    for (one, other) in pairs {
      let filter = CandidateFilter(try ImportScene.input(one).details)
      let entry = DuplicateCrowd.Person(details: try ImportScene.input(other).details).encoded
      let passes = try entry.withSpan { (bytes) throws(FormatProblem) in
        var offset = 0
        return filter.passes(try EntryView(in: bytes, at: &offset), in: bytes)
      }
      #expect(passes)
    }
  }
}
