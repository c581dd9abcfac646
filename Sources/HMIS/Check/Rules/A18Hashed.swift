extension Rule {
  /// What is hashed cannot be checked.
  static let hashed = Rule(
    "A18", "Names must not be hashed, and the export must say so truly",
    severity: .warning,
    source: "HUD HMIS CSV, list 1.5; Export.csv, HashStatus",
    mending: "Ask HMIS for the same export unhashed, and check that on your own machine. Hashed "
      + "names can be found by trying; a hashed export is not anonymous.",
    right: "HashStatus 1, names as typed", wrong: "HashStatus 4, or names of 64 digits and letters")
}
