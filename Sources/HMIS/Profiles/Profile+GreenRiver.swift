extension Profile {
  /// Green River's de-identified import makes the names; its scrubber the SSN, and 1 January 2000
  /// of each birth date.
  static let greenRiver = """
    name = green-river
    title = Green River OP HMIS, de-identified import
    source = github.com/greenriver/hmis-warehouse
    first-name = First_{PersonalID}
    last-name = Last_{PersonalID}
    name-quality = any
    ssn = 999000000, empty
    ssn-quality = any
    birth-date = first-of-january
    birth-date-quality = 2
    """
}
