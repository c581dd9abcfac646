/// What has to be in a row for one of its columns to hold anything.
struct ColumnCondition: Hashable, Sendable {
  /// One question about another column.
  struct Term: Hashable, Sendable {
    let column: String
    /// The codes of which the other column must have one; nil where it is
    /// enough that it is not empty.
    let codes: Set<String>?
  }

  /// One of these must hold, with all of its terms.
  let alternatives: [[Term]]

  /// Reads the notation of `StandardText`: `A=1|2&B=3 or C?`.
  init?(_ notation: some StringProtocol) {
    var alternatives: [[Term]] = []
    var terms: [Term] = []
    for word in notation.split(separator: " ") {
      if word == "or" {
        alternatives.append(terms)
        terms = []
        continue
      }
      for part in word.split(separator: "&") {
        guard let term = Self.term(part) else { return nil }
        terms.append(term)
      }
    }
    self.alternatives = alternatives + [terms]
    guard self.alternatives.allSatisfy({ !$0.isEmpty }) else { return nil }
  }

  private static func term(_ text: some StringProtocol) -> Term? {
    if text.last == "?" { return Term(column: String(text.dropLast()), codes: nil) }
    let halves = text.split(separator: "=")
    guard halves.count == 2 else { return nil }
    return Term(
      column: String(halves[0]),
      codes: Set(String(halves[1]).split(separator: "|").map(String.init)))
  }

  /// Whether the condition holds, where `value` gives what a column of the row
  /// has, and nil for one that cannot be looked at; nil where that decides it.
  func holds(_ value: (String) -> String?) -> Bool? {
    var isUnknown = false
    for terms in alternatives {
      var all: Bool? = true
      for term in terms {
        guard let found = value(term.column) else {
          if all == true { all = nil }
          continue
        }
        if term.codes.map({ $0.contains(found) }) ?? !found.isEmpty { continue }
        all = false
      }
      if all == true { return true }
      if all == nil { isUnknown = true }
    }
    return isUnknown ? nil : false
  }
}
