extension Rule {
  /// A UID stands for one record.
  static let uidOnce = Rule(
    "A9", "A UID must be the first name of one record only",
    source: "HMIS job aid: the first name is the record's own UID",
    mending: "Open all records that are named; each gets the UID at the top right of its own "
      + "profile. If one client has two profiles, ask the HMIS lead to link them.",
    right: "two records with two UIDs", wrong: "one UID as first name of two PersonalIDs")
}
