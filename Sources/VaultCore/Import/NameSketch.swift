import Matching

/// A given name or a surname in six bytes.
struct NameSketch: Sendable {
  /// A hash; equal names have equal ones.
  private let hash: UInt16
  /// Bits 0 to 25: which letters occur; 26 to 29: how many letters there are, 0 for no name; 31: more
  /// than this can say, as the name has several parts, other letters, only one, or too many.
  private let letters: UInt32

  static let sameGiven = 11.0
  static let sameSurname = 12.0
  private static let similar = 5.0
  private static let soundsAlike = 2.0
  private static let different = -4.0
  private static let odd: UInt32 = 1 << 31
  private static let longest = 15

  /// Sketches a folded name.
  init(_ name: FoldedName) {
    // FNV-1a, 64 bits, without the blanks.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var letters: UInt32 = 0
    var count = 0
    for byte in name.text.utf8 {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
        letters |= 1 << UInt32(byte - UInt8(ascii: "a"))
        count += 1
      } else {
        letters |= Self.odd
      }
      if byte != UInt8(ascii: " ") { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    if count == 1 || count > Self.longest { letters |= Self.odd }
    // The first letter's place in the hash keeps names apart that begin otherwise.
    let first = UInt16(name.text.utf8.first ?? 0) & 31
    self.hash = first << 11 | UInt16(truncatingIfNeeded: hash ^ hash >> 32) & 0x7ff
    self.letters = letters | UInt32(min(count, Self.longest)) << 26
  }

  private var count: Int { Int(letters >> 26 & 15) }
  private var set: UInt32 { letters & (1 << 26 - 1) }
  private var isOdd: Bool { letters & Self.odd != 0 }
  private var isEmpty: Bool { letters == 0 }

  /// Whether both may be one name.
  func mayEqual(_ other: NameSketch) -> Bool { hash == other.hash && !isEmpty && !other.isEmpty }

  /// The most bits that the two names can give.
  func bound(_ other: NameSketch, ifSame same: Double) -> Double {
    if isEmpty || other.isEmpty { return 0 }
    if hash == other.hash { return same }
    let sameFirst = hash >> 11 == other.hash >> 11
    if isOdd || other.isOdd || mayBeSimilar(other, sameFirst: sameFirst) { return Self.similar }
    return sameFirst ? Self.soundsAlike : Self.different
  }

  /// Whether the letters leave a Jaro-Winkler likeness of 0.85 possible: a Jaro likeness of 0.75
  /// with equal first letters, of 0.85 without.
  private func mayBeSimilar(_ other: NameSketch, sameFirst: Bool) -> Bool {
    let common = min(
      count - (set & ~other.set).nonzeroBitCount, other.count - (other.set & ~set).nonzeroBitCount)
    let needed = sameFirst ? 1.25 : 1.55
    return Double(common * (count + other.count)) >= needed * Double(count * other.count) - 0.001
  }
}
