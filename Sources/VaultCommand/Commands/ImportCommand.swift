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
      the vault already are passed over, so the same table may come again. With --stdin it takes \
      back the JSON lines of an export, with histories and releases, into a vault that holds nobody.
      """)

  @Argument(
    help: ArgumentHelp("The table, as CSV.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String?

  @Flag(help: "Take back what `export` wrote as JSON lines, for supervisors.")
  var stdin = false

  @Option(
    help: ArgumentHelp(
      "What a column is: a field as in JSON, \"name\" for whole names, or \"ignore\".",
      valueName: "column=field"))
  var map: [String] = []

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
    try options.passphrase.checkBeside(standardInput: stdin ? .read : .unused)
    try options.passphrase.checkDescriptor()
    guard let file = try checkedFile() else { return try takeBack() }
    let table = try openTable(at: file)
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    let report = try imported(table, by: session)
    if json {
      try JSONAnswer.write(ImportJSON(report))
    } else {
      try StandardOutput.write(lines: ImportPage(report: report, isDryRun: dryRun).lines)
    }
    if report.refused > 0 { throw AnsweredNo() }
  }

  /// The table's path; nil where an export is taken back, for which a table's options mean nothing.
  private func checkedFile() throws(CommandFailure) -> String? {
    guard stdin else {
      guard let file else { throw .usage("which table?", hints: ["uidvault import FILE.csv"]) }
      return file
    }
    guard file == nil, map.isEmpty, !dryRun, !skipProblems, !allowSimilar, !allowDuplicate else {
      throw .usage(
        "--stdin takes back a whole export, without a file and without the options of a table")
    }
    return nil
  }

  private func takeBack() throws {
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    let rules = ClientInput.Rules(policy: try session.policy(), today: Now.today)
    let clients = try ReturningLines(rules: rules).read()
    try session.takeBack(clients, reason.order)
    if json { return try JSONAnswer.write(TakenBackJSON(added: clients.count)) }
    try StandardOutput.write(lines: ["\(Counted(clients.count, "client is", "clients are")) in."])
  }

  /// Opens the table before anybody types a passphrase in vain.
  private func openTable(at file: String) throws(CommandFailure) -> TableBytes<TerminalError> {
    do throws(TerminalError) {
      let input = try InputBytes(path: file)
      return TableBytes { () throws(TerminalError) in try input.next() }
    } catch {
      throw CommandFailure(table: error)
    }
  }

  private func imported(
    _ table: TableBytes<TerminalError>, by session: Session
  ) throws(CommandFailure) -> ImportReport {
    let progress = ImportProgress()
    defer { progress.end() }
    do {
      return try session.importTable(
        table, options: importOptions, reason: reason.reason, now: Now.seconds,
        progress: progress.update)
    } catch {
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
