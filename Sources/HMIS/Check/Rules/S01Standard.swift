extension Rule {
  /// What an anonymous record holds is what the standard allows.
  static let standard = Rule(
    "S1", "Values must be of the standard's types, lengths and lists",
    severity: .warning,
    source: "HUD HMIS CSV FY2024 and FY2026",
    mending: "Open the record and choose the answer again. If HMIS shows a right one, the export "
      + "is wrong: tell the HMIS administrator.",
    right: "RelationshipToHoH 1; a day that the calendar has",
    wrong: "RelationshipToHoH 7; 2025-02-30; a text that is too long")
}
