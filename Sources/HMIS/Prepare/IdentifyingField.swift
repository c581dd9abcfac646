/// Names of input fields that would say who a client is. `prepare` has none of them, and says why.
enum IdentifyingField {
  /// What a field of this name would tell; nil for other names.
  static func identity(_ name: String) -> PreparationError.Identity? {
    let folded = String(decoding: name.utf8.map(ASCII.small).filter(ASCII.isSmall), as: UTF8.self)
    return kinds.first { kind in
      kind.exact.contains(folded) || kind.parts.contains { folded.contains($0) }
    }?.identity
  }

  private struct Kind {
    let identity: PreparationError.Identity
    let exact: Set<String>
    let parts: [String]
  }

  private static let kinds = [
    Kind(
      identity: .birthDate, exact: ["dob", "age", "born"],
      parts: ["birthd", "birthm", "dateofbirth"]),
    Kind(identity: .ssn, exact: ["ssn"], parts: ["socialsecurity", "ssnlast"]),
    Kind(
      identity: .contact, exact: ["city", "zip", "street", "contact"],
      parts: ["phone", "mail", "address", "location"]),
    Kind(
      identity: .words, exact: ["note", "notes", "comment", "comments"],
      parts: ["other", "text", "specify", "additional", "different"]),
    Kind(
      identity: .name,
      exact: ["given", "first", "last", "middle", "suffix", "preferred", "maiden"],
      parts: ["name", "alias"]),
  ]
}
