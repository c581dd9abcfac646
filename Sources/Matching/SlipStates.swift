/// How far into a word the letters read so far may have led, with none, one
/// or two typing errors: one bit for each number of letters, from none to all.
///
/// An error is a letter too many, too few or wrong, or two neighbours
/// exchanged (optimal string alignment). Many starts share one set of states.
///
/// Source: Wu and Manber, "Fast text searching allowing errors" (1992), and
/// Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances" (2003), for exchanged neighbours.
struct SlipStates {
  /// One set of bits for each number of errors; `one` includes `none`, `two`
  /// includes `one`.
  struct Levels {
    var none: UInt64 = 0
    var one: UInt64 = 0
    var two: UInt64 = 0

    @inline(__always)
    mutating func formUnion(_ other: Levels) {
      none |= other.none
      one |= other.one
      two |= other.two
    }
  }

  private(set) var levels = Levels()
  /// The states one letter ago, from which two letters may be exchanged.
  private var before = Levels()
  private var maskBefore: UInt64 = 0

  /// Begins at the first letter of the word, beside what has begun already.
  @inline(__always)
  mutating func begin(budget: Int) {
    levels.none |= 0b1
    if budget >= 1 { levels.one |= 0b11 }
    if budget >= 2 { levels.two |= 0b111 }
  }

  /// Reads a letter that stands at the places `mask` of the word.
  @inline(__always)
  mutating func step(_ mask: UInt64, budget: Int) {
    let old = levels
    levels.none = (old.none & mask) &<< 1
    if budget >= 1 {
      levels.one = next(old.one, old.none, levels.none, before.none, mask)
    }
    if budget >= 2 {
      levels.two = next(old.two, old.one, levels.one, before.one, mask)
    }
    before = old
    maskBefore = mask
  }

  /// The states of a level out of its own and those of the level below: one
  /// letter ago (`lower`), now (`lowerNow`) and two letters ago.
  @inline(__always)
  private func next(
    _ own: UInt64, _ lower: UInt64, _ lowerNow: UInt64, _ lowerBefore: UInt64, _ mask: UInt64
  ) -> UInt64 {
    let right = (own & mask) &<< 1
    let exchanged = (((lowerBefore & mask) &<< 1) & maskBefore) &<< 1
    return right | lower | (lower | lowerNow) &<< 1 | exchanged
  }

  /// Tells whether no further letter can lead anywhere.
  @inline(__always)
  func areDead(budget: Int) -> Bool {
    switch budget {
    case 0: levels.none == 0
    case 1: levels.one == 0
    default: levels.two == 0
    }
  }
}
