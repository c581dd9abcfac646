package import HMIS

/// A field of a client as JSON and CSV name it.
package enum ClientField: String, CaseIterable, Sendable {
  case given, middle, surname, suffix, preferred, aliases, birthDate, ssn, phones, address, note
  case reason, firstServed, household, uid, personalID

  /// Most characters of one value.
  package var limit: Int {
    switch self {
    case .note: 4000
    case .address: 500
    default: 100
    }
  }
}

/// Why a value of a field cannot be taken. It never carries the value.
package struct FieldProblem: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// More characters than the field holds.
    case tooLong(limit: Int)
    /// More values than the field holds.
    case tooMany(limit: Int)
    /// A control character, or one that turns the direction of writing.
    case unsafeCharacter
    /// Not a date in a form that is understood.
    case notADate
    /// A date that the calendar does not have.
    case noSuchDay
    /// A year of two digits.
    case twoDigitYear
    case before1900
    case inTheFuture
    /// First served needs a whole day.
    case dayNeeded
    /// Policy keeps no SSN, or only its last four digits.
    case ssnNotKept(allowed: Policy.SSNKeeping)
    /// Not nine digits, nor the last four.
    case notAnSSN
    /// Not one of `safety`, `declined-release`, `other`.
    case notAReason
    /// A phone has no digits.
    case notAPhone
    /// Not a UID, or a damaged one.
    case uid(UIDProblem)
    /// The field is changed by another command.
    case notEditable
  }

  package let field: ClientField
  package let kind: Kind

  package init(_ field: ClientField, _ kind: Kind) {
    self.field = field
    self.kind = kind
  }
}
