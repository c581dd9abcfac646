import ArgumentParser
import Terminal
import VaultCore

/// `uidvault rotate`: new keys for everything.
struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Exchange the keys: every value is sealed anew.",
    discussion: """
      Nobody else needs to be there; everybody's passphrase stays as it is. It may be interrupted \
      at any time: then the old keys stay. Afterwards the file is rewritten, and searched for what \
      was sealed before. Old copies of the file and old backups stay as they are.
      """)

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var confirmation: ConfirmationOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let session = try Unlocking(options: options).session()
    // Nothing is lost by it: where nobody can be asked, nobody needs to be.
    if !options.passphrase.noInput {
      try confirmation.ask(
        options.passphrase, ["Everything is sealed anew; others wait meanwhile."],
        "Exchange the keys?")
    }
    let progress = RotationBar()
    defer { progress.end() }
    let rotated = try session.rotate(reason.order, progress: progress.update)
    progress.end()
    if json {
      return try JSONAnswer.write(
        RotatedJSON(epoch: rotated.epoch, resealed: rotated.resealed))
    }
    try StandardOutput.write(lines: [
      "Key set \(rotated.epoch) is in use; "
        + "\(Counted(rotated.resealed, "client is", "clients are")) sealed anew.",
      "Nothing that was sealed before is left in the file but the links of its log.",
    ])
  }
}

/// What `rotate` answers; docs/JSON.md.
struct RotatedJSON: Encodable {
  let epoch: UInt64
  let resealed: UInt64
}

/// How far an exchange of keys has come, on a terminal.
final class RotationBar {
  private let progress = Progress("exchanging the keys", total: nil)

  func update(_ done: Int, _ total: Int) { progress.update(done) }

  func end() { progress.end() }
}
