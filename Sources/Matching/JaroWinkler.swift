/// The likeness of two short names by the letters that they have in common at
/// about the same place, the beginning counting more.
///
/// Source: Winkler, "String comparator metrics and enhanced decision rules in
/// the Fellegi-Sunter model of record linkage" (1990); prefix scale 0.1, four
/// letters.
package enum JaroWinkler {
  /// The letters of a name that are compared.
  package static let letterLimit = 64

  /// Tells the likeness of two folded names in ASCII, spaces left out: 0 for
  /// nothing in common, 1 for equal; nil if either has other letters.
  package static func likeness(_ left: FoldedName, _ right: FoldedName) -> Double? {
    let (one, other) = (left.joined.text, right.joined.text)
    let (oneBytes, otherBytes) = (one.utf8.span, other.utf8.span)
    guard isASCII(oneBytes), isASCII(otherBytes) else { return nil }
    return likeness(
      oneBytes.extracting(first: letterLimit), otherBytes.extracting(first: letterLimit))
  }

  /// Tells the likeness of two packed names in ASCII.
  static func likeness(_ left: PackedName, _ right: PackedName) -> Double {
    likeness(
      left.letters.span.extracting(first: Int(left.count)),
      right.letters.span.extracting(first: Int(right.count)))
  }

  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    return all < 0x80
  }

  private static func likeness(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return one.count == other.count ? 1 : 0 }
    let (oneMatched, otherMatched) = matched(one, other)
    guard oneMatched != 0 else { return 0 }
    let common = Double(oneMatched.nonzeroBitCount)
    let moved = Double(displaced(one, oneMatched, other, otherMatched) / 2)
    let jaro =
      (common / Double(one.count) + common / Double(other.count) + (common - moved) / common) / 3
    return jaro + Double(prefix(one, other)) * 0.1 * (1 - jaro)
  }

  /// The letters of each name that have a partner near their place, a bit each.
  private static func matched(_ one: Span<UInt8>, _ other: Span<UInt8>) -> (UInt64, UInt64) {
    let reach = max(0, max(one.count, other.count) / 2 - 1)
    // A bit for each place of a letter; digits and letters are all there is.
    var places: InlineArray<75, UInt64> = .init(repeating: 0)
    for place in other.indices { places[row(other[place])] |= 1 << UInt64(place) }
    var oneMatched: UInt64 = 0
    var otherMatched: UInt64 = 0
    for place in one.indices {
      let window = window(from: place - reach, through: place + reach)
      let free = places[row(one[place])] & window & ~otherMatched
      oneMatched |= free == 0 ? 0 : 1 << UInt64(place)
      otherMatched |= free & (0 &- free)
    }
    return (oneMatched, otherMatched)
  }

  private static func row(_ letter: UInt8) -> Int {
    min(Int(letter &- UInt8(ascii: "0")), 74)
  }

  /// The bits of the places from one to another, as far as there are any.
  private static func window(from first: Int, through last: Int) -> UInt64 {
    let upTo = last >= 63 ? UInt64.max : (1 << UInt64(last + 1)) - 1
    return first <= 0 ? upTo : upTo & ~((1 << UInt64(first)) - 1)
  }

  /// The matched letters that stand in another order.
  private static func displaced(
    _ one: Span<UInt8>, _ oneMatched: UInt64, _ other: Span<UInt8>, _ otherMatched: UInt64
  ) -> Int {
    var (left, right) = (oneMatched, otherMatched)
    var displaced = 0
    while left != 0, right != 0 {
      if one[left.trailingZeroBitCount] != other[right.trailingZeroBitCount] { displaced += 1 }
      left &= left - 1
      right &= right - 1
    }
    return displaced
  }

  private static func prefix(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Int {
    var prefix = 0
    while prefix < min(4, one.count, other.count), one[prefix] == other[prefix] { prefix += 1 }
    return prefix
  }
}
