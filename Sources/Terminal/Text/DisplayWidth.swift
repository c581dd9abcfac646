/// Counts the columns that safe text takes on a terminal.
enum DisplayWidth {
  /// The columns of a text.
  static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The beginning of a text that fits into so many columns.
  static func prefix(of text: some StringProtocol, columns: Int) -> String {
    var taken = 0
    return String(
      text.prefix {
        taken += of($0)
        return taken <= columns
      })
  }

  /// The columns of one character with all its marks.
  static func of(_ character: Character) -> Int {
    // A letter and its marks take the letter's room; terminals that draw two regional letters
    // or an emoji and its tone as one picture draw it two columns wide.
    min(2, character.unicodeScalars.reduce(0) { $0 + of($1) })
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if isMark(scalar) { return 0 }
    if isJamoWithoutWidth(scalar) { return 0 }
    return scalar.properties.isEmojiPresentation || isWide(scalar) ? 2 : 1
  }

  /// Tells whether the character is a mark on the one before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Vowels and finals that join the Hangul initial before them.
  private static func isJamoWithoutWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11ff).contains(scalar.value) || (0xd7b0...0xd7ff).contains(scalar.value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    return wide.contains { $0.contains(scalar.value) }
  }

  // Source: Unicode EastAsianWidth.txt, W and F, without the emoji, which the standard
  // library knows; neighbouring blocks joined.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf,
    0x4e00...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19,
    0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18cff, 0x1aff0...0x1b2ff,
    0x1f200...0x1f265, 0x20000...0x2fffd, 0x30000...0x3fffd,
  ]
}
