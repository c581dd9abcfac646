import Matching
import Testing

@testable import VaultCore

struct DuplicateSketchTests {
  /// The bounds of the sketch are Matching's: whoever changes those will see it here.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `no evidence weighs more than a sketch says`(seed: UInt64) {
    var crowd = DuplicateCrowd(seed: seed)
    let people = crowd.people(200)
    let probes = (0..<120).map { _ in
      crowd.damaged(people[crowd.number(below: people.count)])
    }
    let everybody = people + probes
    let sketches = everybody.map { PersonSketch($0.details) }
    let traits = everybody.map { PersonTraits($0.details) }
    var (bounded, rejected) = (0, 0)
    for one in everybody.indices {
      for other in everybody.indices where other > one {
        guard let bound = sketches[one].bound(sketches[other]) else { continue }
        bounded += 1
        if bound < Evidence.asks { rejected += 1 }
        let evidence = Evidence.between(traits[one], traits[other])
        // Evidence adds up smaller floating-point numbers.
        if evidence.weight > bound + 0.001 { Issue.record("over \(bound): \(evidence)") }
      }
    }
    #expect(bounded > 20_000)
    #expect(rejected > 10_000)
  }

  @Test func `a directory entry sketches as the client does`() throws {
    var crowd = DuplicateCrowd(seed: 3)
    let people = crowd.people(200)
    let other = people[0]
    for person in people {
      let entry = try person.encoded.withSpan { (bytes) throws(FormatProblem) in
        var offset = 0
        return try DirectoryEntry(from: bytes, at: &offset)
      }
      #expect(
        PersonSketch(entry).mayResemble(PersonSketch(other.details))
          == PersonSketch(person.details).mayResemble(PersonSketch(other.details)))
    }
  }
}
