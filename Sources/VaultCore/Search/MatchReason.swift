/// Why an entry is in the answer: which field a word met, and how.
package struct MatchReason: Hashable, Sendable {
  /// What a word met.
  package enum Field: String, Sendable {
    case given, middle, surname, suffix, preferred, alias
    case birthDate = "birth date"
    case birthYear = "birth year"
    case uid = "UID"
    case phone
    case ssn = "SSN"
    case id
  }

  /// How a word met it.
  package enum How: UInt8, Comparable, Sendable {
    /// With a slip or two.
    case similar
    /// By something in its midst.
    case part
    /// By its end.
    case end
    /// By its beginning.
    case start
    /// As a whole.
    case exact

    package static func < (one: How, other: How) -> Bool { one.rawValue < other.rawValue }
  }

  package let field: Field
  package let how: How

  /// The reason in words that JSON keeps stable: `surname`, `given (start)`, `SSN (end)`,
  /// `UID (part)`, `alias (similar)`. A year is a birth year whether or not more is known.
  package var text: String {
    switch how {
    case .exact: field.rawValue
    case .start: "\(field.rawValue) (start)"
    case .end: "\(field.rawValue) (end)"
    case .part: field == .birthYear ? field.rawValue : "\(field.rawValue) (part)"
    case .similar: "\(field.rawValue) (similar)"
    }
  }
}

extension MatchReason.Field {
  init(_ kind: NameKind) {
    self =
      switch kind {
      case .given: .given
      case .middle: .middle
      case .surname: .surname
      case .suffix: .suffix
      case .preferred: .preferred
      case .alias: .alias
      }
  }
}
