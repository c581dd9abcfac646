import VaultCrypto
import VaultStore

/// Which members stay in a vault that is made the one that counts.
package enum KeptMembers: Equatable, Sendable {
  case all
  /// These and nobody else, beside the signer.
  case only([MemberName])
}

/// What becomes the vault that counts.
package enum SettledCopy: Sendable {
  /// An older copy of the file, or a branch.
  case file
  case backup

  var action: Action { self == .file ? .settle : .restore }
}

/// Somebody who is present in a copy that is to become the one that counts.
package struct SettlingMember: Equatable, Sendable {
  package let name: MemberName
  package let role: Role
  /// From when on they have had this role: seconds since 1970, UTC.
  package let since: UInt64
}

/// What a new generation ended, and the words by which other accounts accept it.
package struct Settlement: Equatable, Sendable {
  package let words: VersionWords
  /// Members who are no longer present.
  package let dropped: Int
  /// Invitations that were withdrawn.
  package let withdrawn: Int
}

extension Session {
  /// The present members beside the signer, in the order of their names, each to be confirmed.
  ///
  /// - Throws: `.notPermitted`, `.damaged`, `.file`.
  package func settlingMembers() throws(VaultError) -> [SettlingMember] {
    guard standing.member.isSupervisor || standing.member.kind == .recovery else {
      throw .notPermitted
    }
    return try look { (rows, tree) throws(VaultError) in
      let standing = tree.standing
      let others = standing.roster.end.members.filter {
        $0.isPresent && $0.kind == .person && $0.id != standing.member.id
      }
      return try others.map { (member) throws(VaultError) in
        let row = try rows.memberRow(of: member, in: standing.roster.end)
        let opening = MemberOpening(row: row, member: member, version: standing.roster.end)
        guard let name = try opening.name(with: standing.epochKeys), let role = member.role else {
          throw .damage(.member, member.id.bytes, .missing)
        }
        return SettlingMember(name: name, role: role, since: member.since)
      }.sorted { $0.name.text < $1.name.text }
    }
  }

  /// Whether keeping these members only replaces the recovery key, so that a new sheet must be
  /// proven first.
  package func replacesSheet(keeping kept: KeptMembers) -> Bool {
    let roster = roster
    guard case .only(let names) = kept else { return false }
    let staying = names.compactMap { roster.person(named: $0)?.id } + [memberID]
    return !staying.contains(roster.recovery.madeBy)
  }

  /// Makes the file as it is the vault that counts: a new generation, with keys that nobody has who
  /// is not confirmed.
  ///
  /// - Parameters:
  ///   - kept: Who stays, beside the signer.
  ///   - sheet: The new recovery key, if the one who made the present one does not stay.
  ///   - order: Why and when.
  ///   - copy: Where the file comes from.
  ///   - progress: Called with records sealed anew, and all.
  /// - Returns: The words of the new generation, and whom it ended.
  /// - Throws: `.notPermitted`; `.unknownMember` for a name that nobody present has;
  ///   `.recoverySheetNeeded`, `.full`, `.reasonDemanded`, `.unknownReason`, `.uncleaned`,
  ///   `.damaged`, `.file`.
  package func settle(
    keeping kept: KeptMembers, sheet: borrowing NewSheet, _ order: MemberOrder,
    from copy: SettledCopy = .file, progress: RotationProgress = { _, _ in }
  ) throws(VaultError) -> Settlement {
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let leaving = try change.leaving(keeping: kept)
      var rotation = try Rotation(change, at: order.now)
      for member in leaving { rotation.put(member.left(at: order.now)) }
      let recovery = change.standing.roster.recovery
      if leaving.contains(where: { $0.id == recovery.madeBy }) {
        try rotation.replaceRecovery(by: sheet, madeBy: self.memberID)
      }
      // After a fire nobody knows the highest number: the time is above all that came before it.
      try rotation.beginGeneration(above: self.vault.knownGeneration, at: order.now)
      try rotation.run(progress)
      try change.append(
        LogContent(copy.action, reason: reason, members: leaving.map(\.id)), at: order.now)
      self.vault.freshness?.follow()
      let dropped = leaving.count { $0.kind == .person }
      return Settlement(
        words: VersionWords(of: change.standing.roster), dropped: dropped,
        withdrawn: leaving.count - dropped)
    }
  }
}

extension Change {
  /// Who leaves: all invitations, and every person who is not confirmed.
  func leaving(keeping kept: KeptMembers) throws(VaultError) -> [RosterMember] {
    let roster = standing.roster
    var staying: Set<MemberID>?
    if case .only(let names) = kept {
      let people = try names.map { (name) throws(VaultError) -> MemberID in
        guard let person = roster.person(named: name) else { throw .unknownMember }
        return person.id
      }
      staying = Set(people + [standing.member.id])
    }
    return roster.end.members.filter { member in
      guard member.isPresent, member.kind != .recovery else { return false }
      return member.kind == .invitation || !(staying?.contains(member.id) ?? true)
    }
  }
}

extension Vault {
  /// The generation that this account has seen, where the file is to become the one that counts.
  var knownGeneration: UInt64 {
    if case .settling(let generation) = visit { generation } else { 0 }
  }
}
