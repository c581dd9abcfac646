/// Breaks text at blanks into lines of a width, in columns of a terminal.
enum WrappedText {
  /// The lines of a text. `front` stands before it on the first line, `hanging`
  /// blanks on the others; both leave room for text.
  static func lines(
    _ text: String, front: String = "", hanging: Int = 0, width: Int
  ) -> [String] {
    let margin = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var line = front
    var gap = ""
    for word in text.split(separator: " ").flatMap({ pieces(of: $0, columns: width - hanging) }) {
      if columns(line + gap + word) > width {
        lines.append(line)
        (line, gap) = (margin, "")
      }
      line += gap + word
      gap = " "
    }
    return lines + [line]
  }

  /// A word, cut where it alone is wider than a line.
  private static func pieces(of word: Substring, columns limit: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if columns(piece + String(character)) > limit {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// How wide a text is at most: two columns for what East Asian and symbol
  /// fonts draw wide, none for marks over the letter before.
  static func columns(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      let first = character.unicodeScalars.first?.value ?? 0
      return sum + (first >= 0x2E80 || (0x1100...0x11FF).contains(first) ? 2 : 1)
    }
  }
}
