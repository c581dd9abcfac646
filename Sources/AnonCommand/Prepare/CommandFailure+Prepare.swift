import HMIS
import Terminal

extension CommandFailure {
  /// An input from which no row is made: its line, the field, and why. It never has the value.
  init(_ error: PreparationError, line: Int?, _ terms: PreparedClient.Terms) {
    let place = line.map { "line \($0): " } ?? ""
    let field = Self.shown(error.field)
    switch error.problem {
    case .value(let inner):
      self.init(place, field, CommandFailure(inner), option: Self.option(error.field))
    case .identifier(let inner):
      self.init(place, field, CommandFailure(inner, pattern: terms.pattern), option: "--uid")
    case .identifies(let identity):
      self.init("\(place)\(field): \(identity.words)", hints: [identity.hint], status: .trouble)
    default:
      self.init(
        "\(place)\(field): \(error.problem.words)", hints: error.problem.hints, status: .trouble)
    }
  }

  /// The words for an option of another command, said of the field instead.
  private init(_ place: String, _ field: String, _ inner: CommandFailure, option: String) {
    let front = "\(option) "
    let words =
      inner.problem.hasPrefix(front) ? String(inner.problem.dropFirst(front.count)) : inner.problem
    self.init("\(place)\(field) \(words)", status: .trouble)
  }

  private static func option(_ field: String) -> String {
    field == "birthYear" ? "--birth-year" : "--organization"
  }

  /// A field's name as it came, if a program could have written it; words may be a person's name.
  private static func shown(_ name: String) -> String {
    let isName =
      (1...40).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        $0 < 0x80 && ($0 == 0x5F || Character(Unicode.Scalar($0)).isLetter)
      }
    return isName ? "\"\(name)\"" : "a field"
  }
}

extension PreparationError.Identity {
  fileprivate var words: String {
    switch self {
    case .name: "a name would say who the client is"
    case .birthDate: "a full birth date would say who the client is"
    case .ssn: "an SSN would say who the client is"
    case .contact: "an address, a telephone or a place would say where the client is"
    case .words: "words of one's own can say who the client is"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .name: "leave it out: who stands behind a UID is kept in uidvault alone"
    case .birthDate: "give the year alone, as birthYear: 1976, or \"unknown\""
    case .ssn: "leave it out: prepare writes nine zeros"
    case .contact, .words: "leave it out: such fields stay empty for an anonymous client"
    }
  }
}

extension PreparationError.Problem {
  fileprivate var words: String {
    switch self {
    case .identifies, .value, .identifier: ""
    case .unknown: "prepare has no such field"
    case .notIn(let year): "\(year.rawValue) does not ask this"
    case .missing: "it is missing"
    case .missingBeside(let other): "it is missing beside \"\(other)\""
    case .missingHousehold: "whoever is not the head must be in a household"
    case .notCode: "the answer is not a number, the code of the standard's list"
    case .notDay: "not a day such as 2025-11-03"
    case .notText: "not a text in quotes"
    case .notCoC: "not two capital letters, a hyphen and three digits"
    case .notProject: "not one to five digits, nor 32 hexadecimal ones"
    case .notHousehold: "not a number from 1 to 9999"
    case .birthYearForm: "neither four digits nor the word unknown"
    case .notInList: "the code is not in the standard's list for it"
    case .uncommon: "an uncommon answer can point to one person"
    case .contradicts(let other): "it must be left out beside this answer to \"\(other)\""
    case .before(let other): "the day lies before \"\(other)\""
    case .future: "the day is after today, by the machine's clock"
    case .heads(let number): "household \(number) has not exactly one head (relationshipToHoH 1)"
    case .twice: "two clients have the same UID"
    case .generatedName: "with this profile HMIS makes the first name itself, so there is no row"
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .unknown, .notIn: ["docs/JSON.md, \"hmis-anon prepare\", lists the fields of each year"]
    case .uncommon: ["answer 9: \"Client prefers not to answer\""]
    case .notCode, .notInList:
      ["docs/JSON.md, \"hmis-anon prepare\", says which list each field has"]
    case .notProject:
      ["a longer number could be a person's: put your project's own key into the column ProjectID"]
    case .missing: [PreparationInput.example]
    case .missingHousehold:
      ["give all members of a household the same number as \"household\", each in a line"]
    case .generatedName: ["hmis-anon rules --profiles lists the others"]
    case .notText: ["write it in quotes: a number loses zeros at its front"]
    case .identifies, .value, .identifier, .missingBeside, .notDay, .notCoC, .notHousehold,
      .birthYearForm, .contradicts, .before, .future, .heads, .twice:
      []
    }
  }
}
