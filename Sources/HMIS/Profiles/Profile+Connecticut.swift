extension Profile {
  /// Connecticut, where the client may allow SSN and birth date.
  static let connecticut = """
    name = connecticut
    title = Connecticut HMIS
    source = cthmis.com/?p=6900
    first-name = Anonymous
    last-name = Anonymous
    name-quality = 9
    ssn = any
    ssn-quality = any
    birth-date = any
    birth-date-quality = any
    """
}
