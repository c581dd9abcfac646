extension Rule {
  /// The organization's name did not stay where the UID belongs.
  static let temporaryName = Rule(
    "A7", "The organization's name must not stay as first name",
    source: "HMIS job aid: the organization's name stands in until the first save only",
    mending: "Open the record; replace the first name by the UID at the top right of the profile; "
      + "save. Whose record it is stands in your agency's own list, as pending.",
    right: "B23171BC0", wrong: "the name of an organization"
  ) { row, context in
    guard !context.isHashed, let name = row.value("FirstName"),
      context.organizations.contains(name.lowercased())
    else { return [] }
    return [
      Problem(
        column: "FirstName", severity: .error,
        message: "the first name is still an organization's, which stood in for the UID")
    ]
  }
}
