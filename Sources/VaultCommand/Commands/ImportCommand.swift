import ArgumentParser
import Terminal
import VaultCore

/// `uidvault import`: registers the people of a table.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Register the people of a CSV table, all of them or none.",
    discussion: """
      The first line names the columns: First Name, Last Name, DOB, HMIS ID and their usual \
      spellings, in any order. Fields are set apart by comma, semicolon or tab. Rows that are in \
      the vault already are passed over, so the same table may come again. With --format jsonl it \
      takes back what export has written, with ids, histories, releases and holds.
      """)

  @Argument(
    help: ArgumentHelp("The table, as CSV.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "What a column is: a field as in JSON, \"name\" for whole names, or \"ignore\".",
      valueName: "column=field"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the file is: a table, or the JSON lines of uidvault export.",
      valueName: "csv|jsonl"))
  var format = "csv"

  @Flag(help: "Judge every row, and store nothing.")
  var dryRun = false

  @Flag(help: "Store the rows that have no problem.")
  var skipProblems = false

  @Flag(help: "Register also people who are only similar to others.")
  var allowSimilar = false

  @Flag(help: "Register also people who are certainly there already; for supervisors.")
  var allowDuplicate = false

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption

  func run() throws {
    try options.passphrase.checkDescriptor()
    let isTable = try wantsTable()
    let input = try openInput()
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    let report = isTable ? try table(input, by: session) : try statements(input, by: session)
    if json {
      try JSONAnswer.write(ImportJSON(report))
    } else {
      try StandardOutput.write(lines: ImportPage(report: report, isDryRun: dryRun).lines)
    }
    if report.refused > 0 { throw AnsweredNo() }
  }

  private func wantsTable() throws(CommandFailure) -> Bool {
    switch format {
    case "csv": return true
    case "jsonl":
      guard map.isEmpty else { throw .usage("JSON lines have no columns to --map") }
      return false
    default: throw .usage("--format is csv or jsonl")
    }
  }

  /// Opens the file before anybody types a passphrase in vain.
  private func openInput() throws(CommandFailure) -> ImportInput {
    do throws(TerminalError) { return ImportInput(try InputBytes(path: file)) } catch {
      throw CommandFailure(table: error)
    }
  }

  private func table(_ input: ImportInput, by session: Session) throws -> ImportReport {
    try imported { (progress) throws(ImportFailure<TerminalError>) in
      try session.importTable(
        TableBytes { () throws(TerminalError) in try input.next() }, options: importOptions,
        reason: reason.reason, now: Now.seconds, progress: progress)
    }
  }

  private func statements(_ input: ImportInput, by session: Session) throws -> ImportReport {
    let rules = ClientInput.Rules(policy: try session.policy(), today: Now.today)
    let lines = StatementLines(input, rules)
    return try imported { (progress) throws(ImportFailure<TerminalError>) in
      try session.importStatements(
        options: importOptions, reason: reason.reason, now: Now.seconds, progress: progress
      ) { () throws(TerminalError) in try lines.next() }
    }
  }

  private func imported(
    _ work: (@escaping (ImportStage, Int) -> Void) throws(ImportFailure<TerminalError>) ->
      ImportReport
  ) throws(CommandFailure) -> ImportReport {
    let progress = ImportProgress()
    defer { progress.end() }
    do throws(ImportFailure<TerminalError>) { return try work(progress.update) } catch {
      switch error {
      case .source(let failure): throw CommandFailure(table: failure)
      case .vault(let failure): throw CommandFailure(vault: failure)
      }
    }
  }

  private var importOptions: ImportOptions {
    var chosen = ImportOptions()
    chosen.mappings = map
    chosen.effect = dryRun ? .none : .stored
    chosen.problems = skipProblems ? .skipRow : .refuseTable
    if allowSimilar { chosen.duplicates = .allowSimilar }
    if allowDuplicate { chosen.duplicates = .allowDuplicate }
    return chosen
  }
}

extension CommandFailure {
  /// A table whose bytes cannot be had; the vault's file has words of its own.
  fileprivate init(table error: TerminalError) {
    switch error {
    case .noFile:
      self.init("there is no table at that path", hints: Self.identityHints, status: .trouble)
    case .notAFile: self.init("the path of the table names no ordinary file", status: .trouble)
    case .denied: self.init("the system does not permit reading the table", status: .trouble)
    default: self.init("the table cannot be read", status: .trouble)
    }
  }
}

/// Shows how far an import has come, one line a stage.
private final class ImportProgress {
  private var stage: ImportStage?
  private var shown: Progress?

  func update(_ stage: ImportStage, _ done: Int) {
    if stage != self.stage {
      end()
      self.stage = stage
      shown = Progress(stage.words, total: nil)
    }
    shown?.update(done)
  }

  func end() {
    shown?.end()
    shown = nil
  }
}

extension ImportStage {
  fileprivate var words: String {
    switch self {
    case .reading: "rows read"
    case .comparing: "rows compared"
    case .storing: "rows stored"
    }
  }
}
