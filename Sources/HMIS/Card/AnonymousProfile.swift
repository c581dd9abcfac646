/// All that a card is made from. Nothing here tells who the client is.
package struct AnonymousProfile: Hashable, Sendable {
  package let birthYear: BirthYear
  package let organization: OrganizationName
  package let standard: StandardYear
  /// How the community records anonymous clients.
  package let community: Profile
  /// Nil as long as HMIS has not given one.
  package let uid: UniqueIdentifier?
  /// Nil where the person at the screen knows it.
  package let firstServed: CalendarDay?

  /// Takes what is known.
  package init(
    birthYear: BirthYear, organization: OrganizationName, standard: StandardYear,
    community: Profile = Profiles.standard, uid: UniqueIdentifier? = nil,
    firstServed: CalendarDay? = nil
  ) {
    self.birthYear = birthYear
    self.organization = organization
    self.standard = standard
    self.community = community
    self.uid = uid
    self.firstServed = firstServed
  }
}
