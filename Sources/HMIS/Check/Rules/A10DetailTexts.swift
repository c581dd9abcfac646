extension Rule {
  /// Fields for words of one's own are empty.
  static let detailTexts = Rule(
    "A10", "The text fields for more detail must be empty",
    source: "HMIS job aid: nothing that identifies; HUD HMIS CSV, AdditionalRaceEthnicity, "
      + "DifferentIdentityText, SexualOrientationOther",
    mending: "Open the record; empty the field; save.",
    right: "empty", wrong: "any words"
  ) { row, _ in
    columns.compactMap { column in
      guard let value = row.value(column), !value.isEmpty else { return nil }
      return Problem(column: column, severity: .error, message: "the field is not empty")
    }
  }

  /// The columns, of whatever table.
  private static let columns = [
    "AdditionalRaceEthnicity", "DifferentIdentityText", "SexualOrientationOther",
  ]
}
