package import VaultCrypto
import VaultStore

extension Session {
  /// What a supervisor decided about members: who, why, when, at what cost.
  package struct MemberOrder: Sendable {
    /// A code of the policy's list.
    let reason: String?
    /// Seconds since 1970, UTC.
    let now: UInt64

    /// - Parameters:
    ///   - reason: A code of the policy's list, or nil.
    ///   - now: Seconds since 1970, UTC.
    package init(reason: String?, now: UInt64) {
      self.reason = reason
      self.now = now
    }
  }

  /// Invites somebody: they join with the code that comes back, and nobody else sees it.
  ///
  /// - Parameters:
  ///   - name: Nobody who is present or invited may have it.
  ///   - role: The role they will have.
  ///   - days: How long the invitation stands, 1 to 30.
  ///   - cost: What stretching the code costs.
  ///   - order: Why and when.
  /// - Returns: The code, and when it expires, in seconds since 1970, UTC.
  /// - Throws: `.notPermitted`, `.nameTaken`, `.full`, `.reasonDemanded`, `.unknownReason`,
  ///   `.crypto`, `.damaged`, `.file`.
  package func invite(
    _ name: MemberName, as role: Role, days: Int, cost: StretchingCost, _ order: MemberOrder
  ) throws(VaultError) -> OpenInvitation {
    try standing.requireSupervisor()
    let code = try InvitationCode()
    let root = try NewRoot(passphrase: try code.passphrase(), cost: cost)
    let expires = order.now + UInt64(min(max(days, 1), 30)) * 86_400
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let roster = change.standing.roster
      try change.checkFree(name)
      let entry = RosterMember(
        id: MemberID(number: .randomID()), kind: .invitation, role: role, since: order.now,
        madeBy: self.memberID, expires: expires, keys: root.keys.publicKeys, cost: cost,
        rowHash: .zeros, nameHash: name.hash(in: roster.vault))
      var draft = RosterDraft(after: roster, signedBy: self.memberID)
      draft.put(
        entry,
        try change.holdings().row(
          for: entry, wrap: root.wrap(.invitation, of: entry.id, after: roster), name: name,
          in: roster.vault))
      try change.adopt(draft)
      try change.append(LogContent(.invite, reason: reason, members: [entry.id]), at: order.now)
    }
    return OpenInvitation(code: code, expires: expires)
  }

  /// Gives somebody else another role. Whoever loses a key by it loses it with a rotation.
  ///
  /// - Throws: `.notPermitted`, `.noSuchMember`, `.notOneself`, `.sameRole`,
  ///   `.recoverySheetNeeded`, and as `invite` does.
  package func setRole(
    of name: MemberName, to role: Role, sheet: borrowing NewSheet, _ order: MemberOrder,
    progress: RotationProgress = { _, _ in }
  ) throws(VaultError) -> MemberLeaving {
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let member = try change.other(named: name)
      guard member.role != role else { throw .sameRole }
      var entry = member
      (entry.role, entry.since) = (role, order.now)
      var rotation = try Rotation(change, at: order.now)
      rotation.put(entry)
      let loss = EntryChange(step: .role, old: member, new: entry).loss
      let left = try rotation.end(loss, of: member, sheet: sheet)
      try rotation.run(progress)
      try change.append(
        LogContent(.role, reason: reason, roles: [(member.id, role)]), at: order.now)
      return left
    }
  }

  /// Removes a member, or withdraws an invitation, and rotates in the same transaction.
  ///
  /// - Throws: `.notPermitted`, `.noSuchMember`, `.notOneself`, `.recoverySheetNeeded`, `.full`,
  ///   and as `invite` does.
  package func remove(
    _ name: MemberName, sheet: borrowing NewSheet, _ order: MemberOrder,
    progress: RotationProgress = { _, _ in }
  ) throws(VaultError) -> MemberLeaving {
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let member = try change.other(named: name, orInvited: true)
      var rotation = try Rotation(change, at: order.now)
      let gone = member.left(at: order.now)
      rotation.put(gone)
      let loss = EntryChange(step: .left, old: member, new: gone).loss
      let left = try rotation.end(loss, of: member, sheet: sheet)
      try rotation.run(progress)
      let action: Action = member.kind == .person ? .remove : .withdraw
      try change.append(
        LogContent(action, reason: reason, members: [member.id] + left.withdrawn), at: order.now)
      return left
    }
  }

  /// Makes an invitation of a member who forgot their passphrase: they keep id, name and history.
  ///
  /// - Returns: The code, and what ended with the old passphrase.
  /// - Throws: as `remove` does.
  package func reset(
    _ name: MemberName, days: Int, cost: StretchingCost, sheet: borrowing NewSheet,
    _ order: MemberOrder, progress: RotationProgress = { _, _ in }
  ) throws(VaultError) -> OpenInvitation {
    try standing.requireSupervisor()
    let code = try InvitationCode()
    let root = try NewRoot(passphrase: try code.passphrase(), cost: cost)
    let expires = order.now + UInt64(min(max(days, 1), 30)) * 86_400
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let member = try change.other(named: name)
      var entry = member
      (entry.kind, entry.since, entry.madeBy, entry.expires) = (
        .invitation, order.now, self.memberID, expires
      )
      (entry.keys, entry.cost) = (root.keys.publicKeys, cost)
      var rotation = try Rotation(change, at: order.now)
      rotation.put(
        entry, wrap: root.wrap(.invitation, of: entry.id, after: change.standing.roster))
      let loss = EntryChange(step: .reset, old: member, new: entry).loss
      let left = try rotation.end(loss, of: member, sheet: sheet)
      try rotation.run(progress)
      try change.append(
        LogContent(.reset, reason: reason, members: [member.id] + left.withdrawn), at: order.now)
    }
    return OpenInvitation(code: code, expires: expires)
  }
}

