/// A name in the form in which names are compared: lower case, without
/// diacritics and apostrophes, its parts separated by single spaces
/// ("garcia lopez", "obrien", "van der berg").
///
/// Folding a folded name changes nothing. Its UTF-8 bytes are what a
/// `WordPattern` reads; `text.utf8.span` lends them.
package struct FoldedName: Hashable, Sendable {
  /// The most UTF-8 bytes that a folded name has; the rest of a longer name
  /// takes no part in comparisons.
  package static let byteLimit = 1_024

  /// The folded name.
  package let text: String

  /// Folds a name as a person typed it.
  package init(_ name: String) {
    text = NameFolding.fold(name)
  }

  /// Takes over what has been folded already.
  private init(folded: String) {
    text = folded
  }

  /// Tells whether nothing is left to compare.
  package var isEmpty: Bool { text.isEmpty }

  /// A copy of the folded UTF-8 bytes.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// The parts between spaces, in order.
  package var parts: [FoldedName] {
    text.split(separator: " ").map { FoldedName(folded: String($0)) }
  }

  /// The name without its spaces, as "delacruz" for "de la cruz".
  package var joined: FoldedName {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return self }
    return FoldedName(folded: String(text.filter { $0 != " " }))
  }
}
