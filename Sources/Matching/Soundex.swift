/// The sound of an English name as a letter and three digits.
///
/// Source: the National Archives' rules for the census (American Soundex): a
/// letter after H or W of the same digit counts with the one before.
package struct Soundex: Hashable, Sendable {
  /// The code as a number below 65,536, at least 1.
  package let code: UInt16

  /// Takes the sound of a folded name in ASCII letters, spaces left out; nil
  /// for a name with other letters or with none.
  package init?(_ name: FoldedName) {
    var initial: UInt16 = 0
    var digits: UInt16 = 0
    var count = 0
    var last: UInt16 = 0
    for byte in name.text.utf8 {
      guard byte < 0x80 else { return nil }
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) else { continue }
      let letter = Int(byte - UInt8(ascii: "a"))
      let digit = Soundex.digits[letter]
      if initial == 0 {
        initial = UInt16(letter) + 1
      } else if digit > 0, digit < Soundex.silent, digit != last, count < 3 {
        digits = digits * 7 + digit
        count += 1
      }
      if digit != Soundex.silent { last = digit }
    }
    guard initial > 0 else { return nil }
    for _ in count..<3 { digits *= 7 }
    code = initial * 343 + digits
  }

  /// The code as it is written, as "R163".
  package var text: String {
    let initial = Unicode.Scalar(UInt8(code / 343 - 1) + UInt8(ascii: "A"))
    return "\(Character(initial))\(code / 49 % 7)\(code / 7 % 7)\(code % 7)"
  }

  /// H and W: as if they were not there.
  private static let silent: UInt16 = 7

  /// The digit of each letter; 0 for vowels, which part equal digits.
  private static let digits: InlineArray<26, UInt16> = [
    0, 1, 2, 3, 0, 1, 2, 7, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 7, 2, 0, 2,
  ]
}
