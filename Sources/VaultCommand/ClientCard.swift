import HMIS
import Terminal
import VaultCore

/// The card for one client: what to type into HMIS, in two halves around the UID.
struct ClientCard {
  private let birthYear: BirthYear
  private let organization: OrganizationName
  private let standard: StandardYear

  /// Takes from the client only the year of birth.
  init(client: Client, policy: Policy) throws {
    do throws(HMISError) {
      guard let now = WallClock.today(in: .local) else {
        throw HMISError.noSuchDay
      }
      let today = try CalendarDay(year: now.year, month: now.month, day: now.day)
      standard = StandardYear(on: today)
      birthYear =
        try client.details.birthDate.map { (date) throws(HMISError) in
          try BirthYear(date.year, today: today)
        } ?? .unknown
      organization = try OrganizationName(policy.organization, standard: standard)
    } catch {
      throw CommandFailure("the card cannot be made for this client", status: .trouble)
    }
  }

  private func card(_ uid: UniqueIdentifier?) -> Card {
    Card(
      AnonymousProfile(
        birthYear: birthYear, organization: organization, standard: standard, uid: uid))
  }

  /// Shows what comes before the first save, section by section.
  func showBeforeFirstSave(in dialogue: Dialogue) throws {
    try show(card(nil).beforeFirstSave, in: dialogue)
  }

  /// Shows what comes once HMIS has given the UID.
  func showAfterUID(_ uid: UniqueIdentifier, in dialogue: Dialogue) throws {
    try show(card(uid).afterUID, in: dialogue)
  }

  private func show(_ sections: [CardSection], in dialogue: Dialogue) throws {
    for (index, section) in sections.enumerated() {
      try dialogue.clear()
      try dialogue.say(CardText.lines(section, width: dialogue.terminal.size.columns))
      _ = try dialogue.key("Press a key to go on (\(index + 1) of \(sections.count)). ")
    }
    try dialogue.clear()
  }
}
