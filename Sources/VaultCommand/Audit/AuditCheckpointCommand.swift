import ArgumentParser
import Terminal
import VaultCore

/// `uidvault audit checkpoint`: a signed word of where the log stands.
struct AuditCheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign where the log stands, to be printed or sent.",
    discussion: """
      Kept outside of the vault, it shows later whether the log was cut or replaced: uidvault audit \
      verify --against FILE. It names no client, and its signer only by an id. It says nothing of \
      whether the log is sound: check that first with uidvault audit verify.
      """)

  @OptionGroup var options: VaultOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let session = try Unlocking(options: options).session()
    let checkpoint = try session.checkpoint(now: Now.seconds)
    if json { return try JSONAnswer.write(CheckpointJSON(checkpoint)) }
    try StandardOutput.write(lines: checkpoint.lines)
  }
}

/// A checkpoint; docs/JSON.md, "audit checkpoint".
struct CheckpointJSON: Encodable {
  let number: UInt64
  let time: String
  let words: [String]
  let text: String

  init(_ checkpoint: Checkpoint) {
    number = checkpoint.number
    time = JSONTime.text(checkpoint.time)
    words = checkpoint.words
    text = checkpoint.lines.joined(separator: "\n") + "\n"
  }
}
