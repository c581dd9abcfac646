import ArgumentParser
import HMIS
import Terminal
import VaultCore

/// `uidvault destroy`: forgets a client for good.
struct DestroyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "Destroy what is known of a client, for good.",
    discussion: """
      Names and everything else are gone; the UIDs, the id and the dates stay, so that a UID is \
      never given to somebody else. The keys are exchanged in the same step, and the file is \
      searched for what was sealed before. It answers with a certificate to print. Backups and \
      copies that were made before stay as they are: the certificate lists those that are known. \
      For supervisors; a legal hold stops it. With --due it lists whose retention has run out.
      """)

  @Argument(help: "A UID, or an id: @ and at least 6 characters. Asked for if left out.")
  var client: String?

  @Flag(help: "Only list whose retention has run out, longest first.")
  var due = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var confirmation: ConfirmationOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    try ClientArgument.refuseName(client)
    if due { return try list() }
    try confirmation.check(options.passphrase)
    let session = try Unlocking(options: options).session(reading: .directory)
    try session.payOwed()
    try session.check(reason.order)
    let reference = try ClientArgument(options: options.passphrase)
      .reference(client, under: try session.policy())
    try confirmation.ask(
      options.passphrase, Self.before, "Destroy the client \(reference.words)?")
    let progress = RotationBar()
    defer { progress.end() }
    let destruction = try session.destroy(reference, reason.order, progress: progress.update)
    progress.end()
    if json { return try JSONAnswer.write(DestroyedJSON(destruction)) }
    try StandardOutput.write(lines: DestructionCertificate(destruction).lines)
  }

  private static let before = [
    "Names, birth date and everything else that is known of the client are gone",
    "for good; UIDs, id and dates stay. The keys are exchanged. Backups and copies",
    "made before stay as they are.",
  ]

  private func list() throws {
    guard client == nil else {
      throw CommandFailure.usage(
        "--due lists, and destroys nobody", hints: ["leave the client or --due out"])
    }
    let session = try Unlocking(options: options).session(reading: .directory)
    try session.payOwed()
    let due = try session.due(reason.order)
    if json { return try JSONAnswer.write(DueJSON(due)) }
    try StandardOutput.write(lines: DuePage.lines(due))
  }
}

/// Clients whose retention has run out, a line each.
enum DuePage {
  static func lines(_ due: [DueClient]) -> [String] {
    guard !due.isEmpty else { return ["Nobody's retention has run out."] }
    var table = TextTable(
      columns: [.left, .left, .left, .left], headings: ["Due since", "UID", "Id", ""])
    for client in due {
      table.add([
        client.monthText, client.uid ?? "none", client.id.text, client.isHeld ? "legal hold" : "",
      ])
    }
    return table.lines(width: 80) + [
      "", "Forget one for good: uidvault destroy UID --reason R",
    ]
  }
}

extension DueClient {
  /// The month in which retention ran out, as ISO 8601 writes it.
  var monthText: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

extension ClientReference {
  /// What a person typed to name the client, in one form.
  fileprivate var words: String {
    switch self {
    case .uid(let uid): uid.description
    case .id(let prefix): prefix.text
    }
  }
}
