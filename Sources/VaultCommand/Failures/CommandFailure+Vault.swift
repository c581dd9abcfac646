import Terminal
import VaultCore
import VaultCrypto

extension CommandFailure {
  /// What the vault said, in words.
  init(vault error: VaultError) {
    switch error {
    case .file(let problem): self.init(file: problem)
    case .crypto(let problem): self.init(crypto: problem)
    case .roster(let problem): self.init(roster: problem)
    case .damaged(let damage): self.init(damage: damage)
    case .freshness(let problem, let memory): self.init(freshness: problem, memory: memory)
    case .memory(let problem): self.init(memory: problem)
    case .backup(let problem): self.init(backup: problem)
    case .wrongPassphrase: self.init("wrong passphrase", status: .wrongPassphrase)
    case .unknownMember, .noLongerMember, .uncleaned, .foreignVault: self.init(access: error)
    case .notPermitted:
      self.init(
        "your role does not allow this", hints: ["ask a supervisor"], status: .notPermitted)
    case .reasonDemanded(let reasons):
      self = .usage("a reason is needed", hints: ["add --reason with one of \(Self.list(reasons))"])
    case .unknownReason(let reasons):
      self = .usage("--reason is not on the list", hints: ["use one of \(Self.list(reasons))"])
    case .noSuchMember, .nameTaken, .noInvitation, .invitationExpired, .invitationCode, .notOneself,
      .recoverySheetNeeded, .otherSheet, .sameRole, .full, .policy:
      self.init(member: error)
    case .noSuchClient, .ambiguousID, .uidTaken, .alreadyAssigned, .wrongStatus, .held, .field,
      .noName, .tooManyIdentifiers, .table:
      self.init(client: error)
    }
  }

  /// What the vault said of who is in it, or of what keeps it from being used.
  private init(access error: VaultError) {
    switch error {
    case .unknownMember:
      self.init(
        "nobody of that name is a member of this vault",
        hints: ["say who you are as the vault knows you, with --as or when asked"],
        status: .wrongPassphrase)
    case .noLongerMember:
      self.init(
        "since you unlocked the vault you were removed, or your passphrase was changed",
        hints: ["start again; if it does not open, ask a supervisor"], status: .wrongPassphrase)
    case .uncleaned(let problem):
      self.init(
        "the keys are exchanged, but the file could not be cleaned of what was sealed before"
          + (problem.map { ": " + CommandFailure(file: $0).problem } ?? ""),
        hints: ["the next uidvault command of a caseworker or supervisor tries again"],
        status: .trouble)
    case .foreignVault:
      self.init(
        "this vault was not founded by whom your passphrase knows as its founder",
        hints: ["the file may have been exchanged: do not use it, and tell your supervisor"],
        status: .damaged)
    default: preconditionFailure("only what stands in the way of a member comes here")
    }
  }

  /// What the vault said of one client or of a table.
  private init(client error: VaultError) {
    switch error {
    case .noSuchClient:
      self.init(
        "no client has that UID or id", hints: ["search by name: uidvault find"], status: .no)
    case .ambiguousID(let count):
      self = .usage("\(count) clients' ids begin like that", hints: ["give more of the id"])
    case .uidTaken(let id):
      self.init(
        "that UID stands, or once stood, for the client \(id.text)",
        hints: ["compare it with HMIS: uidvault show \(id.shortText)"], status: .no)
    case .alreadyAssigned:
      self.init(
        "this client has a UID already",
        hints: ["if it was wrong: uidvault assign --correct --reason correction"], status: .no)
    case .wrongStatus(let status):
      self.init("this client's record is \(status.word)", status: .no)
    case .held(let since):
      self.init(
        "a legal hold stops this, since \(JSONTime.day(since))",
        hints: ["once it may end: uidvault hold UID off"], status: .notPermitted)
    case .field(let problem): self.init(field: problem)
    case .noName:
      self.init("a client needs at least one name or alias", status: .trouble)
    case .tooManyIdentifiers(let limit):
      self.init("the record holds \(limit) UIDs already", status: .trouble)
    case .table(let problem): self.init(table: problem)
    // The switch above is the whole list; a failure to be told must not end in a trap.
    default: self.init("the vault refused this", status: .trouble)
    }
  }

