import VaultCore

/// What `audit verify` found; docs/JSON.md, "audit verify".
struct LogVerificationJSON: Encodable {
  let sound: Bool
  let entries: UInt64
  var first: UInt64?
  var last: UInt64?
  var contents: String?
  var problem: String?
  var number: UInt64?
  var kind: String?
  var checkpoint: String?
  var signer: String?

  private enum CodingKeys: String, CodingKey {
    case sound, entries, first, last, contents, problem, number, kind, checkpoint, signer
  }

  /// Plain lines for a person.
  private(set) var lines: [String]

  private static let advice = "Keep the file as it is, and compare with a backup."

  init(_ found: LogVerification, _ checkpoint: Checkpoint?) {
    sound = found.isSound
    entries = found.links
    lines = []
    if let damage = found.damage {
      tell(damage)
      if damage.entryNumber != nil { lines.append("Every entry before it that is kept is sound.") }
    } else {
      (first, last) = (found.first, found.last)
      contents = found.areContentsRead ? "opened" : "hashed"
      lines.append(
        "The log is sound: \(Counted(found.links, "entry", "entries")), "
          + "from \(found.first) to \(found.last).")
      if !found.areContentsRead {
        lines.append("What they record was compared by hash; who reads the log opens it as well.")
      }
    }
    if let verdict = found.checkpoint, let checkpoint { tell(verdict, of: checkpoint, found) }
    if !sound { lines.append(Self.advice) }
  }

  /// Damage so near to the root that no entry could be judged.
  init(root: Damage) {
    sound = false
    entries = 0
    lines = []
    tell(root)
    lines.append(Self.advice)
  }

  private mutating func tell(_ damage: Damage) {
    let words = "\(damage.entryPlace) \(damage.problem.words)"
    problem = words
    number = damage.entryNumber
    kind = damage.problem.code
    lines.append("The log is not sound: \(words).")
  }

  private mutating func tell(
    _ verdict: CheckpointVerdict, of checkpoint: Checkpoint, _ found: LogVerification
  ) {
    self.checkpoint = verdict.code
    signer = found.signer
    let words = verdict.words(of: checkpoint)
    if problem == nil, verdict != .contained, verdict != .notKept {
      problem = words
      kind = "checkpoint"
    }
    let time = AuditPage.minute(checkpoint.time)
    lines.append("The checkpoint of \(time) (entry \(checkpoint.number)): \(words).")
    if verdict == .contained || verdict == .notKept, let signer {
      lines.append("It was signed by \(signer).")
    }
  }
}

extension CheckpointVerdict {
  /// A word for programs.
  var code: String {
    switch self {
    case .contained: "contained"
    case .notKept: "not-kept"
    case .otherVault: "other-vault"
    case .unsigned: "unsigned"
    case .otherMembers: "other-members"
    case .cut: "cut"
    case .otherLink: "other-entry"
    }
  }

  /// Words for people.
  func words(of checkpoint: Checkpoint) -> String {
    switch self {
    case .contained: "the log contains it"
    case .notKept: "its entry is not kept any more; its list of members is in the chain"
    case .otherVault: "it is of another vault"
    case .unsigned: "nobody who was a member then has signed it as it stands"
    case .otherMembers:
      "its list of members is not in this vault, which is a branch or an older copy"
    case .cut(let last):
      "the log ends at entry \(last), before entry \(checkpoint.number): it was cut, or this is an "
        + "older copy"
    case .otherLink: "another entry stands in its place: this vault is a branch"
    }
  }
}
