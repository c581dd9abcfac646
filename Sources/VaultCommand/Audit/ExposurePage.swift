import Terminal
import VaultCore

/// What could have been seen, for a person.
enum ExposurePage {
  private static let caution = [
    "", "The log is what honest programs wrote. With the file and a passphrase of that time, every",
    "client can be read without an entry: where that may have happened, count all of them.",
  ]

  /// A line for each member.
  static func overview(_ found: Exposure) -> [String] {
    var table = TextTable(
      columns: [.left, .left, .left, .left, .right, .right],
      headings: ["Member", "Role", "Key from", "to", "Could read", "In entries"])
    for member in found.members {
      table.add([
        found.names.name(of: member.member), member.role?.word ?? "–", day(member.from),
        member.from == nil ? "" : member.until.map { day($0) } ?? "now", "\(member.readable)",
        "\(member.clients.count)",
      ])
    }
    return ["Clients in the vault: \(found.clients)", ""] + table.lines(width: 100) + caution
  }

  /// Everything about the members who were asked for.
  static func lines(_ found: Exposure) -> [String] {
    found.members.flatMap { member -> [String] in
      let name = found.names.name(of: member.member)
      return [holding(member, name), readable(member, of: found), named(member)]
        + member.clients.map { "  \(found.uids[$0].map { "\($0)  " } ?? "")\($0.text)" } + [""]
    }.dropLast() + caution
  }

  private static func holding(_ member: MemberExposure, _ name: String) -> String {
    guard let role = member.role else { return "\(name) never held the key to clients." }
    let end = member.until.map { "to \(AuditPage.minute($0))" } ?? "to now"
    return "\(name) held the key to clients as \(role.word) from \(AuditPage.minute(member.from ?? 0)) "
      + "\(end) (UTC)."
  }

  private static func readable(_ member: MemberExposure, of found: Exposure) -> String {
    "Clients that stood in the vault until then, and that they could have read: \(member.readable) "
      + "of \(found.clients)."
  }

  private static func named(_ member: MemberExposure) -> String {
    guard !member.clients.isEmpty else { return "Their entries of this time name no client." }
    return "Clients whom their entries name: \(member.clients.count) (\(counts(member.actions)))."
  }

  /// Who looked at one client.
  static func statement(_ reading: AuditReading) -> [String] {
    guard let client = reading.client, !reading.entries.isEmpty else {
      return ["No entry of the log names this client."] + caution
    }
    var table = TextTable(
      columns: [.left, .left, .left, .left],
      headings: ["Time (UTC)", "Member", "Action", "Reason"])
    for entry in reading.entries {
      table.add([
        AuditPage.minute(entry.time), reading.names.name(of: entry.member), entry.action.code,
        entry.reason,
      ])
    }
    let uid = reading.uids[client].map { " (UID \($0))" } ?? ""
    return ["Who has seen or changed the record \(client.text)\(uid):", ""]
      + table.lines(width: 100) + caution
  }

  /// Counts by month and kind.
  static func lines(_ report: ActivityReport) -> [String] {
    guard !report.months.isEmpty else { return ["Nothing was done in this time."] }
    return report.months.map { "\($0.month)  \(counts($0.actions))" }
  }

  private static func counts(_ actions: [Action: Int]) -> String {
    actions.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.code) \($0.value)" }.joined(separator: ", ")
  }

  private static func day(_ time: UInt64?) -> String {
    time.map { String(JSONTime.text($0).prefix(10)) } ?? ""
  }
}
