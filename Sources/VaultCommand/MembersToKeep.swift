import Terminal
import VaultCore

/// Who stays in a copy that is made the one that counts: named beforehand, or asked one by one.
struct MembersToKeep {
  /// `all`, or names with commas between them; nil to ask.
  let given: String?
  let passphrase: PassphraseOptions
  /// Who acts, and stays in any case.
  let own: MemberName?

  /// Decides about each member.
  func decide(on members: [SettlingMember]) throws -> KeptMembers {
    guard let given else { return try askForEach(of: members) }
    if given == "all" { return .all }
    let names = try given.split(separator: ",").map { try Unlocking.name(String($0)) }
    let known = members.map(\.name)
    guard names.allSatisfy({ known.contains($0) || $0 == own }) else {
      throw CommandFailure(
        "--keep-members names somebody who is no member in this copy",
        hints: ["leave it away to be asked for each by name"], status: .trouble)
    }
    return .only(names.filter { known.contains($0) })
  }

  private func askForEach(of members: [SettlingMember]) throws -> KeptMembers {
    guard !members.isEmpty else { return .all }
    let dialogue = try Interaction(passphrase).dialogue()
    try dialogue.say([
      "These are the members of this copy. Whoever was removed since it was made is in it again.",
      "Answer n for everybody who is to have no access.", "",
    ])
    var names: [MemberName] = []
    for member in members {
      let since = JSONTime.text(member.since).prefix(10)
      let question = "Does \(member.name.text), \(member.role.word) since \(since), stay?"
      if try dialogue.decision(question) == .yes { names.append(member.name) }
    }
    return .only(names)
  }

  /// Says who leaves, and asks once more.
  func confirm(_ kept: KeptMembers, of members: [SettlingMember], _ question: String) throws {
    let dialogue = try Interaction(passphrase).dialogue()
    var leaving: [String] = []
    if case .only(let names) = kept {
      leaving = members.filter { !names.contains($0.name) }.map(\.name.text)
    }
    try dialogue.say([
      leaving.isEmpty
        ? "Everybody stays." : "No access any more: \(leaving.joined(separator: ", ")).",
      "All open invitations are withdrawn, and the keys are exchanged.",
      "What only other copies hold is lost to this one. This cannot be taken back.",
    ])
    guard try dialogue.decision(question, usual: .no) == .yes else {
      throw CommandFailure("nothing was changed", status: .no)
    }
  }
}
