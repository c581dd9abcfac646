extension Profile {
  /// Clarity's built-in client without consent.
  static let clarity = """
    name = clarity-refused
    title = Clarity Human Services, "Consent Refused"
    source = help.bitfocus.com/consent-refused-ni
    first-name = generated
    last-name = Refused
    name-quality = 9
    ssn = 000000000
    ssn-quality = 9
    birth-date = empty
    birth-date-quality = 9
    """
}
