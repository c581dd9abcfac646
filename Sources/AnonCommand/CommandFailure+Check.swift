import HMIS
import InputFiles
import Terminal

extension CommandFailure {
  /// Tables that cannot be checked: the file, the place in it, and what is wrong.
  init(_ error: CheckError<InputError>) {
    switch error {
    case .source(let error): self.init(error)
    case .table(let file, let problem):
      self.init("\(file): \(problem.words)", hints: problem.hints, status: .trouble)
    case .columnTwice(let file, let name, let places):
      let column = name.map { "the column \($0)" } ?? "a column of the same name"
      let list = places.map(String.init).joined(separator: " and ")
      self.init(
        header: file, "\(column) is there more than once, as columns \(list)",
        hint: "delete the column that is not meant, or export again")
    case .columnMisspelt(let file, let place, let known):
      self.init(
        header: file, "column \(place) is none of the standard's, and \(known) is missing",
        hint: "if \(known) is meant, correct the name in the first line")
    case .otherYear(let file, let column, let year):
      self.init(
        header: file, "the column \(column) is not in \(year.rawValue)",
        hint: "say the export's year with --standard, or leave that out: the columns tell")
    case .bothYears(let file, let columns):
      self.init(
        header: file, "\(columns.joined(separator: " and ")) are of two years' standards",
        hint: "export again, by one standard")
    case .columnMissing(let file, let name):
      self.init(
        header: file, "there is no column \(name)",
        hint: "the first line must name the columns as the standard does")
    case .nothingToCheck(let file):
      self.init(
        header: file, "there is no column PersonalID, UID or First Name",
        hint: "the first line must name the columns")
    case .noClients(let file): self.init(withoutClients: file)
    case .secondHeader(let file, let row):
      self.init(
        "\(file), row \(row): the names of the columns stand there a second time",
        hints: ["put no two exports into one file: check each by itself"], status: .trouble)
    }
  }

  /// A first line that is not what it should be.
  private init(header file: String, _ words: String, hint: String) {
    self.init("\(file), line 1: \(words)", hints: [hint], status: .trouble)
  }

  private init(withoutClients file: String?) {
    if let file {
      self.init(
        "\(file): no client stands under the first line, so there is nothing to check",
        hints: ["choose the projects and the period in HMIS, and export again"], status: .trouble)
    } else {
      self.init(
        "no table has clients' names, so nobody can be told to be anonymous",
        hints: ["name Client.csv too, or the folder or the zip that HMIS wrote"], status: .trouble)
    }
  }

  /// A profile that cannot be read.
  init(_ error: ProfileError, file: String) {
    let place = error.line.map { "\(file), line \($0)" } ?? file
    let key = error.key.map { "\($0): " } ?? ""
    let words =
      switch error.problem {
      case .form: "not a line KEY = VALUE"
      case .unknownKey: "no profile has such a key"
      case .twice: "the key is there twice"
      case .missing: "the key is missing"
      case .value: "the value is none that the key can have"
      }
    self.init(
      "\(place): \(key)\(words)", hints: ["docs/CHECKING.md lists the keys and their values"],
      status: .trouble)
  }

  /// A baseline that cannot be read.
  init(_ error: BaselineError, file: String) {
    let words =
      switch error {
      case .table(let problem): problem.words
      case .column(let name): "line 1: the column \(name) is not there once"
      case .incomplete(let row): "row \(row): there is no rule or no file"
      }
    self.init(
      "\(file): \(words)",
      hints: ["a baseline is what hmis-anon check --csv writes, with the lines that you accept"],
      status: .trouble)
  }
}

extension TableDefect {
  /// The place and what is wrong there, behind the file's name.
  fileprivate var words: String {
    let place = row.map { $0 == 0 ? "line 1" : "row \($0)" }
    let parts = [place, column.map { "column \($0)" }].compactMap { $0 }
    return parts.isEmpty ? kind.words : "\(parts.joined(separator: ", ")): \(kind.words)"
  }

  fileprivate var hints: [String] { kind.hints }
}

extension TableDefect.Kind {
  fileprivate var words: String {
    switch self {
    case .empty: "the file is empty"
    case .noHeader: "no line names the columns"
    case .ragged(let expected, let found): "\(found) fields under \(expected) columns"
    case .unclosedQuote: "a quote is opened here and never closed"
    case .strayQuote: "a quote inside a field, or text behind a closing one"
    case .nul: "not text but binary data"
    case .fieldTooLong(let limit): "a field of more than \(limit) bytes"
    case .rowTooLong(let limit): "longer than \(limit) bytes"
    case .tooManyColumns(let limit): "more than \(limit) columns"
    case .mixedEncodings: "characters in another encoding than before"
    case .notText: "bytes that are no character"
    case .mixedLineEnds: "the line ends in another way than those before"
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .nul, .mixedEncodings, .notText: ["export it again as CSV in UTF-8"]
    case .ragged, .unclosedQuote, .strayQuote, .mixedLineEnds:
      ["check the export as HMIS wrote it: an editor or a spreadsheet may have damaged it"]
    case .empty, .noHeader, .fieldTooLong, .rowTooLong, .tooManyColumns: []
    }
  }
}
