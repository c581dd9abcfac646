extension Rule {
  /// The SSN is nobody's, and says so.
  static let ssn = Rule(
    "A5", "The SSN must be all zeros, its quality \"prefers not to answer\"",
    source: "HMIS job aid; HUD HMIS CSV, SSN ^[0-9xX]{9}$ and list 3.02.2, code 9",
    mending: "Open the record; type 000000000 as SSN; choose \"Client prefers not to answer\" as "
      + "its quality; save.",
    right: "000000000 and 9", wrong: "another number, 000-00-0000, or another quality"
  ) { row, context in
    [number(row, context), quality(row, context)].compactMap { $0 }
  }.otherwise { profile in
    let ssn = Rule.words(profile.ssns.isEmpty ? ["any"] : profile.ssns.map(Self.ssnWords))
    let quality = CodeList.ssnDataQuality.words(profile.ssnQualities)
    return Rule.Asking(
      title: "The SSN must be \(ssn), its quality \(quality)",
      mending: "Open the record; SSN: \(ssn); its quality: \(quality); save.")
  }

  private static func ssnWords(_ ssn: String) -> String { ssn.isEmpty ? "empty" : ssn }

  private static func number(_ row: CheckedRow, _ context: RuleContext) -> Problem? {
    let allowed = context.profile.ssns
    guard !context.isHashed, !allowed.isEmpty, let value = row.value("SSN"),
      !allowed.contains(value.lowercased())
    else { return nil }
    let digits = value.lowercased().filter { $0 != "-" }
    let message =
      if value.isEmpty {
        "the SSN is empty"
      } else if allowed.contains(digits) {
        "the SSN has hyphens, which the standard does not allow"
      } else {
        "the SSN is not \(Rule.words(allowed.map(ssnWords)))"
      }
    return Problem(column: "SSN", severity: .error, message: message)
  }

  private static func quality(_ row: CheckedRow, _ context: RuleContext) -> Problem? {
    let allowed = context.profile.ssnQualities
    guard !allowed.isEmpty, let value = row.value("SSNDataQuality"), !allowed.contains(value)
    else { return nil }
    return Problem(
      column: "SSNDataQuality", severity: .error,
      message: "the quality of the SSN is not \(CodeList.ssnDataQuality.words(allowed))")
  }
}
