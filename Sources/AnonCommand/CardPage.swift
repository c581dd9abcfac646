import HMIS

/// A whole card as one page of plain text, for the screen or the printer.
enum CardPage {
  private static let width = 80  // columns; also what a printed page holds

  static func lines(_ card: Card) -> [String] {
    let profile = card.profile
    let title = "Anonymous client, \(profile.standard.rawValue)"
    let community =
      profile.community.name == Profiles.standard.name ? "" : ", profile \(profile.community.name)"
    return [title + community, "", "BEFORE THE FIRST SAVE", ""] + lines(card.beforeFirstSave)
      + (card.afterUID.isEmpty
        ? ["Go on when HMIS shows the UID: the same command again, with --uid UID."]
        : ["AFTER HMIS HAS GIVEN THE UID", ""] + lines(card.afterUID).dropLast())
  }

  private static func lines(_ sections: [CardSection]) -> [String] {
    sections.flatMap { CardText.lines($0, width: width) + [""] }
  }
}
