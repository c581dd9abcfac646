import VaultCore

/// What `member list` answers; docs/JSON.md.
struct MembersJSON: Encodable {
  let members: [Member]
  let invitations: [Invitation]

  struct Member: Encodable {
    let name: String
    let role: String
    let since: String
  }

  struct Invitation: Encodable {
    let name: String
    let role: String
    let expires: String
  }

  init(_ listed: [ListedMember]) {
    members = listed.filter { $0.expires == nil }.map {
      Member(name: $0.name, role: $0.role.word, since: JSONTime.text($0.since))
    }
    invitations = listed.compactMap { member in
      member.expires.map {
        Invitation(name: member.name, role: member.role.word, expires: JSONTime.text($0))
      }
    }
  }
}

/// What `member role` answers; docs/JSON.md.
struct RoleJSON: Encodable {
  let name: String
  let role: String
  let withdrawn: Int
  let sheetReplaced: Bool

  init(name: String, role: String, left: MemberLeaving) {
    (self.name, self.role) = (name, role)
    (withdrawn, sheetReplaced) = (left.withdrawnCount, left.isSheetReplaced)
  }
}

/// What `member remove` answers; docs/JSON.md.
struct RemovedJSON: Encodable {
  let name: String
  /// Members and invitations that they had made.
  let made: [String]
  let withdrawn: Int
  let sheetReplaced: Bool

  init(name: String, made: [String], left: MemberLeaving) {
    (self.name, self.made) = (name, made)
    (withdrawn, sheetReplaced) = (left.withdrawnCount, left.isSheetReplaced)
  }
}
