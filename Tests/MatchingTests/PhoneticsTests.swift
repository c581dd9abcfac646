import Matching
import Testing

struct PhoneticsTests {
  // The National Archives' own examples, and the commonest in textbooks.
  @Test(arguments: [
    ("Washington", "W252"), ("Lee", "L000"), ("Gutierrez", "G362"), ("Pfister", "P236"),
    ("Jackson", "J250"), ("Tymczak", "T522"), ("VanDeusen", "V532"), ("Ashcraft", "A261"),
    ("Robert", "R163"), ("Rupert", "R163"), ("Rubin", "R150"), ("O'Brien", "O165"),
    ("de la Cruz", "D426"), ("a", "A000"),
  ])
  func `Soundex of`(_ name: String, _ code: String) {
    #expect(Soundex(FoldedName(name))?.text == code)
  }

  @Test func `no Soundex without Latin letters`() {
    #expect(Soundex(FoldedName("Мария")) == nil)
    #expect(Soundex(FoldedName("")) == nil)
    #expect(Soundex(FoldedName("123")) == nil)
  }

  // Winkler 1990 and the U.S. Census Bureau's strcmp95 examples, without its
  // adjustments for similar characters.
  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133),
    ("jones", "johnson", 0.8324), ("abcvwxyz", "cabvwxyz", 0.9583), ("abroms", "abrams", 0.9222),
    ("hardin", "martinez", 0.7222), ("same", "same", 1), ("abc", "xyz", 0), ("", "", 1),
    ("", "a", 0), ("de la cruz", "delacruz", 1),
  ])
  func `Jaro-Winkler of`(_ left: String, _ right: String, _ expected: Double) throws {
    let forth = try #require(JaroWinkler.likeness(FoldedName(left), FoldedName(right)))
    let back = try #require(JaroWinkler.likeness(FoldedName(right), FoldedName(left)))
    #expect(abs(forth - expected) < 0.000_1)
    #expect(abs(back - expected) < 0.000_1)
  }

  @Test func `agrees with the plain definition on generated words`() throws {
    var random = SeededRandom(7)
    for _ in 0..<5_000 {
      let one = random.word(0...14, of: "abcdez9")
      let other = random.word(0...14, of: "abcdez9")
      let likeness = try #require(JaroWinkler.likeness(FoldedName(one), FoldedName(other)))
      #expect(abs(likeness - PlainJaroWinkler.likeness(one, other)) < 0.000_000_1)
    }
  }

  @Test func `no Jaro-Winkler beyond ASCII, and a long name is cut`() {
    #expect(JaroWinkler.likeness(FoldedName("мария"), FoldedName("maria")) == nil)
    let long = FoldedName(String(repeating: "a", count: 100))
    #expect(JaroWinkler.likeness(long, long) == 1)
  }
}

/// The definition, letter by letter.
private enum PlainJaroWinkler {
  static func likeness(_ left: String, _ right: String) -> Double {
    let (one, other) = (Array(left), Array(right))
    guard !one.isEmpty, !other.isEmpty else { return one.count == other.count ? 1 : 0 }
    let reach = max(0, max(one.count, other.count) / 2 - 1)
    var used = [Bool](repeating: false, count: other.count)
    var matched: [Character] = []
    for (place, letter) in one.enumerated() {
      let range = max(0, place - reach)..<max(0, place - reach, min(other.count, place + reach + 1))
      guard let partner = range.first(where: { !used[$0] && other[$0] == letter }) else { continue }
      used[partner] = true
      matched.append(letter)
    }
    guard !matched.isEmpty else { return 0 }
    let partners = other.indices.filter { used[$0] }.map { other[$0] }
    let moved = Double(zip(matched, partners).count { $0 != $1 } / 2)
    let common = Double(matched.count)
    let jaro =
      (common / Double(one.count) + common / Double(other.count) + (common - moved) / common) / 3
    let prefix = zip(one, other).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
