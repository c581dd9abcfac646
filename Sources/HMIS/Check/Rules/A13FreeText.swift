extension Rule {
  /// Words of one's own do not identify.
  static let freeText = Rule(
    "A13", "Free text and keys must say nothing that identifies",
    source: "HMIS job aid: nothing that identifies; HUD HMIS CSV, text columns; HMIS Data "
      + "Dictionary 1.6, element 5.08: nothing of the client is visible in a PersonalID",
    mending:
      "Open the record; empty the field, or use words that fit many people; save. A key that "
      + "may have a name, an SSN or a date in it: ask your HMIS lead.",
    right: "empty, or \"shelter\"", wrong: "a telephone number, an e-mail address, a name"
  ) { row, _ in
    keys.compactMap { column in
      guard let value = row.value(column), !value.isEmpty, Finding.identifier(value) == nil else {
        return nil
      }
      return Problem(
        column: column, severity: .warning,
        message: "the key is no mere number or code: a name, an SSN or a date may be in it")
    }
  }

  /// The keys that HMIS makes, in the tables where they are a record's own.
  private static let keys = ["PersonalID", "EnrollmentID", "HouseholdID"]
}
