/// Says why `prepare` takes no row from an input. It names a field of `prepare`'s own, and never has
/// anything that was typed.
package struct PreparationError: Error, Equatable, Sendable {
  /// Where in a client's input something is wrong.
  package enum Place: Equatable, Sendable {
    /// A field that `prepare` has.
    case field(String)
    /// A key by its number in the input, from 1: its name may be anything.
    case key(Int)
  }

  /// What an input has that could identify somebody.
  package enum Identity: Equatable, Sendable {
    case name, birthDate, ssn, contact, words
  }

  /// What is wrong.
  package enum Problem: Equatable, Sendable {
    /// The field itself would say who the client is.
    case identifies(Identity)
    /// There is no such field.
    case unknown
    /// The key is in the input twice.
    case keyTwice
    /// The field is one of the other year's standard.
    case notIn(StandardYear)
    /// The field must be there.
    case missing
    /// The field must be there beside another.
    case missingBeside(String)
    /// The value is not of the kind that the field has.
    case notCode, notDay, notText, notCoC, notProject, notHousehold, birthYearForm
    /// The answer is not in the standard's list for this field.
    case notInList
    /// The answer could point to one person.
    case uncommon
    /// The field must be left out beside what another says.
    case contradicts(String)
    /// The day lies before another's.
    case before(String)
    /// The day lies after today.
    case future
    /// The household has not exactly one head.
    case heads
    /// Who is not the head must be in a household.
    case missingHousehold
    /// The UID is in the input twice.
    case twice
    /// The profile leaves the first name to HMIS.
    case generatedName
    /// Another room's reason.
    case value(HMISError)
    case identifier(UIDProblem)
  }

  package let place: Place
  package let problem: Problem
  /// The client's number in the input, from 0, where it is not the one that is being read.
  package let client: Int?

  init(_ field: String, _ problem: Problem, client: Int? = nil) {
    place = .field(field)
    self.problem = problem
    self.client = client
  }

  init(key: Int, _ problem: Problem) {
    place = .key(key)
    self.problem = problem
    client = nil
  }
}
