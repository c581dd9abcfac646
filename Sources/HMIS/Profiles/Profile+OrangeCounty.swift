extension Profile {
  /// Orange County, California: the box "Consent Refused" fills names and SSN.
  static let orangeCounty = """
    name = orange-county
    title = Orange County, California
    source = ochmis-211oc.happyfox.com/kb/article/298
    first-name = generated
    last-name = Refused
    name-quality = 9
    ssn = 000000000, xxxxxxxxx, empty
    ssn-quality = 9
    birth-date = any
    birth-date-quality = any
    """
}
