/// How one community records anonymous clients in HMIS.
package struct Profile: Hashable, Sendable {
  /// What the first name is.
  enum FirstName: Hashable, Sendable {
    /// The record's UID.
    case uid
    /// One of these names.
    case oneOf([ProfileName])
    /// Something that HMIS makes, which cannot be compared.
    case generated
  }

  /// What the birth date is.
  enum BirthDate: Hashable, Sendable {
    /// 1 January of the birth year, or near it; empty if the year is not known.
    case firstOfJanuary
    /// Empty.
    case empty
    /// What the client allows, which cannot be compared.
    case any
  }

  /// The name by which it is chosen.
  package let name: String
  /// Whose it is, in a few words.
  package let title: String
  /// Where it is published.
  package let source: String
  /// What the first name is.
  let firstName: FirstName
  /// What the last name may be.
  let lastNames: [ProfileName]
  /// What the SSN may be; an empty text allows that it is empty, no value at all allows any.
  let ssns: [String]
  /// What the quality of the name may be.
  let nameQualities: [String]
  /// What the quality of the SSN may be; none allows any.
  let ssnQualities: [String]
  /// What the birth date is.
  let birthDate: BirthDate
  /// What the quality of a birth date that is there may be; none allows any.
  let birthDateQualities: [String]
}
