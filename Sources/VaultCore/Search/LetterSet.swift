/// Which letters occur in a name or a word, however often: a bit for each value of the last six
/// bits of a byte.
///
/// What shares a bit counts as present too often, never too seldom: it tells what cannot be alike,
/// not what is. Folded letters share theirs neither with each other nor with the counts and kinds
/// between the names of an entry.
struct LetterSet: Equatable, Sendable {
  private var bits: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  /// Makes the set of a range that is known to be inside.
  @inline(__always)
  init(of bytes: RawSpan, in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.byteCount)
    for place in range {
      // Any byte is a UInt8, and the whole range was just compared with the end.
      insert(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
    }
  }

  @inline(__always)
  private mutating func insert(_ byte: UInt8) {
    bits |= 1 &<< UInt64(byte & 0x3f)
  }

  /// Whether all letters but a few, at most, occur in another set.
  @inline(__always)
  func occurs(in other: LetterSet, lacking few: Int) -> Bool {
    var missing = bits & ~other.bits
    // Without the lowest one, as often as one may be missing: counting them all takes longer.
    for _ in 0..<few { missing &= missing &- 1 }
    return missing == 0
  }
}
