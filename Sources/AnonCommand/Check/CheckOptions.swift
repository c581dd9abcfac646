import ArgumentParser
import HMIS
import InputFiles
import Terminal

/// By which rules an export is checked.
struct CheckOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How anonymous clients are recorded where you are: the name of a profile, or a file that "
        + "holds one. The job aid's by default.",
      valueName: "name|file"), completion: .file())
  var profile: String?

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

  @Option(
    help: ArgumentHelp(
      "What UIDs look like in your HMIS, as in the vault's policy.", valueName: "pattern"))
  var uidPattern: String = UIDPattern.standard.description

  /// The check that these options ask for.
  ///
  /// - Throws: `CommandFailure`.
  func check() throws(CommandFailure) -> ExportCheck {
    var check = ExportCheck()
    check.standard = try StandardYear.chosen(standard)
    do throws(HMISError) { check.pattern = try UIDPattern(uidPattern) } catch {
      throw CommandFailure(error)
    }
    check.organizations = organization
    if let profile { check.profile = try Self.profile(profile) }
    if let baseline { check.baseline = try Self.baseline(baseline) }
    return check
  }

  private static func profile(_ word: String) throws(CommandFailure) -> Profile {
    if let known = Profiles.named(word) { return known }
    let text = String(decoding: try bytes(of: word, as: "--profile"), as: UTF8.self)
    do throws(ProfileError) {
      return try Profile(text)
    } catch {
      throw CommandFailure(error, file: word)
    }
  }

  private static func baseline(_ path: String) throws(CommandFailure) -> Baseline {
    let bytes = try bytes(of: path, as: "--baseline")
    do throws(BaselineError) {
      return try Baseline(bytes)
    } catch {
      throw CommandFailure(error, file: path)
    }
  }

  /// A small file that an option names; what is not there may be a name, and is not repeated.
  private static func bytes(
    of path: String, as option: String
  ) throws(CommandFailure) -> [UInt8] {
    let files: InputFiles
    var bytes: [UInt8] = []
    do throws(InputError) {
      files = try InputFiles.open(path, limits: smallFile)
      if files.kind == .file, let reading = try files.streams.first?.open() {
        while let chunk = try reading.next() { bytes += chunk }
      }
    } catch  where error.problem == .notFound {
      throw CommandFailure(
        "\(option) names no file" + (option == "--profile" ? " and no profile" : ""),
        hints: option == "--profile" ? [profileHint] : [], status: .trouble)
    } catch {
      throw CommandFailure(error)
    }
    guard files.kind == .file else {
      throw CommandFailure("\(option) names a folder or a zip, and no file", status: .trouble)
    }
    return bytes
  }

  private static var smallFile: InputLimits {
    var limits = InputLimits()
    limits.stream = 64 << 20  // bytes; a million accepted findings
    return limits
  }

  private static let profileHint =
    "profiles: \(Profiles.all.map(\.name).joined(separator: ", "))"
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
