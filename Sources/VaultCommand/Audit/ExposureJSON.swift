import VaultCore

/// Who could have been seen by whom; docs/JSON.md, "audit exposure".
struct ExposureJSON: Encodable {
  let clients: UInt64
  let members: [Member]

  struct Member: Encodable {
    let member: String
    let role: String?
    let from: String?
    let until: String?
    let readable: UInt64
    let seen: Int
    let clients: [String]
    let actions: [String: Int]
    let uids: [String: String]?
  }

  init(_ found: Exposure) {
    clients = found.clients
    members = found.members.map { member in
      let uids = member.clients.compactMap { id in found.uids[id].map { (id.text, $0) } }
      return Member(
        member: found.names.name(of: member.member), role: member.role?.word,
        from: member.from.map(JSONTime.text), until: member.until.map(JSONTime.text),
        readable: member.readable, seen: member.clients.count,
        clients: member.clients.map(\.text), actions: member.actions.byCode,
        uids: uids.isEmpty ? nil : Dictionary(uids) { first, _ in first })
    }
  }
}

/// Who has seen one client; docs/JSON.md, "audit exposure".
struct StatementJSON: Encodable {
  let client: String?
  let uid: String?
  let entries: [Entry]

  struct Entry: Encodable {
    let number: UInt64
    let time: String
    let member: String
    let action: String
    let reason: String?
  }

  init(_ reading: AuditReading) {
    client = reading.client?.text
    uid = reading.client.flatMap { reading.uids[$0] }
    entries = reading.entries.map { entry in
      Entry(
        number: entry.number, time: JSONTime.text(entry.time),
        member: reading.names.name(of: entry.member), action: entry.action.code,
        reason: entry.reason.isEmpty ? nil : entry.reason)
    }
  }
}

/// Counts for a funder; docs/JSON.md, "audit exposure".
struct ActivityJSON: Encodable {
  let months: [Month]

  struct Month: Encodable {
    let month: String
    let actions: [String: Int]
  }

  init(_ report: ActivityReport) {
    months = report.months.map { Month(month: $0.month, actions: $0.actions.byCode) }
  }
}

extension [Action: Int] {
  /// The same under the words for programs.
  fileprivate var byCode: [String: Int] {
    [String: Int](map { ($0.key.code, $0.value) }, uniquingKeysWith: +)
  }
}
