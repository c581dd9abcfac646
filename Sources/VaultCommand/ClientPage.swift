import VaultCore

/// A client as a page of plain lines, for a person.
enum ClientPage {
  static func lines(_ client: Client) -> [String] {
    let details = client.details
    var lines = client.status == .destroyed ? [] : [details.displayName, ""]
    func add(_ label: String, _ value: String?) {
      guard let value else { return }
      let blanks = String(repeating: " ", count: max(1, 16 - label.count))
      lines.append(label + blanks + value)
    }
    add("UID", client.uid?.text ?? (client.status == .pending ? "not yet (pending)" : "none"))
    add("Status", client.status.word)
    add("Birth date", details.birthDate?.text)
    add("Preferred", details.preferred)
    for alias in details.aliases { add("Also known as", alias.text) }
    add("SSN", details.ssn)
    for phone in details.phones { add("Phone", phone) }
    add("Address", details.address)
    add("Household", details.household)
    add("Why anonymous", details.reason?.text)
    add("First served", details.firstServed?.text)
    add("PersonalID", client.personalID?.text)
    for line in (details.note ?? "").split(separator: "\n") { add("Note", String(line)) }
    add("Registered", day(client.created.time))
    add("Changed", day(client.changed.time))
    for earlier in client.uids where earlier.to != nil {
      add("Earlier UID", "\(earlier.text), until \(day(earlier.to ?? 0))")
    }
    if let hold = client.hold { add("Legal hold", "since \(day(hold.since))") }
    if let stamp = client.destroyedBy { add("Destroyed", day(stamp.time)) }
    add("Id", client.id.text)
    return lines
  }

  private static func day(_ seconds: UInt64) -> String { String(JSONTime.text(seconds).prefix(10)) }
}
