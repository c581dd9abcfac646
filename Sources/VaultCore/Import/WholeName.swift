import Matching

/// A whole name out of one column: "Given Middle Surname" or "Surname, Given Middle".
struct WholeName: Equatable {
  private(set) var given: String?
  private(set) var middle: String?
  private(set) var surname: String?
  private(set) var suffix: String?

  /// Takes a name apart; nil if it has more commas than its form explains.
  ///
  /// "van der Berg" and its like stay together; Jr, Sr, II, III and IV are suffixes. A single word is
  /// a given name.
  init?(_ text: String) {
    var groups = text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace) }
      .filter { !$0.isEmpty }
    if groups.count > 1,
      let index = groups.lastIndex(where: { $0.count == 1 && Self.isSuffix($0[0]) })
    {
      suffix = String(groups.remove(at: index)[0])
    }
    for index in groups.indices where suffix == nil && groups[index].count > 1 {
      if let last = groups[index].last, Self.isSuffix(last) {
        suffix = String(last)
        groups[index].removeLast()
      }
    }
    switch groups.count {
    case 0: return
    case 1: takeInOrder(groups[0])
    case 2:
      surname = groups[0].joined(separator: " ")
      takeGiven(groups[1][...])
    default: return nil
    }
  }

  private mutating func takeInOrder(_ words: [Substring]) {
    guard words.count > 1 else { return takeGiven(words[...]) }
    let particle = words.indices.dropFirst().dropLast().first { Self.isParticle(words[$0]) }
    let start = particle ?? words.count - 1
    surname = words[start...].joined(separator: " ")
    takeGiven(words[..<start])
  }

  private mutating func takeGiven(_ words: ArraySlice<Substring>) {
    given = words.first.map(String.init)
    let rest = words.dropFirst()
    if !rest.isEmpty { middle = rest.joined(separator: " ") }
  }

  private static func isSuffix(_ word: Substring) -> Bool {
    ["jr", "sr", "ii", "iii", "iv"].contains(FoldedName(String(word)).text)
  }

  /// Words with which a surname of several begins.
  private static func isParticle(_ word: Substring) -> Bool {
    let particles: Set<String> = [
      "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la", "le",
      "los", "mac", "san", "santa", "st", "ten", "ter", "van", "von", "vander", "zu", "al", "el",
      "bin", "ibn", "abu",
    ]
    return particles.contains(FoldedName(String(word)).text)
  }
}
