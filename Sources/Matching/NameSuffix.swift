/// What stands behind a name to tell father from son.
struct NameSuffix: Hashable, Sendable {
  /// The number of the generation: senior is the first, junior the second.
  private let generation: UInt8

  /// Reads a folded suffix; nil for one that does not tell generations apart,
  /// as "md".
  init?(_ suffix: FoldedName) {
    switch suffix.text {
    case "sr", "senior", "snr", "i", "1st", "1": generation = 1
    case "jr", "junior", "jnr", "ii", "2nd", "2", "second": generation = 2
    case "iii", "3rd", "3", "third": generation = 3
    case "iv", "4th", "4", "fourth": generation = 4
    case "v", "5th", "5", "fifth": generation = 5
    default: return nil
    }
  }
}
