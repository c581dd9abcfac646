/// How a table is to be imported.
package struct ImportOptions: Sendable {
  /// Whether anything is stored.
  package enum Effect: Sendable {
    /// Everything is judged, nothing is stored.
    case none
    case stored
  }

  /// What becomes of a table of which a row has a problem.
  package enum ProblemRule: Sendable {
    /// Nothing is stored.
    case refuseTable
    /// The other rows are stored.
    case skipRow
  }

  /// Mappings, each as COLUMN=FIELD.
  package var mappings: [String] = []
  package var effect = Effect.stored
  package var problems = ProblemRule.refuseTable
  package var duplicates = DuplicateRule.ask

  package init() {}
}

/// How far an import has come.
package enum ImportStage: Sendable {
  case reading
  case comparing
  case storing
}

/// What became of a table's rows. Blank rows count nowhere.
package struct ImportReport: Equatable, Sendable {
  /// Rows stored; in a dry run, those that would be.
  package internal(set) var added = 0
  /// Rows whose person is in the vault already.
  package internal(set) var present = 0
  /// Rows that were not stored because of a problem or of similar people. If there are any, and the
  /// options do not say to go on without them, nothing was stored.
  package internal(set) var refused = 0
  /// By row; at most `listLimit`.
  package internal(set) var problems: [ImportProblem] = []
  /// How many problems more there are.
  package internal(set) var problemsBeyond = 0
  /// By row; at most `listLimit`.
  package internal(set) var similar: [ImportSimilar] = []
  /// How many more there are.
  package internal(set) var similarBeyond = 0

  /// As many lines as anybody reads.
  package static let listLimit = 1_000
}

/// What is wrong with a row. It never carries a value.
package struct ImportProblem: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// The value cannot be taken.
    case field(FieldProblem.Kind)
    /// More or fewer fields than the header has.
    case ragged(expected: Int, found: Int)
    /// Nothing to call the person by.
    case noName
    /// A whole name of which it cannot be told which part is which.
    case unclearName
    /// A value in a column without a name.
    case namelessColumn
    /// The UID stands, or once stood, for somebody else in the vault.
    case uidTaken
    /// The UID stands in an earlier row with another person.
    case uidTwice(row: Int)
    /// A line of an export that is not JSON, or no object.
    case notAnObject
    /// A member that no client has, or a value that it cannot have.
    case unreadable
    /// What the line says contradicts itself, or a record cannot hold it.
    case contradiction
    /// An earlier row is the same person in everything by which people are known.
    case samePerson(row: Int)
  }

  /// Counted from 1 at the first line after the header.
  package let row: Int
  /// Nil where it concerns the whole row.
  package let column: TableColumn?
  package let kind: Kind
}

/// Somebody who may be the person of a row.
package struct ImportSimilar: Equatable, Sendable {
  package let row: Int
  /// The UID of the other person, if there is one.
  package let uid: String?
  /// The other person, if in the vault.
  package let id: ClientID?
  /// The earlier row with the other person, if not in the vault.
  package let otherRow: Int?
  /// Whether the weight is above the upper threshold.
  package let isCertain: Bool
  /// Absolute log-odds in bits.
  package let weight: Double
  package let reasons: [SimilarityReason]
}

extension ImportReport {
  mutating func add(_ problem: ImportProblem) {
    guard problems.count < Self.listLimit else { return problemsBeyond += 1 }
    problems.append(problem)
  }

  mutating func add(_ person: ImportSimilar) {
    guard similar.count < Self.listLimit else { return similarBeyond += 1 }
    similar.append(person)
  }
}