  private static func list(_ reasons: [String]) -> String { reasons.joined(separator: ", ") }
}

extension CommandFailure {
  /// Cryptography that could not be done.
  init(crypto error: CryptoError) {
    switch error {
    case .costTooLow(let passes, let memory), .costTooHigh(let passes, let memory):
      self.init(
        "the passphrase cost of \(memory) MiB and \(passes) passes is out of bounds",
        hints: ["64 to 1024 MiB and 3 to 10 passes are allowed"], status: .trouble)
    case .costBeyondMachine(let memory, let machine):
      self.init(
        "the passphrase cost of \(memory) MiB is more than half of this machine's \(machine) MiB",
        hints: ["use a larger machine, or add --accept-kdf-memory"], status: .trouble)
    case .outOfMemory(let memory):
      self.init("there are no \(memory) MiB of free memory", status: .trouble)
    case .tooShort(let found):
      self.init(
        "the passphrase has \(found) characters; it needs \(Passphrase.floor)",
        hints: ["a few unrelated words are easier to keep than a short riddle"], status: .trouble)
    case .tooLong: self.init("the passphrase is too long", status: .trouble)
    case .notUTF8: self.init("the passphrase is not UTF-8 text", status: .trouble)
    case .controlCharacter:
      self.init("the passphrase has a control character", status: .trouble)
    case .sodiumUnavailable: self.init("libsodium cannot be used here", status: .trouble)
    default: self.init("the vault's cryptography failed", status: .damaged)
    }
  }

  /// A roster that must not be followed.
  init(roster problem: RosterProblem) {
    switch problem {
    case .format(.unknownSuite(let suite)):
      self.init(
        "the vault uses cryptography suite \(suite), which this program does not know",
        hints: ["use a newer uidvault, or restore a backup"], status: .damaged)
    default:
      self.init(
        "the vault's list of members is damaged or forged",
        hints: Self.damageHints, status: .damaged)
    }
  }

  /// One row that is not what it must be, named without its content.
  init(damage: Damage) {
    self.init(
      "the vault is damaged: \(damage.place) \(damage.problem.words)", hints: Self.damageHints,
      status: .damaged)
  }

  private static let damageHints = [
    "nothing was shown and nothing changed; keep the file as it is and tell your supervisor"
  ]
}

extension Damage {
  /// Namespace and key, as `verify` names rows.
  var place: String { key.isEmpty ? namespace : "\(namespace) \(keyText)" }

  /// The key in hexadecimal digits.
  var keyText: String {
    key.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension Damage.Problem {
  /// A word for programs.
  var code: String {
    switch self {
    case .missing: "missing"
    case .additional: "additional"
    case .hash: "hash"
    case .seal: "seal"
    case .format: "format"
    case .signature: "signature"
    case .number: "number"
    case .rosterEnd: "roster-end"
    case .key: "key"
    }
  }

  /// Words that go on from "the row …".
  var words: String {
    switch self {
    case .missing: "is missing"
    case .additional: "does not belong there"
    case .hash: "was altered, or replaced by an older one"
    case .seal: "does not open"
    case .format: "is not in the format of a vault"
    case .signature: "was not signed by somebody who may"
    case .number: "disagrees with the rest of the vault"
    case .rosterEnd: "belongs to another list of members"
    case .key: "holds another key than the list of members names"
    }
  }
}

extension ClientStatus {
  /// The word in JSON and for people.
  var word: String {
    switch self {
    case .pending: "pending"
    case .active: "active"
    case .identified: "identified"
    case .retired: "retired"
    case .merged: "merged"
    case .destroyed: "destroyed"
    }
  }
}
