extension Rule {
  /// Answers that few people give can point to one person.
  static let gender = Rule(
    "A8", "Gender, sex and orientation must be common answers or \"prefers not to answer\"",
    severity: .warning,
    source: "HMIS job aid: enter gender and orientation unless uncommon, else refused; HUD HMIS "
      + "CSV, lists 3.6.1, R3.1, 4.21",
    mending: "Open the record; choose \"Client prefers not to answer\" (9) in place of an "
      + "uncommon answer; save.",
    right: "Woman, Man; Female, Male; Heterosexual; 9",
    wrong: "an answer that few clients of the program give"
  ) { row, _ in
    uncommonAnswers.compactMap { column, values in
      guard let value = row.value(column), values.contains(value) else { return nil }
      return Problem(
        column: column, severity: .warning, message: "an uncommon answer can point to one person")
    }
  }

  /// Columns of FY2024 and the values of them that are uncommon. FY2026 has only Sex, whose answers
  /// are all common.
  static let uncommonAnswers: [String: Set<String>] = [
    "NonBinary": ["1"], "CulturallySpecific": ["1"], "Transgender": ["1"], "Questioning": ["1"],
    "DifferentIdentity": ["1"], "SexualOrientation": ["2", "3", "4", "5", "6"],
  ]
}
