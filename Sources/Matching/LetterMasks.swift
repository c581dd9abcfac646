/// For every letter, the places of a word at which it stands, a bit a place.
struct LetterMasks: Sendable {
  /// The most letters of a word.
  static let letterLimit = 64

  /// The places of each ASCII letter. In an array, as a struct of a kibibyte
  /// would be copied again and again.
  private(set) var ascii: [UInt64] = Array(repeating: 0, count: 128)
  private var foreign: [(scalar: UInt32, mask: UInt64)] = []

  /// Takes in the first `letterLimit` letters of a word.
  init(_ word: some Sequence<Unicode.Scalar>) {
    for (place, scalar) in word.prefix(LetterMasks.letterLimit).enumerated() {
      insert(scalar.value, at: 1 << UInt64(place))
    }
  }

  private mutating func insert(_ scalar: UInt32, at bit: UInt64) {
    if scalar < 128 {
      ascii[Int(scalar)] |= bit
    } else if let known = foreign.firstIndex(where: { $0.scalar == scalar }) {
      foreign[known].mask |= bit
    } else {
      foreign.append((scalar, bit))
    }
  }

  /// The places of any letter.
  subscript(scalar: UInt32) -> UInt64 {
    scalar < 128 ? ascii[Int(scalar)] : self[foreign: scalar]
  }

  /// The places of a letter beyond ASCII.
  subscript(foreign scalar: UInt32) -> UInt64 {
    foreign.first { $0.scalar == scalar }?.mask ?? 0
  }
}
