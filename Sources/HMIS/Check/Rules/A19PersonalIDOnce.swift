extension Rule {
  /// A PersonalID stands for one client.
  static let personalIDOnce = Rule(
    "A19", "A PersonalID must stand for one client",
    source: "help.bitfocus.com/personal-id-hz: HMIS may give two records one PersonalID",
    mending: "Ask your HMIS lead to unlink the two records: HMIS takes them for one person, and "
      + "gives each the history of the other.",
    right: "two UIDs with two PersonalIDs", wrong: "two UIDs with one PersonalID")
}
