extension Profile {
  /// King County, Washington. Its own page asks for a birth date with the quality "prefers not to
  /// answer", which the standard forbids: this profile asks for quality 2.
  static let kingCounty = """
    name = king-county
    title = King County, Washington
    source = kingcounty.hmis.cc
    first-name = Consent
    last-name = Refused
    name-quality = 9
    ssn = 000000000
    ssn-quality = 9
    birth-date = first-of-january
    birth-date-quality = 2
    """
}
