import HMIS
import Terminal

extension CommandFailure {
  /// An input from which no row is made: its line, the field, and why. It has nothing that was
  /// typed: a key that is no field may be somebody's name.
  init(_ error: PreparationError, line: Int?, _ terms: PreparedClient.Terms) {
    let line = line.map { "line \($0): " } ?? ""
    let place = line + error.place.words
    switch error.problem {
    case .value(.noSuchDay):
      self.init("\(place): the calendar has no such day", status: .trouble)
    case .value(let inner):
      self.init(place, CommandFailure(inner), options: ["--birth-year", "--organization"])
    case .identifier(let inner):
      self.init(place, CommandFailure(inner, pattern: terms.pattern), options: ["--uid"])
    case .identifies(let identity):
      self.init("\(place): \(identity.words)", hints: [identity.hint], status: .trouble)
    case .unknown:
      let fields = PreparedClient.fieldNames(in: terms.standard).joined(separator: ", ")
      self.init(
        "\(place): prepare has no such field",
        hints: DisplayText("the fields in \(terms.standard.rawValue) are \(fields)").wrapped(
          to: 62),
        status: .trouble)
    default:
      self.init("\(place): \(error.problem.words)", hints: error.problem.hints, status: .trouble)
    }
  }

  /// The words for an option of another command, said of the field instead.
  private init(_ place: String, _ inner: CommandFailure, options: [String]) {
    let front = options.map { "\($0) " }.first(where: inner.problem.hasPrefix) ?? ""
    self.init("\(place) \(inner.problem.dropFirst(front.count))", status: .trouble)
  }
}

extension PreparationError.Place {
  fileprivate var words: String {
    switch self {
    case .field(let name): "\"\(name)\""
    case .key(let number): "key number \(number)"
    }
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
    case .identifies, .value, .identifier, .unknown: ""
    case .keyTwice: "the key is there twice"
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
    case .heads: "the household has not exactly one head (relationshipToHoH 1)"
    case .twice: "another client has the same UID"
    case .generatedName: "with this profile HMIS makes the first name itself, so there is no row"
    }
  }

  fileprivate var hints: [String] {
    switch self {
    case .notIn: ["docs/JSON.md, \"hmis-anon prepare\", lists the fields of each year"]
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
    case .identifies, .value, .identifier, .unknown, .keyTwice, .missingBeside, .notDay, .notCoC,
      .notHousehold,
      .birthYearForm, .contradicts, .before, .future, .heads, .twice:
      []
    }
  }
}
