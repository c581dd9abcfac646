import ArgumentParser
import HMIS
import InputFiles
import Terminal

/// `hmis-anon check`: whether the anonymous records of an export say nothing of anybody.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check an HMIS export: are its anonymous records really anonymous?",
    discussion: """
      Reads the 24 tables of a HUD CSV export, as a folder, a zip or single files, and vendors' \
      tables that have a PersonalID, a UID or a first name. It finds the records that are meant to \
      be anonymous and says what is wrong with them, where, and how to mend it in HMIS; of the \
      values it shows none but the PersonalID. Exit status 1 if there is an error to mend.
      """)

  @Argument(
    help: ArgumentHelp("The export: a folder, a zip, or its files.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup var rules: CheckOptions
  @OptionGroup var output: CheckOutput

  func run() throws {
    let check = try rules.check()
    let page = try output.page()
    let inputs = try CheckedPaths(paths)
    for words in inputs.leftOut { Messages(program: "hmis-anon").note(words) }
    let report = try CheckRun(inputs.tables).report(check)
    try output.write(CheckAnswer(report), page)
    if report.findings.contains(where: { $0.severity == .error }) { throw AnsweredNo() }
  }
}

/// Ends the program with status 1 after an answer.
struct AnsweredNo: Error {}
