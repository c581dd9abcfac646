package import HMIS
import Matching

/// A client as it comes in from a person, JSON or CSV, each field checked as it is set.
package struct ClientInput: Equatable, Sendable {
  package private(set) var details: ClientDetails
  package private(set) var uid: UniqueIdentifier?
  package private(set) var personalID: String?

  /// What fields are judged by.
  package struct Rules: Sendable {
    let policy: Policy
    let today: Today

    package init(policy: Policy, today: Today) {
      self.policy = policy
      self.today = today
    }
  }

  package init() {
    details = ClientDetails()
  }

  /// Starts from a client, for an edit.
  init(of client: Client) {
    details = client.details
    personalID = client.personalID?.text
  }

  /// Whether nothing was set.
  package var isEmpty: Bool { self == ClientInput() }

  /// Clears a field.
  package mutating func clear(_ field: ClientField) {
    switch field {
    case .given: details.given = nil
    case .middle: details.middle = nil
    case .surname: details.surname = nil
    case .suffix: details.suffix = nil
    case .preferred: details.preferred = nil
    case .aliases: details.aliases = []
    case .birthDate: details.birthDate = nil
    case .ssn: details.ssn = nil
    case .phones: details.phones = []
    case .address: details.address = nil
    case .note: details.note = nil
    case .reason: details.reason = nil
    case .firstServed: details.firstServed = nil
    case .household: details.household = nil
    case .uid: uid = nil
    case .personalID: personalID = nil
    }
  }

  /// Sets a field from typed text; blanks around it do not count, and nothing clears it.
  ///
  /// - Throws: `FieldProblem` naming the field and what is wrong, never the text.
  package mutating func set(
    _ field: ClientField, to typed: String, under rules: Rules
  ) throws(FieldProblem) {
    let text = try Self.clean(typed, for: field)
    guard !text.isEmpty else { return clear(field) }
    switch field {
    case .given: details.given = text
    case .middle: details.middle = text
    case .surname: details.surname = text
    case .suffix: details.suffix = text
    case .preferred: details.preferred = text
    case .address: details.address = text
    case .note: details.note = text
    case .household: details.household = text
    case .personalID: personalID = text
    case .aliases: details.aliases = [Alias(kind: .alias, text: text)]
    case .phones: details.phones = [try Self.phone(text)]
    case .birthDate: details.birthDate = try Self.date(text, for: field, rules)
    case .firstServed: details.firstServed = try Self.wholeDate(text, for: field, rules)
    case .ssn: details.ssn = try Self.ssn(text, rules.policy.ssnKeeping)
    case .reason: details.reason = try Self.reason(text)
    case .uid: uid = try Self.uid(text, rules.policy.uidPattern)
    }
  }

  /// Sets a field that holds several values.
  ///
  /// - Throws: `FieldProblem`; `tooMany` beyond 20 aliases or 10 phones.
  package mutating func set(
    _ field: ClientField, toAll values: [String], under rules: Rules
  ) throws(FieldProblem) {
    switch field {
    case .aliases:
      details.aliases = try Self.list(values, field, limit: ClientCodec.aliasLimit).map {
        Alias(kind: .alias, text: $0)
      }
    case .phones:
      let texts = try Self.list(values, field, limit: ClientCodec.phoneLimit)
      details.phones = try texts.map { (text) throws(FieldProblem) in try Self.phone(text) }
    default:
      preconditionFailure("only aliases and phones hold several values")
    }
  }
}

// MARK: Values

extension ClientInput {
  private static func list(
    _ values: [String], _ field: ClientField, limit: Int
  ) throws(FieldProblem) -> [String] {
    let texts = try values.map { (value) throws(FieldProblem) in try clean(value, for: field) }
      .filter { !$0.isEmpty }
    guard texts.count <= limit else { throw FieldProblem(field, .tooMany(limit: limit)) }
    return texts
  }

  /// Removes blanks at both ends and refuses what may not be kept.
  private static func clean(_ typed: String, for field: ClientField) throws(FieldProblem) -> String
  {
    // A character has at most a few dozen bytes in earnest: bounds the work on hostile text.
    guard typed.utf8.count <= field.limit * 64 else {
      throw FieldProblem(field, .tooLong(limit: field.limit))
    }
    let text = typed.trimmingBlanks()
    for scalar in text.unicodeScalars where TextRules.isUnsafe(scalar) {
      guard field == .note, scalar == "\n" || scalar == "\t" else {
        throw FieldProblem(field, .unsafeCharacter)
      }
    }
    // A name of a hundred characters may be written with marks, but not with thousands of them.
    // No more bytes than characters are allowed needs no counting.
    guard
      text.utf8.count <= field.limit
        || (text.count <= field.limit
          && text.unicodeScalars.count
            <= field.limit * FieldReading.scalarsPerCharacter)
    else {
      throw FieldProblem(field, .tooLong(limit: field.limit))
    }
    // Their length stands in one byte of the record.
    if field == .phones || field == .personalID, text.utf8.count > 255 {
      throw FieldProblem(field, .tooLong(limit: field.limit))
    }
    return text
  }

  private static func date(
    _ text: String, for field: ClientField, _ rules: Rules
  ) throws(FieldProblem) -> ClientDate {
    do {
      return ClientDate(try PartialDate.parse(text, today: rules.today.partial))
    } catch {
      throw FieldProblem(field, FieldProblem.Kind(error))
    }
  }

  private static func wholeDate(
    _ text: String, for field: ClientField, _ rules: Rules
  ) throws(FieldProblem) -> ClientDate {
    let date = try date(text, for: field, rules)
    guard date.partial.isFull else { throw FieldProblem(field, .dayNeeded) }
    return date
  }

  private static func phone(_ text: String) throws(FieldProblem) -> String {
    guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { throw FieldProblem(.phones, .notAPhone) }
    return text
  }

  private static func ssn(
    _ text: String, _ keeping: Policy.SSNKeeping
  ) throws(FieldProblem) -> String {
    let digits = text.filter { !$0.isWhitespace && $0 != "-" }
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.utf8.count == 9 || digits.utf8.count == 4
    else { throw FieldProblem(.ssn, .notAnSSN) }
    switch keeping {
    case .none: throw FieldProblem(.ssn, .ssnNotKept(allowed: keeping))
    case .lastFour: return String(digits.suffix(4))
    case .whole: return digits
    }
  }

  private static func reason(_ text: String) throws(FieldProblem) -> AnonymityReason {
    let key = text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
      .joined(separator: "-")
    guard let reason = AnonymityReason.allCases.first(where: { $0.text == key }) else {
      throw FieldProblem(.reason, .notAReason)
    }
    return reason
  }

  private static func uid(
    _ text: String, _ pattern: UIDPattern
  ) throws(FieldProblem) -> UniqueIdentifier {
    do { return try UniqueIdentifier(text, pattern: pattern) } catch {
      throw FieldProblem(.uid, .uid(error))
    }
  }
}

extension String {
  /// The text without white space at both ends.
  func trimmingBlanks() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    let trimmed = self[first...last]
    return trimmed.startIndex == startIndex && trimmed.endIndex == endIndex
      ? self : String(trimmed)
  }
}

extension FieldProblem.Kind {
  fileprivate init(_ error: MatchingError) {
    switch error {
    case .notADate: self = .notADate
    case .noSuchDay: self = .noSuchDay
    case .twoDigitYear: self = .twoDigitYear
    case .before1900: self = .before1900
    case .inTheFuture: self = .inTheFuture
    }
  }
}
