/// All that a card is made from. Nothing here tells who the client is.
package struct AnonymousProfile: Hashable, Sendable {
  package let birthYear: BirthYear
  package let organization: OrganizationName
  package let standard: StandardYear
  /// Nil as long as HMIS has not given one.
  package let uid: UniqueIdentifier?
  /// Nil where the person at the screen knows it.
  package let firstServed: CalendarDay?

  /// Takes what is known.
  package init(
    birthYear: BirthYear, organization: OrganizationName, standard: StandardYear,
    uid: UniqueIdentifier? = nil, firstServed: CalendarDay? = nil
  ) {
    self.birthYear = birthYear
    self.organization = organization
    self.standard = standard
    self.uid = uid
    self.firstServed = firstServed
  }
}
