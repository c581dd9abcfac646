package import VaultCrypto

/// The words of one roster version, which people compare or pass on; docs/FORMAT.md section 12.1.
package struct VersionWords: Equatable, Sendable {
  /// Eight words of 11 bits: 88 bits, beyond any search for a second version that shows the same.
  package static let count = 8

  /// The words as they are written.
  package let words: [String]

  /// The words of a roster's end.
  init(of roster: VerifiedRoster) {
    self.init(of: roster.endHash)
  }

  init(of hash: Digest) {
    words = WordList.encode(hash.bytes, count: Self.count)
  }

  /// Reads typed words: whole or by their first four letters, in any case, with blanks or hyphens
  /// between them.
  ///
  /// - Throws: the first word that is not in the list, or their number.
  package init(typed: String) throws(WordList.Problem) {
    let parts = typed.split { $0 == "-" || $0.isWhitespace }
    var words: [String] = []
    for (place, part) in parts.prefix(Self.count).enumerated() {
      guard let index = WordList.index(of: String(part)) else { throw .unknownWord(place + 1) }
      words.append(WordList.word(at: index))
    }
    guard parts.count == Self.count else { throw .count(min(parts.count, Self.count + 1)) }
    self.words = words
  }
}
