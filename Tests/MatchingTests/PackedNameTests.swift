import Testing

@testable import Matching

struct PackedNameTests {
  @Test func `the cheap bound never refuses what is alike`() throws {
    var random = SeededRandom(12)
    var alike = 0
    for _ in 0..<20_000 {
      let word = random.word(2...12, of: "abcdefz9")
      let other =
        random.once(in: 2) ? Slip.make(word, &random) : random.word(2...12, of: "abcdefz9")
      let (one, two) = (FoldedName(word), FoldedName(other))
      guard try #require(JaroWinkler.likeness(one, two)) >= 0.85 else { continue }
      alike += 1
      #expect(PackedName(one).mayResemble(PackedName(two)), "\(word) \(other)")
    }
    #expect(alike > 5_000)
  }

  @Test func `a name beyond the kept bytes is equal by all of it`() {
    let start = String(repeating: "ab", count: 20)
    let name = PackedName(FoldedName(start + "c"))
    #expect(name == PackedName(FoldedName(start + "c")))
    #expect(name != PackedName(FoldedName(start + "d")))
    #expect(Int(name.count) == PackedName.byteLimit)
    #expect(PackedName(FoldedName("de la cruz")) == PackedName(FoldedName("delacruz")))
  }
}
