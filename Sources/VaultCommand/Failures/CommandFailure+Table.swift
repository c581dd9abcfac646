import Terminal
import VaultCore

extension CommandFailure {
  /// A table that cannot be imported at all.
  init(table problem: TableProblem) {
    switch problem {
    case .empty: self.init("the table is empty", status: .trouble)
    case .spreadsheet:
      self.init(
        "this is a spreadsheet's own file, not a table as text", hints: Self.saveHints,
        status: .trouble)
    case .noHeader:
      self.init(
        "the table has no line with the names of its columns", hints: Self.headerHints,
        status: .trouble)
    case .noUsableHeader:
      self.init(
        "the first line names no column that holds names", hints: Self.headerHints,
        status: .trouble)
    case .unknownColumns(let columns): self.init(unknown: columns)
    case .columnTwice(let first, let second):
      self.init(
        "\(first.place) and \(second.place) mean the same field", hints: [second.ignoring],
        status: .trouble)
    case .wholeNameBesidePart(let whole, let part):
      self.init(
        "\(whole.place) holds whole names and \(part.place) a part of them",
        hints: [whole.ignoring], status: .trouble)
    case .mappingForm, .mappingColumn, .mappingField, .mappingTwice:
      self.init(mapping: problem)
    case .unclosedQuote, .strayQuote, .nul, .fieldTooLong, .rowTooLong, .tooManyColumns,
      .tooManyRows, .mixedEncodings, .notText:
      self.init(unreadable: problem)
    }
  }

  private static let headerHints = [
    "the first line must name the columns, such as First Name, Last Name, DOB, HMIS ID",
    "say what an unusual column is: --map \"COLUMN=surname\"",
  ]

  private static let saveHints = ["save it as CSV (\"CSV UTF-8\") and import that"]

  private init(unknown columns: [TableColumn]) {
    let list = columns.map(\.place).joined(separator: ", ")
    let fields = ClientField.allCases.map(\.rawValue).joined(separator: ", ")
    self.init(
      "nobody knows what is in \(list)",
      hints: columns.prefix(3).map(\.ignoring) + ["or say what it is: name, \(fields)"],
      status: .trouble)
  }

  /// A mapping that cannot be followed, named by its place among them, never by its words.
  private init(mapping problem: TableProblem) {
    switch problem {
    case .mappingForm(let number):
      self = .usage("--map number \(number) is not COLUMN=FIELD", hints: Self.mappingHints)
    case .mappingColumn(let number):
      self = .usage(
        "--map number \(number) names a column that the table does not have",
        hints: Self.mappingHints)
    case .mappingField(let number):
      self = .usage(
        "--map number \(number) names no field of a client",
        hints: [
          "fields: name, ignore, \(ClientField.allCases.map(\.rawValue).joined(separator: ", "))"
        ])
    case .mappingTwice(let number):
      self = .usage("--map number \(number) names a column that an earlier one names")
    default: self = .usage("--map cannot be followed", hints: Self.mappingHints)
    }
  }

  private static let mappingHints = [
    "name a column by its first line, or as # and its number: --map \"#3=phones\""
  ]

  /// A table that ends to be readable somewhere.
  private init(unreadable problem: TableProblem) {
    self.init(Self.words(problem), hints: Self.hints(problem), status: .trouble)
  }

  private static func words(_ problem: TableProblem) -> String {
    switch problem {
    case .unclosedQuote(let row): "\(place(row)): a quote is opened and never closed"
    case .strayQuote(let row, let column):
      "\(place(row)), column \(column): a quote inside a field, or text behind a closing one"
    case .nul(let row): "\(place(row)): not text but binary data"
    case .fieldTooLong(let row, let column, let limit):
      "\(place(row)), column \(column): longer than \(limit) bytes"
    case .rowTooLong(let row, let limit): "\(place(row)): longer than \(limit) bytes"
    case .tooManyColumns(let row, let limit): "\(place(row)): more than \(limit) columns"
    case .tooManyRows(let limit): "the table has more than \(limit) rows"
    case .mixedEncodings(let row):
      "\(place(row)): characters in another encoding than before"
    case .notText(let row): "\(place(row)): bytes that are no character"
    // The first switch is the whole list; a failure to be told must not end in a trap.
    default: "the table cannot be read"
    }
  }

  private static func hints(_ problem: TableProblem) -> [String] {
    switch problem {
    case .nul, .mixedEncodings, .notText: saveHints
    case .unclosedQuote, .strayQuote: ["a field with a quote in it needs quotes around it"]
    case .tooManyRows: ["import it in parts"]
    default: []
    }
  }

  private static func place(_ row: Int) -> String { row == 0 ? "the first line" : "row \(row)" }
}

extension TableColumn {
  /// How the column is named to a person; its name is made safe where it is shown.
  var place: String { header.isEmpty ? "column \(number)" : "column \(number) \"\(header)\"" }

  /// The hint to leave the column out.
  fileprivate var ignoring: String { "leave it out: \(option)" }

  /// The option that leaves the column out, as it can be pasted.
  var option: String {
    let isPlain = !header.isEmpty && !header.contains { "\"$`\\!".contains($0) }
    return isPlain ? "--map \"\(header)=ignore\"" : "--map \"#\(number)=ignore\""
  }
}
