import ArgumentParser
import Terminal
import VaultCore
import VaultCrypto

/// `uidvault status`: what state the vault is in, in plain words.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what state the vault is in, without showing anybody.")

  @OptionGroup var options: VaultOptions
  @Flag(help: "Answer in JSON, for programs.")
  var json = false

  func run() throws {
    let session = try Unlocking(options: options).session()
    let status = try session.status(now: Now.seconds)
    let facts = try VaultFile(path: try options.path()).facts()
    if json { return try JSONAnswer.write(StatusJSON(status, facts)) }
    try StandardOutput.write(lines: StatusPage(status: status, facts: facts).lines)
  }
}

/// The state of a vault as plain lines.
struct StatusPage {
  let status: VaultStatus
  let facts: VaultFile.Facts

  var lines: [String] {
    overview + clients + upkeep + warnings
  }

  private var overview: [String] {
    [
      row("Organization", status.organization),
      row("You", "\(status.member), \(status.role.word)"),
      row("Version", "\(status.version), key set \(status.keySet), \(people)"),
      row("Vault's words", status.fingerprint.joined(separator: " ")),
      row("Version's", status.versionWords.words.joined(separator: " ")),
    ]
  }

  private var people: String {
    let members = "\(Counted(status.members, "member", "members"))"
    return status.openInvitations == 0 ? members : "\(members), \(status.openInvitations) invited"
  }

  private var clients: [String] {
    let counts = ClientStatus.allCases.filter { status.clients[$0] > 0 }
      .map { "\(status.clients[$0]) \($0.word)" }.joined(separator: ", ")
    var lines = [row("Clients", counts.isEmpty ? "none yet" : counts)]
    if let mine = status.pendingMine, mine > 0 {
      lines.append(
        row("", "\(Counted(mine, "of yours waits", "of yours wait")) for a UID: uidvault pending"))
    }
    if let due = status.retentionDue, due > 0 {
      lines.append(
        row(
          "",
          "\(Counted(due, "has", "have")) reached the end of their retention:"
            + " uidvault destroy --due"))
    }
    return lines
  }

  private var upkeep: [String] {
    [
      row("Made", day(status.created)), row("Last rotation", day(status.lastRotation)),
      row("Last backup", day(status.lastBackup)), row("Last drill", day(status.lastDrill)),
      row("Log", "\(Counted(status.logEntries, "entry", "entries"))"),
      row("File", "\(facts.bytes) bytes, mode \(String(facts.mode, radix: 8))"),
    ]
  }

  private var warnings: [String] {
    var found: [String] = []
    switch status.visit {
    case .first, .otherVault:
      found.append("this account has not seen the vault before: compare both lots of words")
    case .known, .newGeneration, .settling: break
    }
    if status.rotationOwed {
      found.append("a rotation is owed: a supervisor's next command exchanges the keys")
    }
    if status.vacuumOwed {
      found.append("the file is still to be cleaned of old sealed bytes: the next change does it")
    }
    if status.expiredInvitations > 0 {
      found.append(
        "\(status.expiredInvitations) invitation(s) expired: withdraw them with uidvault member remove"
      )
    }
    if let lead = status.lastEntry.lead(before: Now.seconds) {
      found.append("this machine's clock is \(lead) behind the log's last entry: set it right")
    }
    if facts.isOpenToOthers { found.append("the file can be read by others on this machine") }
    if let service = facts.syncService {
      found.append("\(service) copies this folder, which can fork the vault: move it")
    }
    if status.memoryLock == .unlocked { found.append("keys could not be locked in memory") }
    if let swap = Machine.swap.warning { found.append(swap) }
    return found.map { row("Attention", $0) }
  }

  private func row(_ label: String, _ text: String) -> String {
    label + String(repeating: " ", count: max(1, 15 - label.count)) + text
  }

  private func day(_ seconds: UInt64?) -> String {
    seconds.map { String(JSONTime.text($0).prefix(10)) } ?? "never"
  }
}

extension UInt64 {
  /// How far a time lies ahead of another one, in words; nil within five minutes.
  fileprivate func lead(before now: UInt64) -> String? {
    guard self > now, self - now > 300 else { return nil }
    let minutes = (self - now) / 60
    return minutes < 120
      ? "\(minutes) minutes"
      : minutes < 2880 ? "\(minutes / 60) hours" : "\(minutes / 1440) days"
  }
}

extension Swap {
  /// What a person should know of it; nil if there is nothing.
  fileprivate var warning: String? {
    switch self {
    case .off, .encrypted: nil
    case .plain: "this machine's swap is not encrypted: what you look at may reach the disk"
    case .unknown: nil
    }
  }

  /// The word in JSON.
  fileprivate var word: String {
    switch self {
    case .off: "off"
    case .encrypted: "encrypted"
    case .plain: "plain"
    case .unknown: "unknown"
    }
  }
}

/// The state of a vault as JSON; docs/JSON.md, "status".
struct StatusJSON: Encodable {
  let organization: String
  let member: String
  let role: String
  let version: UInt64
  let keySet: UInt64
  let members: Int
  let invitations: Int
  let expiredInvitations: Int
  let clients: [String: UInt64]
  let created: String
  let lastRotation: String?
  let lastBackup: String?
  let lastDrill: String?
  let rotationOwed: Bool
  let vacuumOwed: Bool
  let logEntries: UInt64
  let lastEntry: String
  let retentionDue: Int?
  let pendingMine: Int?
  let words: [String]
  let versionWords: [String]
  let seenBefore: Bool
  let bytes: Int
  let mode: String
  let syncService: String?
  let memoryLocked: Bool
  let swap: String

  init(_ status: VaultStatus, _ facts: VaultFile.Facts) {
    organization = status.organization
    member = status.member
    role = status.role.word
    version = status.version
    keySet = status.keySet
    members = status.members
    invitations = status.openInvitations
    expiredInvitations = status.expiredInvitations
    clients = Dictionary(
      uniqueKeysWithValues: ClientStatus.allCases.map { ($0.word, status.clients[$0]) })
    created = JSONTime.text(status.created)
    lastRotation = status.lastRotation.map(JSONTime.text)
    lastBackup = status.lastBackup.map(JSONTime.text)
    lastDrill = status.lastDrill.map(JSONTime.text)
    rotationOwed = status.rotationOwed
    vacuumOwed = status.vacuumOwed
    logEntries = status.logEntries
    lastEntry = JSONTime.text(status.lastEntry)
    retentionDue = status.retentionDue
    pendingMine = status.pendingMine
    words = status.fingerprint
    versionWords = status.versionWords.words
    seenBefore = status.visit == .known || status.visit == .newGeneration
    bytes = facts.bytes
    mode = String(facts.mode, radix: 8)
    syncService = facts.syncService
    memoryLocked = status.memoryLock == .locked
    swap = Machine.swap.word
  }
}
