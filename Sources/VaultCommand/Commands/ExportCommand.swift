import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault export`: everything that is known of everybody, out of this product.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all clients to an encrypted file that other programs can read.",
    discussion: """
      The file is an age file: age or rage opens it with the key or the passphrase that you choose. \
      Inside are JSON lines, which hold all of each record and which uidvault import takes back, or \
      CSV for a spreadsheet, which holds what stands now. That everybody was exported is recorded \
      before anything is written, with the --reason that it needs. For supervisors.
      """)

  @Option(
    help: ArgumentHelp("The new file; it must not exist.", valueName: "file"),
    completion: .file())
  var to: String

  @Option(
    help: ArgumentHelp("Who can open it: an age key. May be given again.", valueName: "age1…"))
  var recipient: [String] = []

  @Flag(
    help: """
      Whoever knows a passphrase can open it: asked for twice, or the second line on \
      --passphrase-fd.
      """)
  var withPassphrase = false

  @Flag(help: "Do not encrypt; asks for a typed confirmation.")
  var plaintext = false

  @Option(help: ArgumentHelp("What is inside.", valueName: "jsonl|csv"))
  var format: String

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let format = try wantedFormat()
    let recipients = try wantedRecipients()
    let file = ExportSink(try openFile())
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    try session.checkExport(reason.order)
    let report = try write(format, for: try protection(recipients), to: file, session)
    let answer = ExportedJSON(report, file: to)
    if json {
      try JSONAnswer.write(answer)
    } else {
      try StandardOutput.write(lines: ExportPage(report: report, file: to).lines)
    }
    if !report.isWhole { throw AnsweredNo(status: .damaged) }
  }

  // MARK: What is wanted

  private func wantedFormat() throws(CommandFailure) -> ExportLines.Format {
    switch format {
    case "jsonl": return .jsonl
    case "csv": return .csv
    default: throw .usage("--format is jsonl or csv")
    }
  }

  private func wantedRecipients() throws(CommandFailure) -> [AgePublicKey] {
    let ways = [!recipient.isEmpty, withPassphrase, plaintext].count { $0 }
    guard ways == 1 else {
      throw .usage(
        ways == 0 ? "for whom is the file?" : "a file is protected in one way",
        hints: ["give --recipient age1…, or --with-passphrase; or else --plaintext"])
    }
    guard recipient.count <= ExportFile<TerminalError>.recipientLimit else {
      throw .usage("a file has at most \(ExportFile<TerminalError>.recipientLimit) recipients")
    }
    if plaintext, options.passphrase.noInput {
      throw .usage("--plaintext is confirmed by typing, and --no-input forbids asking")
    }
    return try recipient.map { (text) throws(CommandFailure) in
      do { return try AgePublicKey(text: text) } catch {
        throw .usage(
          "a --recipient is no age key, or has a typing error",
          hints: ["it begins with age1 and is made by age-keygen"])
      }
    }
  }

  private func openFile() throws(CommandFailure) -> OutputFile {
    do throws(TerminalError) { return try OutputFile(at: to, .refuse) } catch {
      throw CommandFailure(target: error)
    }
  }

  private func protection(_ recipients: [AgePublicKey]) throws -> ExportProtection {
    if withPassphrase {
      let typed = try PassphraseEntry(options: options.passphrase).new(
        for: "this file", opening: .file)
      do { return .passphrase(try AgePassphraseKey(of: typed, .standard)) } catch {
        throw CommandFailure(crypto: error)
      }
    }
    guard plaintext else { return .recipients(recipients) }
    let dialogue = try Interaction(options.passphrase).dialogue()
    try dialogue.say([
      "The file will hold the names of everybody in this vault, for all to read who",
      "come upon it, and for every copy that is ever made of it.", "",
    ])
    let typed = try dialogue.line("Type \"\(Self.confirmation)\" if that is to be: ")
    guard typed.lowercased() == Self.confirmation else {
      throw CommandFailure("nothing was exported", status: .no)
    }
    return .none
  }

  private static let confirmation = "for all to read"

  // MARK: Writing

  private func write(
    _ format: ExportLines.Format, for protection: consuming ExportProtection,
    to file: ExportSink, _ session: Session
  ) throws -> ExportReport {
    let progress = Progress("clients written", total: nil)
    defer { progress.end() }
    let lines = ExportLines(format)
    // Nothing is written before the session has recorded it: the first line comes afterwards.
    var out: ExportFile<TerminalError>?
    var waiting: ExportProtection? = consume protection
    func flush(_ bytes: [UInt8]) throws(TerminalError) {
      if let protection = waiting.take() {
        out = try ExportFile(for: protection) { (bytes) throws(TerminalError) in
          try file.write(bytes)
        }
      }
      try unsafe out?.append(bytes.span.bytes)
    }
    do {
      let report = try session.export(
        reason.order, progress: { done, _ in progress.update(done) }
      ) { (client) throws(CommandFailure) in
        try lines.add(client)
        guard lines.isFull else { return }
        do throws(TerminalError) { try flush(lines.take()) } catch {
          throw CommandFailure(target: error)
        }
      }
      try flush(lines.take())
      try out.take()?.finish()
      try file.commit()
      return report
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: any Error) -> any Error {
    switch error {
    case ExportFailure<CommandFailure>.sink(let failure): failure
    case ExportFailure<CommandFailure>.vault(let failure): CommandFailure(vault: failure)
    case let failure as TerminalError: CommandFailure(target: failure)
    default: error
    }
  }
}

extension CommandFailure {
  /// A file that is to be written.
  fileprivate init(target error: TerminalError) {
    switch error {
    case .exists:
      self.init(
        "the file that --to names exists already", hints: ["name a new one"], status: .trouble)
    case .notAFile: self.init("--to names no file", status: .trouble)
    case .noFolder: self.init("the folder of the new file does not exist", status: .trouble)
    case .full: self.init("the disk is full; no file was made", status: .trouble)
    case .denied, .readOnly:
      self.init("the system does not permit writing the new file", status: .trouble)
    default: self.init("the new file could not be written", status: .trouble)
    }
  }
}
