package import VaultCrypto
import VaultStore

extension Vault {
  /// Replaces an invitation by its member, with a passphrase that nobody else knows.
  ///
  /// - Parameters:
  ///   - name: The name under which they were invited.
  ///   - code: The invitation's code.
  ///   - passphrase: The new passphrase.
  ///   - cost: What stretching it costs.
  ///   - budget: What the machine can bear, for the code.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: The vault, unlocked for the new member.
  /// - Throws: `.noInvitation`, `.invitationExpired`, `.wrongPassphrase` for another code, and as
  ///   `unlock` does.
  package func join(
    as name: MemberName, with code: borrowing InvitationCode, passphrase: borrowing Passphrase,
    cost: StretchingCost, within budget: MemoryBudget, now: UInt64
  ) throws(VaultError) -> Session {
    guard let invitation = roster.invitation(named: name) else { throw .noInvitation }
    guard now < invitation.expires else { throw .invitationExpired }
    let invited = try standing(of: invitation, with: code.passphrase(), within: budget)
    let root = try NewRoot(passphrase: passphrase, cost: cost)
    let session = Session(vault: self, standing: invited)
    try session.compareWithMemory()
    try session.change { (change) throws(VaultError) in try change.join(root, at: now) }
    return Session(vault: self, standing: session.standing)
  }
}

extension Change {
  /// Replaces the invitation on which this change stands by its member.
  fileprivate func join(_ root: NewRoot, at now: UInt64) throws(VaultError) {
    var entry = standing.member
    (entry.kind, entry.since, entry.expires) = (.person, now, 0)
    try rekey(entry, root) { $0.oweRotation() }
    try append(LogContent(.join, reason: .none, members: [entry.id]), at: now)
  }

  /// Puts an entry with new keys in the place of the actor's own, signed by the keys before.
  func rekey(
    _ entry: RosterMember, _ root: NewRoot, _ alter: (inout RosterDraft) -> Void
  ) throws(VaultError) {
    var entry = entry
    (entry.keys, entry.cost) = (root.keys.publicKeys, root.cost)
    let roster = standing.roster
    let opening = try standing.opening(in: rows)
    var draft = RosterDraft(after: roster, signedBy: entry.id)
    draft.put(
      entry,
      try opening.holdings(with: standing.memberKeys).row(
        for: entry, wrap: root.wrap(.person, of: entry.id, after: roster),
        name: try opening.name(with: standing.epochKeys), in: roster.vault))
    alter(&draft)
    try adopt(draft, as: (entry.id, root.keys))
  }
}

extension Session {
  /// Whether somebody else may know the old passphrase.
  package enum OldPassphrase: Sendable {
    /// A rotation is then owed: with an old copy of the file it still opens the present keys.
    case mayBeKnown
    case isSecret
  }

  /// Gives the member a new passphrase, root and keys.
  ///
  /// - Parameters:
  ///   - passphrase: The new one.
  ///   - cost: What stretching it costs.
  ///   - old: Whether somebody else may know the old one.
  ///   - now: Seconds since 1970, UTC.
  /// - Throws: `.crypto`, `.noLongerMember`, `.damaged`, `.file`.
  package func changePassphrase(
    to passphrase: borrowing Passphrase, cost: StretchingCost, old: OldPassphrase, now: UInt64
  ) throws(VaultError) {
    let root = try NewRoot(passphrase: passphrase, cost: cost)
    try change { (change) throws(VaultError) in
      try change.rekey(change.standing.member, root) {
        if old == .mayBeKnown { $0.oweRotation() }
      }
      try change.append(
        LogContent(.passphrase, reason: .none, members: [self.memberID]), at: now)
    }
  }
}
