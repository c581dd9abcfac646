import Terminal
import VaultCore

/// Records that an answer had to leave out, as their rows are damaged; the others were shown.
struct UnreadableRecords {
  private let damage: [Damage]

  init(_ damage: [Damage]) {
    self.damage = damage
  }

  /// One line for a page; nil where nothing was left out.
  var line: String? {
    guard !damage.isEmpty else { return nil }
    return Counted(damage.count, "record is", "records are").description
      + " damaged and not shown: uidvault verify"
  }

  /// Says which rows they are, and ends the command with the status of damage; does nothing where
  /// nothing was left out.
  func end() throws {
    guard !damage.isEmpty else { return }
    let messages = Messages(program: "uidvault")
    for found in damage.prefix(Self.told) {
      messages.error("a record is left out: \(found.place) \(found.problem.words)")
    }
    if damage.count > Self.told { messages.error("and \(damage.count - Self.told) more") }
    messages.hint("keep the file as it is, and tell your supervisor; see all: uidvault verify")
    throw AnsweredNo(status: .damaged)
  }

  private static let told = 20
}
