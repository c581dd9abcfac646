import Matching
import Testing

struct WordPatternTests {
  private func likeness(_ word: String, _ name: String) throws -> NameLikeness? {
    try #require(WordPattern(FoldedName(word))).likeness(to: FoldedName(name))
  }

  @Test(
    arguments: [
      ("lopez", "García-López", .exact), ("garcia", "García-López", .exact),
      ("garcialopez", "García-López", .exact), ("garcia lopez", "Garcia Lopez", .exact),
      ("delacruz", "de la Cruz", .exact), ("lacruz", "de la Cruz", .exact),
      ("vanderberg", "van der Berg", .exact), ("mcdonald", "Mc Donald", .exact),
      ("o'brien", "O Brien", .exact), ("vanderb", "van der Berg", .prefix),
      ("ma", "Maria", .prefix), ("m", "Maria", .prefix), ("lop", "García-López", .prefix),
      ("jonh", "John", .similar(edits: 1)), ("jhon", "John", .similar(edits: 1)),
      ("gracia", "Garcia", .similar(edits: 1)), ("delacurz", "de la Cruz", .similar(edits: 1)),
      ("rodrigeus", "Rodriguez", .similar(edits: 2)),
      ("katherin", "Catherine", .similarPrefix(edits: 1)),
      ("catehr", "Catherine", .similarPrefix(edits: 1)),
      ("ctah", "Catherine", .similarPrefix(edits: 1)),
      ("мрия", "Мария", .similar(edits: 1)), ("мария", "Мария Елкина", .exact),
      ("елкна", "Мария Ёлкина", .similar(edits: 1)),
    ] as [(String, String, NameLikeness)])
  func `finds`(_ word: String, _ name: String, _ expected: NameLikeness) throws {
    #expect(try likeness(word, name) == expected)
  }

  @Test(arguments: [
    ("jon", "John"), ("jhn", "John"), ("maria", "Mark"), ("lopez", "Perez"), ("ria", "Maria"),
    ("garcia", "Gomez"), ("johnson", "John"), ("delacruz", "de la"), ("smith", ""),
    ("pezga", "Lopez Garcia"),
  ])
  func `does not find`(_ word: String, _ name: String) throws {
    #expect(try likeness(word, name) == nil)
  }

  @Test func `a word without letters is no pattern`() {
    #expect(WordPattern(FoldedName("")) == nil)
    #expect(WordPattern(FoldedName("'. ")) == nil)
  }

  @Test func `the budget follows the number of letters, not bytes`() throws {
    for (word, budget) in [("abc", 0), ("abcd", 1), ("abcdefg", 1), ("abcdefgh", 2), ("мир", 0)] {
      #expect(try #require(WordPattern(FoldedName(word))).budget == budget)
    }
  }

  @Test func `a very long word is a prefix by its first letters`() throws {
    let long = String(repeating: "ab", count: 50)
    #expect(try likeness(long, long) == .prefix)
    #expect(try likeness(long, String(repeating: "ba", count: 50)) == nil)
    let longest = String(repeating: "x", count: WordPattern.letterLimit)
    #expect(try likeness(longest, longest) == .exact)
    #expect(try likeness(longest, longest + "x") == .prefix)
    #expect(try likeness(longest, String(longest.dropLast())) == .similar(edits: 1))
  }

  @Test func `a name that is like a word lacks no more of its letters than errors are forgiven`()
    throws
  {
    var random = SeededRandom(20)
    var alike = 0
    for _ in 0..<20_000 {
      let name = FoldedName(random.word(1...12, of: "abcdefgh é-б1"))
      let word = FoldedName(
        random.once(in: 2)
          ? random.word(1...12, of: "abcdefgh-éб1") : Slip.make(name.text, &random))
      guard let pattern = WordPattern(word), pattern.likeness(to: name) != nil else { continue }
      alike += 1
      let missing = Set(pattern.plainLetters).subtracting(name.bytes)
      #expect(missing.count <= pattern.budget, "\(word.text) \(name.text)")
    }
    #expect(alike > 1_000)
  }

  @Test func `agrees with the plain table on every run of parts`() throws {
    var random = SeededRandom(4)
    var found = 0
    for round in 0..<20_000 {
      let alphabet = round.isMultiple(of: 5) ? "aбв" : round.isMultiple(of: 2) ? "abc" : "abcdefgh"
      let word = random.word(1...10, of: alphabet)
      let name = (0..<Int.random(in: 1...3, using: &random))
        .map { _ in random.word(1...7, of: alphabet) }.joined(separator: " ")
      let expected = PlainLikeness.likeness(word, name)
      #expect(try likeness(word, name) == expected, "\(word) \(name)")
      if expected != nil { found += 1 }
    }
    #expect(found > 1_500)
  }

  @Test func `one slip anywhere in a name of four letters or more still finds it`() throws {
    var random = SeededRandom(5)
    let names = ["maria", "guadalupe", "de la cruz", "nguyen", "obrien", "van der berg", "anna"]
    for _ in 0..<3_000 {
      let name = names[Int.random(in: names.indices, using: &random)]
      let typed = Slip.make(FoldedName(name).joined.text, &random)
      let pattern = try #require(WordPattern(FoldedName(typed)))
      guard pattern.budget > 0 else { continue }
      #expect(pattern.likeness(to: FoldedName(name)) != nil, "\(typed) \(name)")
    }
  }

  @Test func `damaged bytes are read without a trap`() throws {
    var random = SeededRandom(6)
    let pattern = try #require(WordPattern(FoldedName("мария")))
    for _ in 0..<2_000 {
      let bytes = (0..<9).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = unsafe pattern.likeness(to: bytes.span.bytes)
    }
  }

  @Test func `the better likeness is the smaller`() {
    let order: [NameLikeness] = [
      .exact, .prefix, .similar(edits: 1), .similarPrefix(edits: 1), .similar(edits: 2),
      .similarPrefix(edits: 2),
    ]
    #expect(order == order.reversed().sorted())
  }
}

/// The likeness by definition: against every run of neighbouring parts.
private enum PlainLikeness {
  static func likeness(_ word: String, _ name: String) -> NameLikeness? {
    let letters = word.unicodeScalars.count
    let budget = letters < 4 ? 0 : letters < 8 ? 1 : 2
    let parts = name.split(separator: " ").map(String.init)
    var best: NameLikeness?
    for first in parts.indices {
      for last in first..<parts.count {
        let run = parts[first...last].joined()
        let whole = PlainDistance.between(word, run)
        let begun = PlainDistance.toPrefix(word, run)
        let found: [NameLikeness?] = [
          whole == 0 ? .exact : nil, begun == 0 ? .prefix : nil,
          whole > 0 && whole <= budget ? .similar(edits: whole) : nil,
          begun > 0 && begun <= budget ? .similarPrefix(edits: begun) : nil,
        ]
        best = (found.compactMap { $0 } + [best].compactMap { $0 }).min()
      }
    }
    return best
  }
}
