import VaultCrypto
import VaultStore

/// A member or an invitation, as every member may see them.
package struct ListedMember: Equatable, Sendable {
  package let name: String
  package let role: Role
  /// From when on they have had this role: seconds since 1970, UTC.
  package let since: UInt64
  /// When an invitation expires, in seconds since 1970, UTC; nil for a person.
  package let expires: UInt64?
}

extension Session {
  /// The present members and the open invitations; nothing is revealed of clients, and nothing
  /// recorded.
  ///
  /// - Throws: `.damaged`, `.noLongerMember`, `.file`.
  package func members() throws(VaultError) -> [ListedMember] {
    try look { (rows, tree) throws(VaultError) in
      let names = try MemberNames(in: rows, for: tree.standing)
      return tree.standing.roster.end.members.filter(\.isPresent).compactMap { member in
        member.role.map {
          ListedMember(
            name: names.name(of: member.id), role: $0, since: member.since,
            expires: member.kind == .invitation ? member.expires : nil)
        }
      }
    }
  }

  /// The names of those whom somebody invited or made, present or invited now.
  ///
  /// - Throws: `.damaged`, `.noLongerMember`, `.file`.
  package func madeBy(_ name: MemberName) throws(VaultError) -> [String] {
    try look { (rows, tree) throws(VaultError) in
      let roster = tree.standing.roster
      guard let maker = roster.person(named: name) else { return [] }
      let names = try MemberNames(in: rows, for: tree.standing)
      return roster.end.members.filter {
        $0.isPresent && $0.kind != .recovery && $0.madeBy == maker.id && $0.id != maker.id
      }.map { names.name(of: $0.id) }
    }
  }
}
