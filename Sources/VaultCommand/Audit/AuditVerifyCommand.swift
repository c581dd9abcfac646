import ArgumentParser
import Terminal
import VaultCore

/// `uidvault audit verify`: whether the log is whole and by whom it says.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every entry of the log, from the first kept to the last.",
    discussion: """
      Open to every member. Checks that each entry continues the one before it, that its member \
      signed it and was entitled then, and that only who may has changed the clients. With --against \
      it also says whether the log still contains a checkpoint.
      """)

  @Option(
    help: ArgumentHelp(
      "Compare with a checkpoint: a file, or - to type or paste its lines (end with Ctrl-D).",
      valueName: "file"),
    completion: .file())
  var against: String?

  @OptionGroup var options: VaultOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let checkpoint = try against.map { try CheckpointFile.read($0, beside: options.passphrase) }
    let session: Session
    let found: LogVerification
    do {
      session = try Unlocking(options: options).session()
      let progress = Progress("checking the log", total: nil)
      defer { progress.end() }
      found = try session.verifyLog(against: checkpoint) { done, _ in progress.update(done) }
    } catch let error as VaultError {
      guard let damage = error.damage else { throw error }
      return try answer(LogVerificationJSON(root: damage))
    }
    try answer(LogVerificationJSON(found, checkpoint))
  }

  private func answer(_ found: LogVerificationJSON) throws {
    if json { try JSONAnswer.write(found) } else { try StandardOutput.write(lines: found.lines) }
    if !found.sound { throw AnsweredNo(status: .damaged) }
  }
}

/// A checkpoint that was kept outside of the vault.
enum CheckpointFile {
  // Twelve lines; a mail around them would be refused anyway.
  private static let limit = 65_536  // bytes

  static func read(_ path: String, beside options: PassphraseOptions) throws -> Checkpoint {
    let bytes: [UInt8]
    if path == "-" {
      try options.checkBeside(standardInput: .read)
      bytes = try StandardInput.all(limit: limit)
    } else {
      bytes = try InputBytes(path: path).all(limit: limit)
    }
    do throws(CheckpointProblem) {
      return try Checkpoint(untrusted: String(decoding: bytes, as: UTF8.self))
    } catch {
      switch error {
      case .notACheckpoint:
        throw CommandFailure(
          "that is no checkpoint, or not a whole one",
          hints: ["it has twelve lines, from \"UID Vault checkpoint 1\" to the signature"],
          status: .trouble)
      case .unknownVersion:
        throw CommandFailure(
          "the checkpoint was made by a newer uidvault", hints: ["use a newer uidvault"],
          status: .trouble)
      }
    }
  }
}
