extension Rule {
  /// An anonymous client among named ones is not anonymous.
  static let household = Rule(
    "A11", "Everybody in the household must be anonymous, and one the head",
    source: "HMIS job aid: no household members who are not anonymized; HMIS Data Dictionary 1.6, "
      + "elements 3.15, 5.09",
    mending: "Named members: take the anonymous client out of the household and enroll them alone. "
      + "Heads: exactly one member is \"Self (Head of Household)\".",
    right: "a household of anonymous clients with one Self",
    wrong: "a named child in an anonymous parent's household")
}
