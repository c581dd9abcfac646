import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault export`: all clients in one file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all clients to a file, encrypted to keys or a passphrase.",
    discussion: """
      For supervisors. Without --recipient it asks for a passphrase of the file's own. The file is \
      in age's format: `age -d` opens it. Whom it holds is recorded before it is made. The vault \
      does not know what becomes of it: destroying a client later does not reach it.
      """)

  @Option(
    help: ArgumentHelp("The new file; one that exists is left as it is.", valueName: "file"),
    completion: .file())
  var to: String

  @Option(
    help: ArgumentHelp(
      "Whose key opens the file, age1…; may be given several times.", valueName: "key"))
  var recipient: [String] = []

  @Option(
    help: "jsonl, which holds everything, or csv, which holds what a table can.",
    completion: .list(ExportFormat.allCases.map(\.rawValue)))
  var format = ExportFormat.jsonl

  @Flag(help: "Do not encrypt the file; has to be confirmed at a terminal.")
  var plaintext = false

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption

  func run() throws {
    let keys = try recipients()
    try checkTarget()
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    try confirmPlaintext()
    let passphrase = try filePassphrase(isNeeded: keys.isEmpty && !plaintext)
    let list = try session.listForExport(reason.order)
    let file = try ExportFile(at: to)
    let answer: ExportedJSON
    do throws(ExportFailure<TerminalError>) {
      var writer = try writer(to: file, keys, passphrase)
      answer = try written(list, of: session, by: &writer)
      do { try writer.finish() } catch { throw .stream(error) }
      do { try file.commit() } catch { throw .stream(error) }
    } catch {
      switch error {
      case .stream(let failure): throw CommandFailure(export: failure)
      case .vault(let failure): throw CommandFailure(vault: failure)
      }
    }
    try tell(answer)
  }
}

// MARK: Before anything is shown

extension ExportCommand {
  private func recipients() throws(CommandFailure) -> [AgePublicKey] {
    guard recipient.isEmpty || !plaintext else {
      throw .usage("--plaintext and --recipient exclude each other")
    }
    var keys: [AgePublicKey] = []
    for (index, text) in recipient.enumerated() {
      do { keys.append(try AgePublicKey(text: text)) } catch {
        throw .usage(
          "--recipient number \(index + 1) is no key of age's",
          hints: ["a key begins with age1 and has 62 characters: age-keygen -y shows it"])
      }
    }
    return keys
  }

  /// Refuses a file that cannot be made before anybody types a passphrase in vain.
  private func checkTarget() throws(CommandFailure) {
    do { _ = try OutputFile(at: to, .refuse) } catch { throw CommandFailure(export: error) }
  }

  private func confirmPlaintext() throws {
    guard plaintext else { return }
    let dialogue = try Interaction(options.passphrase).dialogue()
    try dialogue.say([
      "The file will not be encrypted. Whoever gets hold of it, or of the disk it is on, reads",
      "every client's name, UID and address in it, also after it was deleted.", "",
    ])
    let typed = try dialogue.line("To go on, type \(Self.confirmation): ")
    guard typed == Self.confirmation else {
      throw CommandFailure("nothing was exported", status: .no)
    }
  }

  private static let confirmation = "not encrypted"

  private func filePassphrase(isNeeded: Bool) throws -> Passphrase? {
    isNeeded ? try PassphraseEntry(options: options.passphrase).newForFile() : nil
  }
}

// MARK: Writing

extension ExportCommand {
  private typealias Writer = ExportWriter<TerminalError>

  private func writer(
    to file: ExportFile, _ keys: [AgePublicKey], _ passphrase: borrowing Passphrase?
  ) throws(ExportFailure<TerminalError>) -> Writer {
    let write = { (bytes: RawSpan) throws(TerminalError) in try file.write(bytes) }
    guard keys.isEmpty else { return try Writer(to: keys, writing: write) }
    switch passphrase {
    case .some(let passphrase): return try Writer(to: passphrase, writing: write)
    case .none: return Writer(plaintext: write)
    }
  }

  private func written(
    _ list: ExportList, of session: Session, by writer: inout Writer
  ) throws(ExportFailure<TerminalError>) -> ExportedJSON {
    let progress = Progress("clients exported", total: list.count)
    defer { progress.end() }
    do { try writer.append(format.header) } catch { throw .stream(error) }
    var count = 0
    let missing = try session.export(list) { (client) throws(TerminalError) in
      guard let line = format.line(of: client) else { return }
      try writer.append(line)
      count += 1
      progress.update(count)
    }
    return ExportedJSON(missing, clients: count, file: to, isPlain: plaintext)
  }

  private func tell(_ exported: ExportedJSON) throws {
    if json {
      try JSONAnswer.write(exported)
    } else {
      try StandardOutput.write(lines: exported.lines)
    }
    if !exported.missing.isEmpty { throw AnsweredNo(status: .damaged) }
  }
}

extension CommandFailure {
  /// An export whose file cannot be written.
  fileprivate init(export error: TerminalError) {
    let failure = CommandFailure(terminal: error)
    self.init(
      "the export: \(failure.problem)", hints: ["name a new file with --to"], status: .trouble)
  }
}