extension Session {
  /// Refuses, before anything is asked or made, what a supervisor cannot do to somebody.
  ///
  /// - Throws: `.notPermitted`, `.noSuchMember`, `.notOneself`.
  package func checkOther(_ name: MemberName) throws(VaultError) {
    let standing = standing
    try standing.requireSupervisor()
    guard
      let member = standing.roster.person(named: name) ?? standing.roster.invitation(named: name)
    else { throw .noSuchMember }
    guard member.id != memberID else { throw .notOneself }
  }

  /// Whether somebody of that name is invited and has not joined.
  package func isInvited(_ name: MemberName) -> Bool { roster.invitation(named: name) != nil }

  /// Whether a supervisor is to exchange the keys soon.
  package var isRotationOwed: Bool { roster.end.rotationOwed }
}

/// An invitation that was just made.
package struct OpenInvitation: ~Copyable {
  package let code: InvitationCode
  /// Seconds since 1970, UTC.
  package let expires: UInt64
}

/// What ended together with a member's keys.
package struct MemberLeaving: Equatable, Sendable {
  /// Open invitations that they had made, by their members' ids.
  let withdrawn: [MemberID]
  /// How many open invitations were withdrawn.
  package var withdrawnCount: Int { withdrawn.count }
  /// Whether the recovery key was replaced, as they had made it.
  package let isSheetReplaced: Bool
}

extension Change {
  /// What every order about members needs: a supervisor, and a reason where one is demanded.
  func permit(_ order: Session.MemberOrder) throws(VaultError) -> Reason {
    try standing.requireSupervisor()
    return try Reason(order.reason, under: policy)
  }

  /// Refuses a name that somebody present or invited has, and one member too many.
  func checkFree(_ name: MemberName) throws(VaultError) {
    let roster = standing.roster
    guard roster.person(named: name) == nil, roster.invitation(named: name) == nil else {
      throw .nameTaken
    }
    guard roster.end.members.count + 1 < RosterVersion.memberLimit else {
      throw .full(limit: RosterVersion.memberLimit)
    }
  }

  /// The present person of a name who is not the actor.
  func other(named name: MemberName, orInvited: Bool = false) throws(VaultError) -> RosterMember {
    let roster = standing.roster
    guard
      let member = roster.person(named: name) ?? (orInvited ? roster.invitation(named: name) : nil)
    else { throw .noSuchMember }
    guard member.id != standing.member.id else { throw .notOneself }
    return member
  }
}
