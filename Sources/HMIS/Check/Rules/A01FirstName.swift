extension Rule {
  /// The first name is what the profile says: as a rule the UID.
  static let firstName = Rule(
    "A1", "The first name must be the UID",
    source: "HMIS job aid: after the first save, the UID replaces the first name",
    mending: "Open the record; type the UID at the top right of the profile as first name; save.",
    right: "B23171BC0", wrong: "a name, or B23171BCO with the letter O for a zero"
  ) { row, context in
    guard !context.isHashed, let name = row.value("FirstName"),
      !context.organizations.contains(name.lowercased()),
      let message = message(name, row, context)
    else { return [] }
    return [Problem(column: "FirstName", severity: .error, message: message)]
  }.otherwise { profile in
    guard case .oneOf(let names) = profile.firstName else { return nil }
    let words = Rule.words(names.map(\.words))
    return Rule.Asking(
      title: "The first name must be \(words)",
      mending: "Open the record; type \(words) as first name; save.")
  }

  private static func message(
    _ name: String, _ row: CheckedRow, _ context: RuleContext
  ) -> String? {
    switch context.profile.firstName {
    case .generated: return nil
    case .oneOf(let names):
      return names.contains(name: name, personalID: row.personalID)
        ? nil : "the first name is not \(Rule.words(names.map(\.words)))"
    case .uid:
      guard let problem = context.problem(name) else {
        return context.isUID(name) ? nil : "the first name is a UID with something beside it"
      }
      let isLastName = context.profile.lastNames.contains(name: name, personalID: row.personalID)
      return isLastName
        ? "the first name is the one that belongs into the last name" : words(problem)
    }
  }

  private static func words(_ problem: UIDProblem) -> String {
    switch problem {
    case .empty: "the first name is empty"
    case .letterForDigit: "the first name is a UID with a letter in place of a digit"
    case .lostLeadingZero: "the first name is a UID that lost a zero at the front"
    case .scientificNotation, .decimalPoint: "the first name is a UID that a spreadsheet altered"
    case .separators: "the first name is a UID written in groups"
    case .looksLikeSSN: "the first name is grouped like an SSN"
    case .isAName, .noDigit, .tooLong, .tooShort, .wrongCharacter: "the first name is not a UID"
    }
  }
}
