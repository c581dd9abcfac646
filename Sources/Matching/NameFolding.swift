/// How a name becomes a `FoldedName`'s text.
///
/// Letters of other scripts than Latin, Greek and Cyrillic are kept as they
/// are, in lower case; only what is a diacritic to a European or Semitic reader
/// is dropped, as a vowel sign of an Indic script is part of the name.
enum NameFolding {
  /// The most scalars of a name that are read: a hostile length costs nothing.
  static let readingLimit = 8 * FoldedName.byteLimit

  /// Folds a name.
  static func fold(_ name: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(min(name.utf8.count, FoldedName.byteLimit))
    var gap = false
    for scalar in name.unicodeScalars.prefix(readingLimit) {
      let room = FoldedName.byteLimit - (gap ? 1 : 0) - folded.count
      switch fold(scalar) {
      case .nothing: continue
      case .gap: gap = !folded.isEmpty
      case .byte(let byte):
        guard append(CollectionOfOne(byte), room, &gap, &folded) else { return text(of: folded) }
      case .letters(let letters):
        guard append(letters.utf8, room, &gap, &folded) else { return text(of: folded) }
      }
    }
    return text(of: folded)
  }

  private static func append(
    _ letters: some Collection<UInt8>, _ room: Int, _ gap: inout Bool, _ folded: inout [UInt8]
  ) -> Bool {
    guard letters.count <= room else { return false }
    if gap { folded.append(UInt8(ascii: " ")) }
    gap = false
    folded.append(contentsOf: letters)
    return true
  }

  private static func text(of folded: [UInt8]) -> String {
    String(decoding: folded, as: UTF8.self)
  }

  /// What becomes of one scalar.
  private enum Fold {
    case nothing
    case gap
    case byte(UInt8)
    case letters(String)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Fold {
    scalar.isASCII ? fold(ascii: UInt8(scalar.value)) : fold(foreign: scalar)
  }

  private static func fold(ascii byte: UInt8) -> Fold {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): .byte(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .byte(byte | 0x20)
    case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: "-"): .gap
    // Between two names as often as a space: "Lopez/Garcia", "Lopez,Ana".
    case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "+"),
      UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      .gap
    default: .nothing
    }
  }

  private static func fold(foreign scalar: Unicode.Scalar) -> Fold {
    if let base = LetterFolds.base(of: scalar) { return .letters(base) }
    // Full-width forms of ASCII.
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return fold(ascii: UInt8(scalar.value - 0xFEE0))
    }
    if LetterFolds.isDiacritic(scalar) { return .nothing }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .gap
    case .uppercaseLetter, .titlecaseLetter: return lowered(scalar)
    case .lowercaseLetter, .otherLetter, .decimalNumber, .letterNumber, .nonspacingMark,
      .spacingMark:
      return .letters(String(scalar))
    case .mathSymbol where scalar == "\u{2212}": return .gap  // The minus sign, typed as a dash.
    case .control where scalar == "\u{85}": return .gap  // Next line.
    default: return .nothing
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Fold {
    var letters = ""
    for lower in scalar.properties.lowercaseMapping.unicodeScalars
    where !LetterFolds.isDiacritic(lower) {
      letters += LetterFolds.base(of: lower) ?? String(lower)
    }
    return .letters(letters)
  }
}
