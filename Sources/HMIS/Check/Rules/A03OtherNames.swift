extension Rule {
  /// There is no other name.
  static let otherNames = Rule(
    "A3", "Middle name and suffix must be empty", source: "HMIS job aid: leave them blank",
    mending: "Open the record; empty the middle name, the suffix and the alias; save.",
    right: "empty", wrong: "anything"
  ) { row, _ in
    // An alias is in vendors' files only.
    ["MiddleName", "NameSuffix", "Alias"].compactMap { column in
      guard let value = row.value(column), !value.isEmpty else { return nil }
      return Problem(column: column, severity: .error, message: "the field is not empty")
    }
  }
}
