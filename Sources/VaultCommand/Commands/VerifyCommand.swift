import ArgumentParser
import Terminal
import VaultCore

/// `uidvault verify`: whether every row is what the rest of the vault says it is.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every row of the vault, without showing anybody.")

  @OptionGroup var options: VaultOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let session: Session
    let report: VerificationReport
    do {
      session = try Unlocking(options: options).session()
      let progress = Progress("checking rows", total: nil)
      defer { progress.end() }
      report = try session.verify { done, _ in progress.update(done) }
    } catch let error as VaultError {
      guard let damage = error.damage else { throw error }
      return try answer(VerificationJSON(root: damage))
    }
    var found = VerificationJSON(report)
    if !report.isSound { found.lines.append(try Self.advice(by: session)) }
    try answer(found)
  }

  /// Which backup to go back to, if one is known.
  private static func advice(by session: Session) throws -> String {
    guard let backup = try session.newestSoundBackup() else {
      return "No backup is known that was opened and found sound."
    }
    return "The newest backup that was found sound is of \(JSONTime.text(backup.time)),"
      + " version \(backup.rosterNumber)."
  }

  private func answer(_ found: VerificationJSON) throws {
    if json { try JSONAnswer.write(found) } else { try StandardOutput.write(lines: found.lines) }
    if !found.sound { throw AnsweredNo(status: .damaged) }
  }
}

/// What `verify` found; docs/JSON.md, "verify".
struct VerificationJSON: Encodable {
  let sound: Bool
  let clients: Int
  let entries: UInt64
  let damage: [DamageJSON]
  let more: Int

  private enum CodingKeys: String, CodingKey {
    case sound, clients, entries, damage, more
  }

  /// Plain lines for a person.
  var lines: [String]

  init(_ report: VerificationReport) {
    sound = report.isSound
    clients = report.clients
    entries = report.links
    damage = report.damage.map(DamageJSON.init)
    more = report.damageBeyond
    lines =
      report.isSound
      ? [
        "The vault is sound: \(Counted(report.clients, "client", "clients")), "
          + "\(Counted(report.links, "log entry", "log entries"))."
      ]
      : report.damage.map { "The row \($0.place) \($0.problem.words)." }
        + (report.damageBeyond > 0 ? ["… and \(report.damageBeyond) more."] : [])
        + ["The vault is damaged; keep the file as it is, and restore a backup."]
  }

  /// Damage so near to the root that nothing behind it could be judged.
  init(root: Damage) {
    sound = false
    clients = 0
    entries = 0
    damage = [DamageJSON(root)]
    more = 0
    lines = [
      "The row \(root.place) \(root.problem.words); nothing behind it could be checked.",
      "The vault is damaged; keep the file as it is, and restore a backup.",
    ]
  }
}
