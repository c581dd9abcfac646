/// Is text from outside, made safe to write to a terminal.
///
/// Whatever could move the cursor, hide, reorder or recolour text is replaced by a visible
/// escape such as `\u{202e}`: controls (C0, C1, DEL), format and bidirectional characters,
/// line and paragraph separators, everything of no width that is not a mark on a letter,
/// private and unassigned characters, and marks that pile up or stand alone. Bytes that are
/// not UTF-8 become `\xff`. The rest stays as it is.
package struct DisplayText: Equatable, Sendable, CustomStringConvertible {
  /// The safe text; one line.
  package let description: String

  /// Makes text safe.
  package init(_ outside: String) {
    var safe = String.UnicodeScalarView()
    var marks = Self.marksAtMost
    for scalar in outside.unicodeScalars {
      let isMark = DisplayWidth.isMark(scalar)
      marks = isMark ? marks + 1 : 0
      if Self.isDangerous(scalar) || (isMark && marks > Self.marksAtMost) {
        safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        marks = isMark ? marks : Self.marksAtMost
      } else {
        safe.append(scalar)
      }
    }
    description = String(safe)
  }

  /// Makes bytes safe that should be UTF-8 but need not be.
  package init(bytes: some Sequence<UInt8>) {
    var decoder = UTF8()
    var source = Array(bytes)[...]
    var text = ""
    while !source.isEmpty {
      var rest = source.makeIterator()
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar):
        text += DisplayText(String(scalar)).description
        source = source.dropFirst(UTF8.width(scalar))
      case .emptyInput: source = []
      case .error:
        let byte = String(source[source.startIndex], radix: 16)
        text += "\\x" + (byte.count < 2 ? "0" : "") + byte
        source = source.dropFirst()
        decoder = UTF8()
      }
    }
    description = text
  }

  // Four marks are more than any living orthography puts on one letter; a tower of them would
  // reach over other lines.
  private static let marksAtMost = 4

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7f { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Makes a text of JSON safe, and keeps its meaning: dangerous characters, which can only
  /// stand inside of strings, become `\u202e`.
  package static func json(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x7f }) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x7f, isDangerous(scalar) else {
        safe.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        safe.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(safe)
  }
}

extension DisplayText {
  /// The columns that the text takes on a terminal.
  package var width: Int { DisplayWidth.of(description) }

  /// Shortens the text to a number of columns; what is cut ends in `…`.
  package func truncated(to columns: Int) -> String {
    guard width > columns else { return description }
    guard columns > 0 else { return "" }
    return DisplayWidth.prefix(of: description, columns: columns - 1) + "…"
  }

  /// Fills the text up to a number of columns, or shortens it to them.
  package func padded(to columns: Int) -> String {
    let text = truncated(to: columns)
    return text + String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
  }

  /// Breaks the text into lines of so many columns at most, between words where it can.
  package func wrapped(to columns: Int) -> [String] {
    guard width > columns, columns > 1 else { return [description] }
    var lines: [String] = []
    var rest = Substring(description)
    while DisplayWidth.of(rest) > columns {
      let fits = rest.prefix(DisplayWidth.prefix(of: rest, columns: columns).count)
      let next = rest.index(fits.endIndex, offsetBy: 0)
      if rest[next] == " " {
        lines.append(String(fits))
        rest = rest[next...].drop { $0 == " " }
      } else if let space = fits.lastIndex(of: " "), fits[..<space].contains(where: { $0 != " " }) {
        lines.append(String(fits[..<space]))
        rest = rest[rest.index(after: space)...]
      } else {
        lines.append(String(fits))
        rest = rest[next...]
      }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
    return lines
  }
}
