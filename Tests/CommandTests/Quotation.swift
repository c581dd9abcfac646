/// A text in quotes, as a check names it.
enum Quotation: Equatable {
  /// An unquoted `.`: anything, as long as there is something.
  case anything
  case text(String)
}

extension Quotation {
  init(_ source: String) throws(SyntaxError) {
    if source == "." {
      self = .anything
    } else if source.count >= 3, source.hasPrefix("'"), source.hasSuffix("'") {
      self = .text(String(source.dropFirst().dropLast()))
    } else if source.count >= 3, source.hasPrefix("\""), source.hasSuffix("\"") {
      self = .text(try Quotation.unescaped(source.dropFirst().dropLast()))
    } else {
      throw SyntaxError(problem: "a text in quotes is needed")
    }
  }

  /// Whether the text is in `content`, once names have been replaced.
  func isFound(in content: String, names: [String: String]) -> Bool {
    switch self {
    case .anything: !content.isEmpty
    case .text(let text): content.contains(bytesOf: text.replacing(names: names))
    }
  }

  private static func unescaped(_ source: Substring) throws(SyntaxError) -> String {
    var text = String.UnicodeScalarView()
    var rest = source.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "\\": text.append("\\")
      case "\"": text.append("\"")
      case "x":
        text.append(try hexadecimal(rest.prefix(2)))
        rest = rest.dropFirst(2)
      case "u" where rest.first == "{":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        text.append(try hexadecimal(digits))
        rest = rest.dropFirst(digits.count + 2)
      default: throw SyntaxError(problem: "an unknown escape")
      }
    }
    return String(text)
  }

  private static func hexadecimal(
    _ digits: Substring.UnicodeScalarView
  ) throws(SyntaxError) -> Unicode.Scalar {
    guard let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) else {
      throw SyntaxError(problem: "not a hexadecimal number")
    }
    return scalar
  }
}

extension String {
  /// The text with `$NAME` replaced by each name's value, the longest name first.
  func replacing(names: [String: String]) -> String {
    guard contains("$") else { return self }
    var text = self
    for name in names.keys.sorted(by: { $0.count > $1.count }) {
      text = text.replacing("$" + name, with: names[name] ?? "")
    }
    return text
  }

  /// Whether the other text's scalars are in this one: a `\r\n` does not hide its `\n`.
  func contains(bytesOf other: String) -> Bool {
    Array(utf8).contains(Array(other.utf8))
  }
}
