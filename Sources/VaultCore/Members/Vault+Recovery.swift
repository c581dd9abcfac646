package import VaultCrypto
import VaultStore

extension Vault {
  /// Proves that a sheet's key is the one that this vault trusts, and that the sheet trusts this
  /// vault; changes nothing.
  ///
  /// - Throws: `.otherSheet` if the vault trusts another key, `.foreignVault` if the key knows
  ///   another founder or another past, `.damaged`, `.file`.
  package func check(_ identity: borrowing RecoveryIdentity) throws(VaultError) {
    _ = try standing(ofRecovery: identity)
  }

  /// Makes one new supervisor with the key on the sheet, and exchanges keys and sheet.
  ///
  /// - Parameters:
  ///   - identity: The key on the present sheet.
  ///   - name: The new supervisor's name.
  ///   - passphrase: Their passphrase.
  ///   - cost: What stretching it costs.
  ///   - sheet: The key of the new sheet.
  ///   - now: Seconds since 1970, UTC.
  ///   - kept: Who stays, where this copy becomes the one that counts with the same step; nil to
  ///     go on in the same generation.
  ///   - progress: Called with records sealed anew, and all.
  /// - Returns: The vault, unlocked for the new supervisor.
  /// - Throws: `.otherSheet`, `.foreignVault`, `.nameTaken`, `.recoverySheetNeeded`, `.full`,
  ///   `.crypto`, `.damaged`, `.file`.
  package func recover(
    with identity: borrowing RecoveryIdentity, as name: MemberName,
    passphrase: borrowing Passphrase, cost: StretchingCost, sheet: borrowing NewSheet,
    now: UInt64, settling kept: KeptMembers? = nil, progress: RotationProgress
  ) throws(VaultError) -> Session {
    let recovery = try standing(ofRecovery: identity)
    let root = try NewRoot(passphrase: passphrase, cost: cost)
    let session = Session(vault: self, standing: recovery)
    try session.changeKeys(at: now) { (change) throws(VaultError) in
      let leaving =
        try kept.map { (kept) throws(VaultError) in
          try change.leaving(keeping: kept)
        } ?? []
      if !leaving.contains(where: { $0.nameHash == name.hash(in: recovery.vault) }) {
        try change.checkFree(name)
      }
      let supervisor = RosterMember(
        id: MemberID(number: .randomID()), kind: .person, role: .supervisor, since: now,
        madeBy: recovery.member.id, expires: 0, keys: root.keys.publicKeys, cost: cost,
        rowHash: .zeros, nameHash: name.hash(in: recovery.vault))
      var rotation = try Rotation(change, at: now)
      rotation.put(
        supervisor, wrap: root.wrap(.person, of: supervisor.id, after: change.standing.roster),
        name: name)
      try rotation.replaceRecovery(by: sheet, madeBy: supervisor.id)
      if kept != nil {
        for member in leaving { rotation.put(member.left(at: now)) }
        try rotation.beginGeneration(above: self.knownGeneration, at: now)
      }
      try rotation.run(as: (supervisor.id, root.keys), progress)
      try change.append(
        LogContent(
          kept == nil ? .recoveryUse : .restore, reason: .none, members: [supervisor.id]), at: now)
      if kept != nil { self.freshness?.follow() }
    }
    return Session(vault: self, standing: session.standing)
  }

  /// The agency's name, for the new sheet.
  ///
  /// - Throws: as `check` does.
  package func organization(by identity: borrowing RecoveryIdentity) throws(VaultError) -> String {
    try Session(vault: self, standing: try standing(ofRecovery: identity)).policy().organization
  }

  /// Opens what is sealed to the recovery key, which must pin this vault.
  func standing(
    ofRecovery identity: borrowing RecoveryIdentity
  ) throws(VaultError) -> Standing {
    let (roster, opening) = try store.read {
      (reading) throws(VaultError) -> (VerifiedRoster, MemberOpening) in
      let rows = Rows(reading: reading)
      let roster = try renewedRoster(in: rows)
      let row = try rows.memberRow(of: roster.recovery, in: roster.end)
      return (roster, MemberOpening(row: row, member: roster.recovery, version: roster.end))
    }
    guard identity.publicKeys == opening.member.keys else { throw .otherSheet }
    guard let wrap = opening.row.wrap else {
      throw .damage(.member, opening.member.id.bytes, .missing)
    }
    let pin: MemberWrap.Pin
    do { pin = try wrap.openPin(under: identity.pinKey()) } catch {
      throw .damage(.member, opening.member.id.bytes, .seal)
    }
    try check(pin, in: roster)
    return try Standing(opening, with: MemberKeys(recovery: identity), under: roster)
  }
}

extension Session {
  /// Replaces the recovery key, and exchanges all keys with it.
  ///
  /// - Throws: `.notPermitted`, `.recoverySheetNeeded`, `.full`, and as `rotate` does.
  package func renewRecovery(
    sheet: borrowing NewSheet, _ order: MemberOrder, progress: RotationProgress
  ) throws(VaultError) {
    try changeKeys(at: order.now) { (change) throws(VaultError) in
      let reason = try change.permit(order)
      var rotation = try Rotation(change, at: order.now)
      try rotation.replaceRecovery(by: sheet, madeBy: self.memberID)
      try rotation.run(progress)
      try change.append(LogContent(.recoveryRenew, reason: reason), at: order.now)
    }
  }
}
