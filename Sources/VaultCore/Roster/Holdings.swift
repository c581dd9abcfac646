import VaultCrypto

/// The secrets of a vault as a member holds them, to be sealed to others.
///
/// They live no longer than the change for which they were opened.
final class Holdings: Sendable {
  let epoch: UInt64
  let house: HouseKey
  /// Nil for an auditor.
  let identity: IdentityKey?
  /// All audit pairs so far, the first at index 0; none for a caseworker.
  let auditPairs: [AuditPair]

  init(
    epoch: UInt64, house: consuming HouseKey, identity: consuming IdentityKey?,
    auditPairs: [AuditPair]
  ) {
    self.epoch = epoch
    self.house = house
    self.identity = identity
    self.auditPairs = auditPairs
  }

  /// The secrets of a new epoch.
  ///
  /// - Parameters:
  ///   - epoch: Its number.
  ///   - auditPairs: Those so far.
  ///   - isAuditRenewed: Whether there is to be a new audit pair as well.
  convenience init(newEpoch epoch: UInt64, after auditPairs: [AuditPair], isAuditRenewed: Bool) {
    var pairs = auditPairs
    if isAuditRenewed {
      pairs.append(AuditPair(number: UInt32(pairs.count) + 1, keys: BoxKeyPair()))
    }
    self.init(epoch: epoch, house: HouseKey(), identity: IdentityKey(), auditPairs: pairs)
  }
}

extension Holdings {
  /// The commitments by which a roster version binds these keys; nil without the identity key.
  func commitments(in vault: VaultID) -> (identity: Digest, house: Digest)? {
    switch identity {
    case .some(let key):
      (
        EpochKeys.commitment(to: key, epoch: epoch, in: vault),
        EpochKeys.commitment(to: house, epoch: epoch, in: vault)
      )
    case .none: nil
    }
  }

  /// Makes a member's row: their wrap and name, and what their role holds, sealed to their box key.
  ///
  /// - Parameters:
  ///   - member: A present member with their keys.
  ///   - wrap: What opens their root.
  ///   - name: Nil for the recovery key.
  ///   - vault: The vault.
  /// - Returns: The row.
  /// - Throws: `.notPermitted` if these holdings lack what the member shall hold, `.crypto`.
  func row(
    for member: RosterMember, wrap: MemberWrap, name: MemberName?, in vault: VaultID
  ) throws(VaultError) -> MemberRow {
    guard let keys = member.keys else { preconditionFailure("a present member has keys") }
    let seals = BoxSealing(to: keys.box, of: member.id, in: vault)
    return MemberRow(
      wrap: wrap,
      identityBox: member.holdsIdentityKey ? try identityBox(seals) : nil,
      houseBox: try house.withBytes { (bytes) throws(VaultError) in
        try seals.seal(bytes, .houseKey, number: epoch)
      },
      name: name.map { seal($0, of: member.id, in: vault) },
      auditBoxes: member.holdsAuditSecrets ? try auditBoxes(seals) : [])
  }

  /// Makes a former member's row, which holds nothing but the name.
  func row(forFormer id: MemberID, name: MemberName?, in vault: VaultID) -> MemberRow {
    MemberRow(
      wrap: nil, identityBox: nil, houseBox: nil, name: name.map { seal($0, of: id, in: vault) },
      auditBoxes: [])
  }

  private func seal(_ name: MemberName, of id: MemberID, in vault: VaultID) -> SealedBytes {
    MemberNameSeal.seal(name, of: id, epoch: epoch, in: vault, with: house.sealingKey())
  }

  private func identityBox(_ seals: BoxSealing) throws(VaultError) -> SealedBytes {
    switch identity {
    case .some(let key):
      return try key.withBytes { (bytes) throws(VaultError) in
        try seals.seal(bytes, .identityKey, number: epoch)
      }
    case .none: throw .notPermitted
    }
  }

  private func auditBoxes(_ seals: BoxSealing) throws(VaultError) -> [SealedBytes] {
    guard !auditPairs.isEmpty else { throw .notPermitted }
    return try auditPairs.map { (pair) throws(VaultError) in
      try pair.keys.withSecretBytes { (bytes) throws(VaultError) in
        try seals.seal(bytes, .auditSecret, number: UInt64(pair.number))
      }
    }
  }
}

/// Sealing to one member's box key.
private struct BoxSealing {
  private let key: BoxPublicKey
  private let place: (BoxPurpose, UInt64) -> BoxPlace

  init(to key: BoxPublicKey, of member: MemberID, in vault: VaultID) {
    self.key = key
    place = {
      BoxPlace(purpose: $0, vault: vault.bytes, recipient: member.bytes, number: $1)
    }
  }

  func seal(
    _ secret: RawSpan, _ purpose: BoxPurpose, number: UInt64
  ) throws(VaultError) -> SealedBytes {
    do { return try key.seal(payload: secret, box: place(purpose, number)) } catch {
      throw .crypto(error)
    }
  }
}
