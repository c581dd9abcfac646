extension Rule {
  /// The quality of the name says that none was given.
  static let nameQuality = Rule(
    "A4", "The quality of the name must be \"prefers not to answer\"",
    source: "HMIS job aid; HUD HMIS CSV, list 3.01.5, code 9",
    mending: "Open the record; choose \"Client prefers not to answer\" as quality of name; save.",
    right: "9", wrong: "1, 2 or 99"
  ) { row, context in
    let allowed = context.profile.nameQualities
    guard let value = row.value("NameDataQuality"), !allowed.isEmpty, !allowed.contains(value)
    else { return [] }
    let message = "the quality of the name is not \(CodeList.nameDataQuality.words(allowed))"
    return [Problem(column: "NameDataQuality", severity: .error, message: message)]
  }.otherwise { profile in
    let words = CodeList.nameDataQuality.words(profile.nameQualities)
    return Rule.Asking(
      title: "The quality of the name must be \(words)",
      mending: "Open the record; choose \(words) as quality of name; save.")
  }
}
