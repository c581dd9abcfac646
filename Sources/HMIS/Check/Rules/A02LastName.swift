extension Rule {
  /// The last name says that the record is anonymous.
  static let lastName = Rule(
    "A2", "The last name must be the one of anonymous clients",
    source: "HMIS job aid: the last name is Anonymous",
    mending: "Open the record; type Anonymous as last name, and nothing else; save.",
    right: "Anonymous", wrong: "Anonymus, or a name"
  ) { row, context in
    guard !context.isHashed, let name = row.value("LastName"),
      !context.profile.lastNames.contains(name: name, personalID: row.personalID)
    else { return [] }
    let right = Rule.words(context.profile.lastNames.map(\.words))
    let message = name.isEmpty ? "the last name is empty" : "the last name is not \(right)"
    return [Problem(column: "LastName", severity: .error, message: message)]
  }.otherwise { profile in
    let words = Rule.words(profile.lastNames.map(\.words))
    return Rule.Asking(
      title: "The last name must be \(words)",
      mending: "Open the record; type \(words) as last name, and nothing else; save.")
  }
}
