import HMIS

extension CommandFailure {
  /// A UID that is none. What was typed is not repeated; a suggestion is.
  init(_ problem: UIDProblem, pattern: UIDPattern) {
    switch problem {
    case .empty: self.init("--uid is empty", hints: [Self.where])
    case .isAName:
      self.init("--uid has no digit, so it is no UID", hints: [Self.where] + Self.identityHints)
    case .noDigit: self.init("--uid has no digit; every UID has one", hints: [Self.where])
    case .letterForDigit(let suggestion):
      self.init(
        "--uid has a letter in place of a digit", hints: [Self.compare(suggestion)])
    case .lostLeadingZero(let suggestion):
      self.init(
        "--uid lacks one digit; spreadsheets drop a zero at the front",
        hints: [Self.compare(suggestion)])
    case .scientificNotation:
      self.init(
        "--uid was shortened to a number by a spreadsheet; its digits are lost",
        hints: [Self.where])
    case .decimalPoint(let suggestion):
      self.init(
        "--uid was made a number with decimals by a spreadsheet",
        hints: [suggestion.map(Self.compare) ?? Self.where])
    case .separators(let suggestion):
      self.init("--uid is written in groups", hints: [Self.compare(suggestion)])
    case .looksLikeSSN:
      self.init("--uid is grouped like an SSN", hints: [Self.where] + Self.identityHints)
    case .tooLong(let found), .tooShort(let found):
      self.init(
        "--uid has \(found) characters; a UID here is \(Self.words(pattern))", hints: [Self.where])
    case .wrongCharacter(let position):
      self.init(
        "--uid has a wrong character at place \(position); a UID here is \(Self.words(pattern))",
        hints: [Self.where])
    }
  }

  private static let `where` =
    "copy the UID from the top right of the client's profile in HMIS"

  private static func compare(_ suggestion: UniqueIdentifier) -> String {
    "perhaps \(suggestion) is meant: compare it with the top right of the profile in HMIS"
  }

  private static func words(_ pattern: UIDPattern) -> String {
    let (shortest, longest) = (pattern.lengths.lowerBound, pattern.lengths.upperBound)
    let count = shortest == longest ? "\(shortest)" : "\(shortest) to \(longest)"
    let kind =
      switch pattern.kind {
      case .hex: "digits or letters A to F"
      case .digits: "digits"
      case .alnum: "digits or letters"
      }
    return "\(count) \(kind)" + (pattern.front.isEmpty ? "" : " after \(pattern.front)")
  }
}
