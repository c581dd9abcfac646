extension UniqueIdentifier {
  /// Longer texts, in bytes, are not looked at.
  private static let longestText = 256
  private static let lastName = Array("anonymous".unicodeScalars)

  /// Reads a UID as people type and paste it: with blanks around it, with the
  /// apostrophe that a spreadsheet puts in front, with the last name
  /// `Anonymous` before or behind it, in either case.
  ///
  /// - Throws: the problem that explains most about the text; positions and
  ///   lengths count the characters of what is left without these additions.
  package init(_ text: String, pattern: UIDPattern = .standard) throws(UIDProblem) {
    let bytes = text.utf8.count <= Self.longest ? Array(text.utf8) : []
    if pattern.fits(bytes.map(ASCII.capital)) {
      self.init(checked: bytes)
      return
    }
    guard text.utf8.count <= Self.longestText else { throw .tooLong(found: text.utf8.count) }
    let core = try Self.core(of: Array(text.unicodeScalars))
    let ascii = core.compactMap { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : nil }
    guard ascii.count == core.count, pattern.fits(ascii.map(ASCII.capital)) else {
      throw UIDDiagnosis(text: core, pattern: pattern).problem
    }
    self.init(checked: ascii)
  }

  /// What is left of a text without blanks, apostrophe and last name.
  private static func core(of text: [Unicode.Scalar]) throws(UIDProblem) -> [Unicode.Scalar] {
    var rest = trimmed(text[...], of: isBlank)
    if let first = rest.first, first == "'" || first == "\u{2019}" {
      rest = trimmed(rest.dropFirst(), of: isBlank)
    }
    guard !rest.isEmpty else { throw .empty }
    rest = withoutLastName(rest)
    guard !rest.isEmpty else { throw .isAName }
    return Array(rest)
  }

  private static func withoutLastName(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let count = lastName.count
    if isLastName(text) { return [] }
    if isLastName(text.suffix(count)), let before = text.dropLast(count).last, parts(before) {
      return trimmed(text.dropLast(count), of: parts)
    }
    if isLastName(text.prefix(count)), let after = text.dropFirst(count).first, parts(after) {
      return trimmed(text.dropFirst(count), of: parts)
    }
    return text
  }

  private static func isLastName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.elementsEqual(lastName) { one, other in
      one.isASCII && ASCII.small(UInt8(truncatingIfNeeded: one.value)) == other.value
    }
  }

  private static func trimmed(
    _ text: ArraySlice<Unicode.Scalar>, of unwanted: (Unicode.Scalar) -> Bool
  ) -> ArraySlice<Unicode.Scalar> {
    let tail = text.drop(while: unwanted)
    return tail.dropLast(tail.reversed().prefix(while: unwanted).count)
  }

  /// Blanks, and what cannot be seen in a text copied from a web page.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
  }

  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || scalar == ","
  }
}
