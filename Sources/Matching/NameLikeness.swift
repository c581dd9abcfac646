/// How a query word is like a name; the better likeness is the smaller.
package enum NameLikeness: Hashable, Sendable {
  /// The word is the whole name, one of its parts, or neighbouring parts
  /// written together.
  case exact
  /// The name, one of its parts, or neighbouring parts written together begin
  /// with the word.
  case prefix
  /// As `exact`, after so many typing errors.
  case similar(edits: Int)
  /// As `prefix`, after so many typing errors.
  case similarPrefix(edits: Int)
}

extension NameLikeness: Comparable {
  package static func < (left: NameLikeness, right: NameLikeness) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .exact: 0
    case .prefix: 1
    case .similar(let edits): 2 * edits
    case .similarPrefix(let edits): 2 * edits + 1
    }
  }
}
