import ArgumentParser
import HMIS
import Terminal

/// `hmis-anon card`: what to type into HMIS for one client.
struct CardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Say what to type into HMIS for one anonymous client, in order.",
    discussion: """
      Without --uid it ends at the first save, after which HMIS shows the UID. Nothing about the \
      client is needed but the year of birth.
      """)

  @Option(help: ArgumentHelp("The client's year of birth, or unknown.", valueName: "year"))
  var birthYear: String

  @Option(
    help: ArgumentHelp(
      "Your organization's name, which stands in for the first name until the first save.",
      valueName: "name"))
  var organization: String

  @Option(help: "The UID that HMIS shows at the top right of the profile.")
  var uid: String?

  @OptionGroup var standard: StandardOption
  @OptionGroup var recording: RecordingOptions

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let card = Card(try anonymousProfile())
    guard json else {
      try StandardOutput.write(lines: CardPage.lines(card))
      return
    }
    try JSONAnswer.write(CardJSON(card))
  }

  private func anonymousProfile() throws(CommandFailure) -> AnonymousProfile {
    let today = try CalendarDay.today()
    let standard = try standard.year(on: today)
    let uid = try identifier()
    let community = try recording.chosenProfile()
    do throws(HMISError) {
      return AnonymousProfile(
        birthYear: try BirthYear(birthYear, today: today),
        organization: try OrganizationName(organization, standard: standard),
        standard: standard, community: community, uid: uid)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func identifier() throws(CommandFailure) -> UniqueIdentifier? {
    let pattern = try recording.pattern()
    guard let uid else { return nil }
    do throws(UIDProblem) { return try UniqueIdentifier(uid, pattern: pattern) } catch {
      throw CommandFailure(error, pattern: pattern)
    }
  }
}

extension CalendarDay {
  /// The day on the person's own calendar.
  ///
  /// - Throws: `CommandFailure` if the clock names none.
  static func today() throws(CommandFailure) -> CalendarDay {
    guard let now = WallClock.today(in: .local) else { throw CommandFailure.clock }
    do throws(HMISError) {
      return try CalendarDay(year: now.year, month: now.month, day: now.day)
    } catch {
      throw CommandFailure.clock
    }
  }
}
