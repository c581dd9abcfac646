extension Rule {
  /// The last name says that the record is anonymous.
  static let lastName = Rule(
    "A2", "The last name is the one of anonymous clients",
    source: "HMIS job aid: the last name is Anonymous",
    mending: "Open the record; type Anonymous as last name, and nothing else; save.",
    right: "Anonymous", wrong: "Anonymus, or a name"
  ) { row, context in
    guard !context.isHashed, let name = row.value("LastName"), !context.profile.isLastName(name)
    else { return [] }
    let message = name.isEmpty ? "the last name is empty" : "the last name is not the profile's"
    return [Problem(column: "LastName", severity: .error, message: message)]
  }
}
