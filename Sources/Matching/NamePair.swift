/// A given name and a surname that belong together, either of which may be
/// missing.
struct NamePair: Sendable {
  /// The given name.
  let given: NameTrait
  /// The surname.
  let surname: NameTrait

  /// Takes the person's own names.
  init(given: FoldedName, surname: FoldedName) {
    self.given = NameTrait(given, bits: NameFrequency.givenBits)
    self.surname = NameTrait(surname, bits: NameFrequency.surnameBits)
  }

  /// Takes an other name apart: a given name is the first of several parts, a
  /// surname all others; a lone part may be either.
  init(_ otherName: FoldedName) {
    let parts = otherName.parts.map(\.text)
    let surname = parts.count > 1 ? parts.dropFirst().joined(separator: " ") : otherName.text
    self.init(given: FoldedName(parts.first ?? ""), surname: FoldedName(surname))
  }
}
