import VaultCore

/// What `import` answers; docs/JSON.md, "import".
struct ImportJSON: Encodable {
  let added: Int
  let present: Int
  let refused: Int
  let problems: [ProblemJSON]
  let problemsBeyond: Int?
  let similar: [SimilarRowJSON]
  let similarBeyond: Int?

  init(_ report: ImportReport) {
    added = report.added
    present = report.present
    refused = report.refused
    problems = report.problems.map(ProblemJSON.init)
    problemsBeyond = report.problemsBeyond == 0 ? nil : report.problemsBeyond
    similar = report.similar.map(SimilarRowJSON.init)
    similarBeyond = report.similarBeyond == 0 ? nil : report.similarBeyond
  }

  /// A row that cannot be taken.
  struct ProblemJSON: Encodable {
    let row: Int
    let column: String?
    let problem: String

    init(_ problem: ImportProblem) {
      row = problem.row
      column = problem.column.map { $0.header.isEmpty ? "#\($0.number)" : $0.header }
      self.problem = problem.kind.words
    }
  }

  /// A row that resembles somebody.
  struct SimilarRowJSON: Encodable {
    let row: Int
    let uid: String?
    let id: String?
    let otherRow: Int?
    let certain: Bool
    let weight: Double
    let why: [String]

    init(_ similar: ImportSimilar) {
      row = similar.row
      uid = similar.uid
      id = similar.id?.text
      otherRow = similar.otherRow
      certain = similar.isCertain
      weight = (similar.weight * 10).rounded() / 10
      why = similar.reasons.map(\.rawValue)
    }
  }
}

extension ImportProblem.Kind {
  /// What is wrong, without the value.
  var words: String {
    switch self {
    case .field(let kind): kind.words
    case .ragged(let expected, let found):
      "\(found) fields where the first line has \(expected) columns"
    case .noName: "no name or alias"
    case .unclearName: "it cannot be told which part of the name is which"
    case .namelessColumn: "a value in a column without a name"
    case .uidTaken: "the UID stands, or once stood, for another client"
    case .uidTwice(let row): "the UID stands in row \(row) for another person"
    case .notAnObject: "not a JSON object"
    case .unreadable: "it cannot be read"
    case .contradiction: "it contradicts itself, or a record cannot hold it"
    case .samePerson(let row): "the same person as in row \(row)"
    }
  }
}
