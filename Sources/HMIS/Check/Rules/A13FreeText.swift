extension Rule {
  /// Words of one's own do not identify.
  static let freeText = Rule(
    "A13", "Free text says nothing that identifies",
    source: "HMIS job aid: nothing that identifies; HUD HMIS CSV, text columns",
    mending: "Open the record; empty the field, or use words that fit many people; save.",
    right: "empty, or \"shelter\"", wrong: "a telephone number, an e-mail address, a name")
}
