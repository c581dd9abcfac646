/// Says what to type into HMIS for one anonymous client, in the order in which
/// the screens ask.
///
/// Source: the job aid "How to Anonymize a Client"; HUD HMIS CSV FY2024 and
/// FY2026; the order of fields and the pop-ups are those of Clarity Human
/// Services.
package struct Card: Hashable, Sendable {
  package let profile: AnonymousProfile
  /// What comes before HMIS knows the client.
  package let beforeFirstSave: [CardSection]
  /// What comes once HMIS has given the UID; empty without one.
  package let afterUID: [CardSection]

  /// Writes the card.
  package init(_ profile: AnonymousProfile) {
    self.profile = profile
    beforeFirstSave = [
      .beforeYouBegin(profile.community), .identity(profile), .otherFields(profile.standard),
      .firstSave,
    ]
    afterUID =
      profile.uid.map { uid in
        (profile.community.firstName == .uid
          ? [.rename(to: uid, from: profile.organization, profile.community)] : [])
          + [
            .enrollment(profile.firstServed), .household, .records,
            .checklist(uid, profile.birthYear, profile.community),
          ]
      } ?? []
  }
}
