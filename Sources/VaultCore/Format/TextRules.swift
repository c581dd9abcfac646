/// What text from outside may hold.
enum TextRules {
  /// Whether a character is invisible in a way that can mislead or break a screen: controls, line
  /// and paragraph separators, marks that turn the direction of writing.
  ///
  /// Joiners (U+200C, U+200D) stay allowed: names in several scripts need them.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    // Most text, without a look into the tables.
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7f }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: directionMarks.contains(scalar)
    }
  }

  private static let directionMarks: Set<Unicode.Scalar> = [
    "\u{61c}", "\u{200e}", "\u{200f}", "\u{202a}", "\u{202b}", "\u{202c}", "\u{202d}", "\u{202e}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
  ]
}
