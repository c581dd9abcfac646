extension Profile {
  /// The HMIS job aid for anonymous clients.
  static let jobAid = """
    name = job-aid
    title = The HMIS job aid for anonymous clients
    source = the region's HMIS job aid
    first-name = uid
    last-name = Anonymous
    name-quality = 9
    ssn = 000000000
    ssn-quality = 9
    birth-date = first-of-january
    birth-date-quality = 2
    """
}
