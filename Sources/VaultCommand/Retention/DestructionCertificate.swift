import VaultCore

/// What is printed and kept of a destruction: what is gone, what stays, and what it did not reach.
/// It names nobody: neither the client nor, but for their role, the member who ordered it.
struct DestructionCertificate {
  private let destruction: Destruction

  init(_ destruction: Destruction) {
    self.destruction = destruction
  }

  var lines: [String] { heading + facts + gone + remains + backups }

  private var heading: [String] { ["CERTIFICATE OF DESTRUCTION", ""] }

  private var facts: [String] {
    let words = destruction.fingerprint
    var lines = [
      row("Organization", destruction.organization),
      row("Vault's words", words.prefix(4).joined(separator: " ")),
      row("", words.dropFirst(4).joined(separator: " ")), row("Client", destruction.id.text),
    ]
    for uid in destruction.uids {
      lines.append(row(uid.to == nil ? "UID" : "Earlier UID", uid.text))
    }
    lines += [
      row("Registered", JSONTime.day(destruction.registered)),
      row("Destroyed", AuditPage.minute(destruction.destroyed) + " UTC"),
      row("Ordered by", "a supervisor" + why), row("Log entry", "\(destruction.entry)"),
      row("Key set", "\(destruction.epoch)"),
    ]
    return lines
  }

  private var why: String {
    destruction.reason.isEmpty ? "" : ", reason: \(destruction.reason)"
  }

  private var gone: [String] {
    [
      "", "Gone from the vault: every name, birth date, SSN, phone, address, note,",
      "household, release, PersonalID, and what the search knew of them. The keys were",
      "exchanged, and no value that was sealed before is left in the file but the",
      "links of its log, which hold no name and no UID.",
      "", "Kept: the id, the UIDs and the dates above, so that no UID is given twice.",
    ]
  }

  private var remains: [String] {
    [
      "", "Not reached, as it lies outside of the vault:",
      "- backups, copies of the file, and what a disk keeps of an older state of it:",
      "  each still opens with a passphrase or a recovery sheet of its day, until it",
      "  is deleted;", "- exports, printed pages, and what members remember;",
      "- what HMIS itself holds under the UID.",
    ]
  }

  private var backups: [String] {
    guard !destruction.backups.isEmpty else {
      return ["", "Known backups: none. There may be some that this vault was not told of."]
    }
    let known = destruction.backups.map { backup in
      "- \(AuditPage.minute(backup.time)) UTC, version \(backup.rosterNumber)"
        + (backup.verified ? ", found sound" : "")
    }
    return ["", "Known backups that may still hold the person, each until it is deleted:"]
      + known + ["There may be others that this vault was not told of."]
  }

  private func row(_ label: String, _ text: String) -> String {
    label + String(repeating: " ", count: max(1, 16 - label.count)) + text
  }
}

/// What `destroy` answers; docs/JSON.md, "destroy".
struct DestroyedJSON: Encodable {
  let id: String
  let uids: [String]
  let destroyed: String
  let reason: String?
  let entry: UInt64
  let keySet: UInt64
  let backups: [Backup]

  struct Backup: Encodable {
    let made: String
    let version: UInt64
    let sound: Bool
  }

  init(_ destruction: Destruction) {
    id = destruction.id.text
    uids = destruction.uids.map(\.text)
    destroyed = JSONTime.text(destruction.destroyed)
    reason = destruction.reason.isEmpty ? nil : destruction.reason
    entry = destruction.entry
    keySet = destruction.epoch
    backups = destruction.backups.map {
      Backup(made: JSONTime.text($0.time), version: $0.rosterNumber, sound: $0.verified)
    }
  }
}

/// What `destroy --due` answers; docs/JSON.md, "destroy".
struct DueJSON: Encodable {
  let due: [Entry]

  struct Entry: Encodable {
    let id: String
    let uid: String?
    let due: String
    let hold: Bool
  }

  init(_ clients: [DueClient]) {
    due = clients.map { Entry(id: $0.id.text, uid: $0.uid, due: $0.monthText, hold: $0.isHeld) }
  }
}
