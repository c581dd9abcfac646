import Matching
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "ana", 3), ("ana", "ana", 0), ("jonh", "john", 1), ("maria", "mario", 1),
    ("ca", "abc", 3), ("garcia", "garsia", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("мария", "марья", 1), ("мария", "мраия", 1),
  ])
  func `known distances`(_ left: String, _ right: String, _ distance: Int) {
    #expect(EditDistance.between(FoldedName(left), FoldedName(right)) == distance)
  }

  @Test func `agrees with the plain table on generated words, in both directions`() {
    var random = SeededRandom(1)
    for round in 0..<6_000 {
      let alphabet = round.isMultiple(of: 4) ? "aбвг" : "abc"
      let one = random.word(0...12, of: alphabet)
      let other = random.word(0...12, of: alphabet)
      let plain = PlainDistance.between(one, other)
      #expect(EditDistance.between(FoldedName(one), FoldedName(other)) == plain)
      #expect(EditDistance.between(FoldedName(other), FoldedName(one)) == plain)
    }
  }

  @Test func `the whole width of a machine word is used`() {
    var random = SeededRandom(2)
    for _ in 0..<300 {
      let one = random.word(60...64, of: "abcd")
      let other = random.word(50...100, of: "abcd")
      #expect(
        EditDistance.between(FoldedName(one), FoldedName(other))
          == PlainDistance.between(one, other))
    }
  }

  @Test func `two very long names are not compared`() {
    let long = FoldedName(String(repeating: "a", count: 65))
    #expect(EditDistance.between(long, long) == nil)
    #expect(EditDistance.between(long, FoldedName("a")) == 64)
  }
}
