import HMIS

/// Cards of invented clients.
enum Sample {
  static func today() throws -> CalendarDay { try CalendarDay(year: 2026, month: 3, day: 14) }

  static func card(
    _ standard: StandardYear, birthYear: Int?, organization: String = "Harbor House",
    uid: String? = nil, firstServed: (Int, Int, Int)? = nil,
    community: Profile = Profiles.standard
  ) throws -> Card {
    Card(
      AnonymousProfile(
        birthYear: try birthYear.map { try BirthYear($0, today: today()) } ?? .unknown,
        organization: try OrganizationName(organization, standard: standard), standard: standard,
        community: community, uid: try uid.map { text in try UniqueIdentifier(text) },
        firstServed: try firstServed.map { try CalendarDay(year: $0.0, month: $0.1, day: $0.2) }))
  }

  static func sections(_ card: Card) -> [CardSection] { card.beforeFirstSave + card.afterUID }

  static func text(_ card: Card, width: Int = 80) -> String {
    sections(card).map { CardText.lines($0, width: width).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}
