/// Typing errors.
enum Slip {
  /// One letter too many, too few, wrong, or exchanged with its neighbour.
  static func make(_ word: String, _ random: inout SeededRandom) -> String {
    var letters = Array(word)
    guard letters.count > 1 else { return word }
    let place = Int.random(in: letters.indices, using: &random)
    let letter: Character =
      ["a", "e", "i", "o", "n", "r", "s", "t", "l", "x"]
      .randomElement(using: &random) ?? "a"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.insert(letter, at: place)
    case 1: letters.remove(at: place)
    case 2: letters[place] = letter
    default: letters.swapAt(min(place, letters.count - 2), min(place, letters.count - 2) + 1)
    }
    return String(letters)
  }
}
