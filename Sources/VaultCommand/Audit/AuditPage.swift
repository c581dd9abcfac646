import Terminal
import VaultCore

/// The log for a person: an entry a line.
enum AuditPage {
  /// Clients whom a line names before it counts the rest.
  private static let clientsShown = 3

  static func lines(_ reading: AuditReading) -> [String] {
    guard !reading.entries.isEmpty else { return ["No entry of the log fits."] }
    var table = TextTable(
      columns: [.right, .left, .left, .left, .left, .left],
      headings: ["Entry", "Time (UTC)", "Member", "Action", "Reason", "Whom"])
    for entry in reading.entries {
      table.add([
        "\(entry.number)", minute(entry.time), reading.names.name(of: entry.member),
        entry.action.code, entry.reason, whom(entry, in: reading),
      ])
    }
    return table.lines(width: 100)
  }

  /// Day and minute, UTC.
  static func minute(_ time: UInt64) -> String {
    let text = JSONTime.text(time)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }

  /// The clients or members of an entry, and what was changed of them.
  private static func whom(_ entry: AuditEntry, in reading: AuditReading) -> String {
    var words = entry.clients.prefix(clientsShown).map { reading.uids[$0] ?? $0.shortText }
    if entry.clients.count > clientsShown {
      words.append("and \(entry.clients.count - clientsShown) more")
    }
    words += entry.concerned.map { concerned in
      reading.names.name(of: concerned.member) + (concerned.role.map { " → \($0.word)" } ?? "")
    }
    if !entry.fields.isEmpty {
      words.append("(\(entry.fields.map(\.rawValue).joined(separator: ", ")))")
    }
    return words.joined(separator: " ")
  }
}
