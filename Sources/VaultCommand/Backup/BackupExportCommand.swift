import ArgumentParser
import Terminal
import VaultCore

/// `uidvault backup export`: writes a backup, without a passphrase.
struct BackupExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make a backup; asks for nothing.",
    discussion: """
      In a folder the backup gets a name with date and version. A file is written whole or not at \
      all; - writes to standard output, for a program that carries it elsewhere. This account must have unlocked the vault once, as it follows the keys from what it has seen. \
      The vault's diary takes it in when somebody works with the vault in this account.
      """)

  @Argument(
    help: ArgumentHelp("A folder, the new file's path, or -.", valueName: "folder|file"),
    completion: .file())
  var target: String

  @Option(
    help: ArgumentHelp(
      "Afterwards keep only the newest backups of this vault in that folder; others' files, and "
        + "the newest that was found sound, stay.", valueName: "number"))
  var keep: String?

  @Option(
    help: ArgumentHelp(
      "The vault's file; otherwise UIDVAULT_FILE, otherwise the default vault.",
      valueName: "file"))
  var vault: String?

  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    try StandardOutput.check()
    let kept = try keptNumber()
    if isStream { try checkStream() }
    let path = try vaultPath()
    guard let memory = StateMemory() else { throw CommandFailure(vault: .backup(.notVisited)) }
    let file = try VaultFile(path: path)
    let source = try file.backupSource(
      for: Account(memory: memory, path: try file.resolvedPath(), intent: .follow(accepting: nil)),
      now: Now.seconds)
    let folder = BackupFolder(at: target)
    let place = try folder?.path(of: source, at: Now.seconds) ?? target
    let made = isStream ? try source.encrypt(to: Self.stream) : try write(source, to: place)
    source.record(made)
    guard !isStream else { return }
    let removed = try folder.map { folder in
      try kept.map {
        try folder.prune(keeping: $0, with: place, of: try KnownBackups(of: source))
      } ?? 0
    }
    try tell(place, made, source, removed: removed ?? 0)
  }

  private var isStream: Bool { target == "-" }

  private func checkStream() throws(CommandFailure) {
    guard !json else { throw .usage("--json needs standard output for itself") }
    guard !StandardOutput.isTerminal else {
      throw .usage(
        "a backup is not for a screen",
        hints: ["name a folder or a file, or lead standard output to a program"])
    }
  }

  private static func stream(_ bytes: RawSpan) throws {
    do throws(TerminalError) { try StandardOutput.write(bytes) } catch {
      throw CommandFailure(output: error)
    }
  }

  private func write(_ source: BackupSource, to place: String) throws -> BackupMade {
    let output = try BackupOutput(at: place)
    let made = try source.encrypt(to: output.write)
    try output.commit()
    return made
  }

  private func tell(
    _ place: String, _ made: BackupMade, _ source: BackupSource, removed: Int
  ) throws {
    if json {
      return try JSONAnswer.write(
        BackupJSON(
          file: place, bytes: made.bytes, clients: source.clients, version: source.version,
          removed: removed))
    }
    try StandardOutput.write(lines: [
      "A backup of version \(source.version) with \(Counted(source.clients, "client", "clients"))"
        + " is at \(place).",
      "Whether it opens is said by: uidvault backup verify \(place)",
    ])
  }

  private func keptNumber() throws(CommandFailure) -> Int? {
    guard let keep else { return nil }
    guard let number = Int(keep), number >= 1 else {
      throw .usage("--keep is a number from 1 on")
    }
    guard BackupFolder(at: target) != nil else {
      throw .usage("--keep needs a folder", hints: ["name the folder in which the backups lie"])
    }
    return number
  }

  private func vaultPath() throws -> String {
    if let named = vault ?? Environment.value(of: "UIDVAULT_FILE") { return named }
    if let usual = try DefaultVault.path() { return usual }
    throw CommandFailure.usage("which vault?", hints: ["name it with --vault FILE"])
  }
}

/// What `backup export` answers; docs/JSON.md.
struct BackupJSON: Encodable {
  let file: String
  let bytes: Int
  let clients: Int
  let version: UInt64
  let removed: Int
}

/// A backup's file while it is written.
final class BackupOutput {
  private var file: OutputFile?

  init(at path: String) throws {
    do throws(TerminalError) { file = try OutputFile(at: path, .refuse) } catch {
      throw CommandFailure(output: error)
    }
  }

  func write(_ bytes: RawSpan) throws {
    do throws(TerminalError) { try file?.write(bytes) } catch {
      throw CommandFailure(output: error)
    }
  }

  func commit() throws {
    guard let file = file.take() else { return }
    do throws(TerminalError) { try file.commit() } catch { throw CommandFailure(output: error) }
  }

  /// Commits it as a file that goes again unless it is kept.
  func commitProvisionally(at path: String) throws -> ProvisionalFile {
    guard let file = file.take() else { preconditionFailure("a file is committed once") }
    do throws(TerminalError) { return try ProvisionalFile(file, at: path) } catch {
      throw CommandFailure(output: error)
    }
  }
}
