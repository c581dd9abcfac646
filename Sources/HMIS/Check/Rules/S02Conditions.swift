extension Rule {
  /// Fields that belong to one answer are empty beside the others.
  static let conditions = Rule(
    "S2", "Fields that belong to one answer must be empty beside others",
    source: "HUD HMIS CSV: \"Null unless …\"",
    mending: "Open the record; empty the field, which HMIS may not show any more: choose the "
      + "answer to which it belongs, empty it, and choose the true answer again.",
    right: "OtherDestination empty unless Destination is 17",
    wrong: "words in OtherDestination beside another Destination")
}
