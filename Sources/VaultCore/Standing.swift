import VaultCrypto
import VaultStore

/// What a member stands on in one transaction: the roster as it was verified there, their entry in
/// it, and the keys that they hold under it.
final class Standing: Sendable {
  let roster: VerifiedRoster
  let member: RosterMember
  let memberKeys: MemberKeys
  let epochKeys: EpochKeys
  /// Opens what was done to whom; nil for a caseworker.
  let auditPair: AuditPair?

  init(
    roster: VerifiedRoster, member: RosterMember, memberKeys: MemberKeys, epochKeys: EpochKeys,
    auditPair: AuditPair?
  ) {
    self.roster = roster
    self.member = member
    self.memberKeys = memberKeys
    self.epochKeys = epochKeys
    self.auditPair = auditPair
  }

  var vault: VaultID { roster.vault }

  /// The keys to clients.
  ///
  /// - Throws: `.notPermitted` for an auditor.
  func identityKeys() throws(VaultError) -> IdentityEpochKeys {
    guard let keys = epochKeys.identity else { throw .notPermitted }
    return keys
  }

  /// What only supervisors may do; the one check, which binds honest programs (a roster that is
  /// signed by anybody else is refused by every reader).
  ///
  /// - Throws: `.notPermitted`.
  func requireSupervisor() throws(VaultError) {
    guard member.isSupervisor else { throw .notPermitted }
  }

  /// The member's own row, with what opens it.
  ///
  /// - Throws: `.damaged`, `.roster` (`row`), `.store`.
  func opening(in rows: Rows) throws(VaultError) -> MemberOpening {
    MemberOpening(
      row: try rows.memberRow(of: member, in: roster.end), member: member, version: roster.end)
  }

  /// Seals a value under the house key.
  func seal(_ plaintext: [UInt8], namespace: Place.Namespace, key: [UInt8]) -> SealedBytes {
    epochKeys.house.sealing.seal(
      unsafe plaintext.span.bytes,
      place: Place(vault: vault.bytes, namespace: namespace, key: key, epoch: epochKeys.epoch))
  }
}

extension Standing {
  /// Opens, under the present version of a roster, what is sealed to a member in their row.
  ///
  /// - Throws: `.damaged` (`hash`, `seal`, `key`, `missing`), `.roster` (`row`), `.store`.
  convenience init(
    of member: RosterMember, with keys: MemberKeys, under roster: VerifiedRoster, in rows: Rows
  ) throws(VaultError) {
    guard keys.publicKeys == member.keys else { throw .damage(.member, member.id.bytes, .key) }
    let opening = MemberOpening(
      row: try rows.memberRow(of: member, in: roster.end), member: member, version: roster.end)
    try self.init(opening, with: keys, under: roster)
  }

  /// Opens what is sealed to a member in a row that was read already.
  ///
  /// - Throws: `.damaged` (`seal`, `key`, `hash` for a name that is not the roster's).
  convenience init(
    _ opening: MemberOpening, with keys: MemberKeys, under roster: VerifiedRoster
  ) throws(VaultError) {
    let epochKeys = try opening.epochKeys(with: keys)
    try opening.checkName(with: epochKeys)
    self.init(
      roster: roster, member: opening.member, memberKeys: keys, epochKeys: epochKeys,
      auditPair: try opening.auditPair(with: keys))
  }

  /// What the member stands on in the transaction that reads `rows`: others may have changed the
  /// roster, and the keys, since.
  ///
  /// - Throws: `.noLongerMember` if the member was removed or has other keys now, `.damaged` if the
  ///   roster that was known is not in the chain any more, `.roster`, `.store`.
  func renewed(in rows: Rows) throws(VaultError) -> Standing {
    let roster = try rows.roster(after: roster)
    if roster.endHash == self.roster.endHash { return self }
    guard let member = roster.present(member.id), member.kind == self.member.kind,
      member.keys == memberKeys.publicKeys
    else { throw .noLongerMember }
    guard member.rowHash == self.member.rowHash, roster.end.epoch == epochKeys.epoch else {
      return try Standing(of: member, with: memberKeys, under: roster, in: rows)
    }
    return Standing(
      roster: roster, member: member, memberKeys: memberKeys, epochKeys: epochKeys,
      auditPair: auditPair)
  }
}
