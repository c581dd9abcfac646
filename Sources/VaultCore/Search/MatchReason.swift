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
    /// By its beginning, its end, or a part of it.
    case part
    /// As a whole.
    case exact

    package static func < (one: How, other: How) -> Bool { one.rawValue < other.rawValue }
  }

  package let field: Field
  package let how: How

  /// The reason in words that JSON keeps stable: `surname`, `given (part)`, `alias (similar)`.
  package var text: String {
    switch how {
    case .exact: field.rawValue
    case .part: "\(field.rawValue) (part)"
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

/// How well the words of a query met an entry, together.
struct Merit: Equatable, Sendable {
  /// The more, the better the evidence.
  var score: Int
  /// How the word met that met it worst.
  var worst: MatchReason.How

  static let none = Merit(score: 0, worst: .exact)

  func adding(_ other: Merit) -> Merit {
    Merit(score: score + other.score, worst: min(worst, other.worst))
  }
}
