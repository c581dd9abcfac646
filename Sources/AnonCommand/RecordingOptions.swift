import ArgumentParser
import HMIS

/// How anonymous clients are recorded where the program is used.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How anonymous clients are recorded where you are: the name of a profile, or a file that "
        + "holds one. The job aid's by default.",
      valueName: "name|file"), completion: .file())
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "What UIDs look like in your HMIS, as in the vault's policy.", valueName: "pattern"))
  var uidPattern: String = UIDPattern.standard.description

  /// The profile that is meant.
  ///
  /// - Throws: `CommandFailure` for one that cannot be read.
  func chosenProfile() throws(CommandFailure) -> Profile { try Profile.chosen(profile) }

  /// The form of UIDs.
  ///
  /// - Throws: `CommandFailure` for what is no pattern.
  func pattern() throws(CommandFailure) -> UIDPattern {
    do throws(HMISError) { return try UIDPattern(uidPattern) } catch {
      throw CommandFailure(error)
    }
  }
}

/// By which standard something is written that has no columns yet to tell it.
struct StandardOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "FY2024 or FY2026; by default the one in force, FY2026 from 1 October 2025.",
      valueName: "standard"),
    completion: .list(StandardYear.allCases.map(\.rawValue)))
  var standard: String?

  /// The standard that is named, or the one in force on a day.
  ///
  /// - Throws: `CommandFailure` for what is no standard.
  func year(on today: CalendarDay) throws(CommandFailure) -> StandardYear {
    try StandardYear.chosen(standard) ?? StandardYear(on: today)
  }
}
