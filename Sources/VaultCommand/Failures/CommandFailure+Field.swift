import HMIS
import Terminal
import VaultCore

extension CommandFailure {
  /// A value that a client's field cannot take.
  init(field problem: FieldProblem) {
    self.init("\(problem.field.rawValue): \(problem.kind.words)", status: .trouble)
  }

  /// A UID that is none, given as an argument: it may have been a name.
  init(uidArgument problem: UIDProblem) {
    self = .usage("that is no UID: \(problem.words)", hints: Self.identityHints)
  }
}

extension FieldProblem.Kind {
  /// What is wrong, without the value.
  var words: String {
    switch self {
    case .tooLong(let limit): "longer than \(limit) characters"
    case .tooMany(let limit): "more than \(limit) values"
    case .unsafeCharacter: "has a control character or an invisible mark of direction"
    case .notADate: "not a date; write 1976-03-13, 3/13/1976, 1976-03 or 1976"
    case .noSuchDay: "the calendar has no such day"
    case .twoDigitYear: "the year needs four digits"
    case .before1900: "before 1900"
    case .inTheFuture: "in the future"
    case .dayNeeded: "needs a whole date, such as 2026-11-24"
    case .ssnNotKept: "this vault keeps no SSN"
    case .notAnSSN: "neither nine digits nor the last four"
    case .notAReason: "none of safety, declined-release, other"
    case .notAPhone: "has no digits"
    case .uid(let problem): problem.words
    case .notEditable: "is changed by another command (uidvault assign)"
    }
  }
}

extension UIDProblem {
  /// What is wrong, without what was typed; a suggestion is to be compared with HMIS.
  var words: String {
    switch self {
    case .empty: "nothing was given"
    case .isAName: "it has no digit, as a name has none"
    case .noDigit: "it has no digit; every UID has one"
    case .letterForDigit(let uid): "a letter stands where a digit belongs; perhaps \(uid)?"
    case .lostLeadingZero(let uid):
      "one digit is missing; a spreadsheet may have dropped a zero: \(uid)?"
    case .scientificNotation: "a spreadsheet took it for a number and its digits are lost"
    case .decimalPoint(let uid): "it has decimals" + (uid.map { "; perhaps \($0)?" } ?? "")
    case .separators(let uid): "it has blanks or marks in it; perhaps \(uid)?"
    case .looksLikeSSN: "it looks like an SSN"
    case .tooLong(let found): "\(found) characters are too many"
    case .tooShort(let found): "\(found) characters are too few"
    case .wrongCharacter(let position): "character \(position) cannot be in a UID"
    }
  }
}
