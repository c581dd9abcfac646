/// The number of typing errors between two names: letters too many, too few
/// or wrong, and neighbours exchanged, each counted as one (optimal string
/// alignment).
package enum EditDistance {
  /// The most letters of the shorter name.
  package static let letterLimit = LetterMasks.letterLimit

  /// Counts the errors between two folded names, in letters (Unicode scalars);
  /// nil if both are longer than `letterLimit`.
  ///
  /// Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and
  /// Damerau edit distances" (2003), figure 3.
  package static func between(_ left: FoldedName, _ right: FoldedName) -> Int? {
    let (one, other) = (left.text.unicodeScalars, right.text.unicodeScalars)
    let (oneCount, otherCount) = (one.count, other.count)
    return oneCount <= otherCount
      ? count(from: one, oneCount, to: other) : count(from: other, otherCount, to: one)
  }

  private static func count(
    from word: String.UnicodeScalarView, _ letters: Int, to text: String.UnicodeScalarView
  ) -> Int? {
    guard letters <= letterLimit else { return nil }
    guard letters > 0 else { return text.count }
    let masks = LetterMasks(word)
    let last: UInt64 = 1 << UInt64(letters - 1)
    var column = Column()
    var distance = letters
    for scalar in text {
      let (more, less) = column.step(masks[scalar.value])
      if more & last != 0 { distance += 1 }
      if less & last != 0 { distance -= 1 }
    }
    return distance
  }

  /// One column of the distance table as differences between neighbours.
  private struct Column {
    private var verticalMore = UInt64.max
    private var verticalLess: UInt64 = 0
    private var diagonalZero: UInt64 = 0
    private var maskBefore: UInt64 = 0

    /// Moves on by a letter; the horizontal differences are +1 in the first
    /// answer, -1 in the second.
    mutating func step(_ mask: UInt64) -> (more: UInt64, less: UInt64) {
      let exchanged = ((~diagonalZero & mask) << 1) & maskBefore
      let matched = ((mask & verticalMore) &+ verticalMore) ^ verticalMore
      diagonalZero = matched | mask | verticalLess | exchanged
      let more = verticalLess | ~(diagonalZero | verticalMore)
      let less = diagonalZero & verticalMore
      let shifted = more << 1 | 1
      verticalMore = less << 1 | ~(diagonalZero | shifted)
      verticalLess = diagonalZero & shifted
      maskBefore = mask
      return (more, less)
    }
  }
}
