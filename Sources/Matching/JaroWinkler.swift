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
    var (one, other) = (Letters(), Letters())
    guard one.take(left), other.take(right) else { return nil }
    return likeness(one, other)
  }

  private static func likeness(_ one: Letters, _ other: Letters) -> Double {
    guard one.count > 0, other.count > 0 else { return one.count == other.count ? 1 : 0 }
    let reach = max(0, max(one.count, other.count) / 2 - 1)
    var oneMatched: UInt64 = 0
    var otherMatched: UInt64 = 0
    for place in 0..<one.count {
      let last = min(other.count - 1, place + reach)
      var candidate = max(0, place - reach)
      while candidate <= last {
        let bit: UInt64 = 1 << UInt64(candidate)
        if otherMatched & bit == 0, one.bytes[place] == other.bytes[candidate] {
          oneMatched |= 1 << UInt64(place)
          otherMatched |= bit
          break
        }
        candidate += 1
      }
    }
    guard oneMatched != 0 else { return 0 }
    let common = Double(oneMatched.nonzeroBitCount)
    let moved = Double(displaced(one, oneMatched, other, otherMatched) / 2)
    let jaro =
      (common / Double(one.count) + common / Double(other.count) + (common - moved) / common) / 3
    return jaro + Double(prefix(one, other)) * 0.1 * (1 - jaro)
  }

  /// The matched letters that stand in another order.
  private static func displaced(
    _ one: Letters, _ oneMatched: UInt64, _ other: Letters, _ otherMatched: UInt64
  ) -> Int {
    var (left, right) = (oneMatched, otherMatched)
    var displaced = 0
    while left != 0, right != 0 {
      if one.bytes[left.trailingZeroBitCount] != other.bytes[right.trailingZeroBitCount] {
        displaced += 1
      }
      left &= left - 1
      right &= right - 1
    }
    return displaced
  }

  private static func prefix(_ one: Letters, _ other: Letters) -> Int {
    var prefix = 0
    while prefix < min(4, one.count, other.count), one.bytes[prefix] == other.bytes[prefix] {
      prefix += 1
    }
    return prefix
  }

  /// The letters of a name, on the stack.
  private struct Letters {
    var bytes: InlineArray<64, UInt8> = .init(repeating: 0)
    var count = 0

    mutating func take(_ name: FoldedName) -> Bool {
      for byte in name.text.utf8 where byte != UInt8(ascii: " ") {
        guard byte < 0x80 else { return false }
        guard count < JaroWinkler.letterLimit else { break }
        bytes[count] = byte
        count += 1
      }
      return true
    }
  }
}
