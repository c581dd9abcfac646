/// Breaks text at blanks into lines of a width, in columns of a terminal.
enum WrappedText {
  /// The lines of a text. `front` stands before it on the first line, `hanging`
  /// blanks on the others; both leave room for text.
  static func lines(
    _ text: String, front: String = "", hanging: Int = 0, width: Int
  ) -> [String] {
    let margin = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var (line, taken, gap) = (front, columns(front), "")
    for word in text.split(separator: " ").flatMap({ pieces(of: $0, columns: width - hanging) }) {
      let wanted = columns(word)
      if taken + gap.utf8.count + wanted > width {
        lines.append(line)
        (line, taken, gap) = (margin, hanging, "")
      }
      line += gap + word
      taken += gap.utf8.count + wanted
      gap = " "
    }
    return lines + [line]
  }

  /// A word, cut where it alone is wider than a line.
  private static func pieces(of word: Substring, columns limit: Int) -> [String] {
    guard columns(word) > limit else { return [String(word)] }
    var pieces: [String] = []
    var (piece, taken) = ("", 0)
    for character in word {
      if taken + columns(character) > limit {
        pieces.append(piece)
        (piece, taken) = ("", 0)
      }
      piece.append(character)
      taken += columns(character)
    }
    return pieces + [piece]
  }

  /// How wide a text is at most.
  private static func columns(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + columns($1) }
  }

  /// Two columns for what East Asian and symbol fonts draw wide, none for
  /// marks over the letter before.
  private static func columns(_ character: Character) -> Int {
    let first = character.unicodeScalars.first?.value ?? 0
    return first >= 0x2E80 || (0x1100...0x11FF).contains(first) ? 2 : 1
  }
}
