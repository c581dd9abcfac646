/// Optimal string alignment by the whole table, to compare with.
enum PlainDistance {
  static func table(_ word: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> [[Int]] {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: text.count + 1), count: word.count + 1)
    for row in 0...word.count { table[row][0] = row }
    for column in 0...text.count { table[0][column] = column }
    guard !word.isEmpty, !text.isEmpty else { return table }
    for row in 1...word.count {
      for column in 1...text.count {
        let cost = word[row - 1] == text[column - 1] ? 0 : 1
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + cost)
        if row > 1, column > 1, word[row - 1] == text[column - 2],
          word[row - 2] == text[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table
  }

  static func between(_ word: String, _ text: String) -> Int {
    table(Array(word.unicodeScalars), Array(text.unicodeScalars)).last?.last ?? 0
  }

  /// The distance to the best prefix.
  static func toPrefix(_ word: String, _ text: String) -> Int {
    table(Array(word.unicodeScalars), Array(text.unicodeScalars)).last?.min() ?? 0
  }
}
