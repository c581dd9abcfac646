import ArgumentParser
import HMIS
import Terminal

/// By which rules an export is checked.
struct CheckOptions: ParsableArguments {
  @OptionGroup var recording: RecordingOptions

  @Option(
    help: ArgumentHelp(
      "FY2024 or FY2026; by default told by the columns.", valueName: "standard"),
    completion: .list(StandardYear.allCases.map(\.rawValue)))
  var standard: String?

  @Option(
    help: ArgumentHelp(
      "An organization's name that may have stayed as first name, beside those in "
        + "Organization.csv; may be repeated.",
      valueName: "name"))
  var organization: [String] = []

  @Option(
    help: ArgumentHelp(
      "Findings that are known and accepted, as --csv writes them; they stay quiet.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var baseline: String?

  /// The check that these options ask for.
  ///
  /// - Throws: `CommandFailure`.
  func check() throws(CommandFailure) -> ExportCheck {
    var check = ExportCheck()
    check.standard = try StandardYear.chosen(standard)
    check.pattern = try recording.pattern()
    check.organizations = organization
    check.profile = try recording.chosenProfile()
    if let baseline { check.baseline = try Self.baseline(baseline) }
    return check
  }

  private static func baseline(_ path: String) throws(CommandFailure) -> Baseline {
    let bytes = try NamedFile.bytes(of: path, as: "--baseline")
    do throws(BaselineError) {
      return try Baseline(bytes)
    } catch {
      throw CommandFailure(error, file: path)
    }
  }
}

extension StandardYear {
  /// The year that an option names; nil if it was not given.
  ///
  /// - Throws: `CommandFailure`.
  static func chosen(_ word: String?) throws(CommandFailure) -> StandardYear? {
    guard let word else { return nil }
    guard let year = StandardYear(rawValue: word.uppercased()) else {
      throw CommandFailure("--standard is neither FY2024 nor FY2026")
    }
    return year
  }
}
