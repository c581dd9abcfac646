import ArgumentParser
import Terminal
import VaultCore

/// `uidvault pending`: who waits for a UID.
struct PendingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pending",
    abstract: "List the clients who wait for a UID.",
    discussion: "Give one its UID with: uidvault assign ID UID")

  @Flag(help: "Everybody's, not only those that you registered.")
  var all = false

  @OptionGroup var options: VaultOptions
  @OptionGroup var reason: ReasonOption
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let session = try Unlocking(options: options).session()
    try session.payOwed()
    // For programs all are listed, and each says whether it is one's own.
    let whose: Session.Whose = all || answer.json ? .everybodys : .mine
    let waiting = try session.pending(whose, reason: reason.reason, now: Now.seconds)
    if answer.json {
      try JSONAnswer.write(PendingJSON(waiting, member: session.member.id))
      return try UnreadableRecords(waiting.damage).end()
    }
    guard !waiting.clients.isEmpty else {
      return try StandardOutput.write("Nobody waits for a UID.\n")
    }
    let idle = Int(try session.policy().idleMinutes) * 60
    try Screen.show(
      ["Waiting for a UID:", ""] + PendingPage.lines(waiting.clients)
        + ["", "When HMIS has given one: uidvault assign"], answer.keeping, idle: idle)
    try UnreadableRecords(waiting.damage).end()
  }
}

/// Pending clients, numbered.
enum PendingPage {
  static func lines(_ clients: [Client]) -> [String] {
    var table = TextTable(columns: [.right, .left, .left, .left, .left])
    for (index, client) in clients.enumerated() {
      table.add([
        "\(index + 1)", client.id.shortText, String(JSONTime.text(client.created.time).prefix(10)),
        client.details.birthDate.map { "\($0.year)" } ?? "", client.details.displayName,
      ])
    }
    return table.lines(width: 80)
  }
}

/// What `pending` answers; docs/JSON.md, "pending".
struct PendingJSON: Encodable {
  let pending: [Entry]
  let damage: [DamageJSON]?

  struct Entry: Encodable {
    let id: String
    let created: String
    let mine: Bool
  }

  init(_ waiting: PendingClients, member: MemberID) {
    damage = DamageJSON.list(waiting.damage)
    pending = waiting.clients.map {
      Entry(
        id: $0.id.text, created: JSONTime.text($0.created.time), mine: $0.created.by == member)
    }
  }
}
