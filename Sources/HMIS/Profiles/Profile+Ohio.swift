extension Profile {
  /// Ohio's balance of state.
  static let ohio = """
    name = ohio
    title = COHHIO, Ohio balance of state
    source = hmis.cohhio.org/index.php?pg=kb.page&id=161
    first-name = Anonymous
    last-name = Anonymous
    name-quality = 9
    ssn = empty
    ssn-quality = 9
    birth-date = any
    birth-date-quality = any
    """
}
