import Terminal
import VaultCore

/// One entry of the log; docs/JSON.md, "audit show".
struct AuditEntryJSON: Encodable {
  let number: UInt64
  let time: String
  let member: String
  let action: String
  let clients: [String]
  let reason: String?
  let members: [String]?
  let role: String?
  let fields: [String]?
  let uids: [String: String]?

  init(_ entry: AuditEntry, in reading: AuditReading) {
    number = entry.number
    time = JSONTime.text(entry.time)
    member = reading.names.name(of: entry.member)
    action = entry.action.code
    clients = entry.clients.map(\.text)
    reason = entry.reason.isEmpty ? nil : entry.reason
    let concerned = entry.concerned.map { reading.names.name(of: $0.member) }
    members = concerned.isEmpty ? nil : concerned
    role = entry.concerned.first?.role?.word
    fields = entry.fields.isEmpty ? nil : entry.fields.map(\.rawValue)
    let known = entry.clients.compactMap { id in reading.uids[id].map { (id.text, $0) } }
    uids = known.isEmpty ? nil : Dictionary(known) { first, _ in first }
  }
}

/// The log as a table; docs/JSON.md, "audit show".
enum AuditCSV {
  private static let header = [
    "number", "time", "member", "action", "clients", "reason", "members", "role", "fields",
  ]

  static func write(_ reading: AuditReading) throws {
    let hasUIDs = !reading.uids.isEmpty
    var bytes = AuditTable.line(header + (hasUIDs ? ["uids"] : []))
    for entry in reading.entries {
      let json = AuditEntryJSON(entry, in: reading)
      let uids = entry.clients.map { reading.uids[$0] ?? "-" }
      bytes += AuditTable.line(
        [
          "\(json.number)", json.time, json.member, json.action,
          json.clients.joined(separator: " "), json.reason ?? "",
          json.members?.joined(separator: "; ") ?? "", json.role ?? "",
          json.fields?.joined(separator: " ") ?? "",
        ] + (hasUIDs ? [uids.joined(separator: " ")] : []))
    }
    try StandardOutput.write(String(decoding: bytes, as: UTF8.self))
  }
}
