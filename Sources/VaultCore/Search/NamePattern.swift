import Matching

/// A word of a query as names are compared with it.
///
/// It refers to its tables without counting: several cores that counted for each name would spend
/// more on that than on comparing. A `ProbeSet` keeps both.
@safe struct NamePattern: Sendable {
  /// A slip is seldom in the first letter.
  let firstByte: UInt8
  /// As many letters as are compared.
  let letters: Int
  private let tables: Unmanaged<Tables>

  /// The tables, which somebody must keep as long as patterns refer to them.
  final class Tables: Sendable {
    fileprivate let word: WordPattern
    fileprivate let firstByte: UInt8

    /// Makes the tables of a folded word; nil if it has no letter.
    init?(_ word: FoldedName) {
      guard let pattern = WordPattern(word), let first = word.text.utf8.first else { return nil }
      self.word = pattern
      firstByte = first
    }
  }

  /// Refers to tables, which the caller keeps.
  @unsafe init(keptElsewhere tables: Tables) {
    firstByte = tables.firstByte
    letters = tables.word.letters
    unsafe self.tables = .passUnretained(tables)
  }

  /// Tells how the word is like a name of folded bytes.
  func likeness(to name: RawSpan) -> NameLikeness? {
    unsafe tables._withUnsafeGuaranteedRef { $0.word.likeness(to: name) }
  }
}
