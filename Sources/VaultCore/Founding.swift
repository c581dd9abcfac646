package import VaultCrypto
import VaultStore

/// All that a new vault is made of; docs/FORMAT.md section 5.2, version 1.
package struct Founding: ~Copyable {
  private let organization: String
  private let founder: MemberName
  private let vault = VaultID.random()
  private let founderID = MemberID(number: .randomID())
  private let recoveryID = MemberID(number: .randomID())
  private let recovery: RecoveryIdentity
  private let root = RootKey()
  /// Seconds since 1970, UTC.
  private let now: UInt64

  /// Why an organisation's name cannot be taken.
  package enum OrganizationProblem: Error, Equatable, Sendable {
    case empty
    /// More than 50 characters, which is what HMIS's name field holds.
    case tooLong
    /// A control character, or one of < > [ ] { }, which HMIS refuses.
    case character
  }

  /// Gathers what a new vault needs; nothing is stored yet.
  ///
  /// - Parameters:
  ///   - organization: The agency's name, which the card writes into HMIS for a moment.
  ///   - founder: The first supervisor.
  ///   - now: Seconds since 1970, UTC.
  /// - Throws: `OrganizationProblem`.
  package init(
    organization: String, founder: MemberName, now: UInt64
  ) throws(OrganizationProblem) {
    self.organization = try Self.checked(organization)
    self.founder = founder
    self.now = now
    recovery = RecoveryIdentity()
  }

  /// The generated recovery key, for the sheet.
  package borrowing func withRecoveryIdentity<Result: ~Copyable, Failure: Error>(
    _ body: (borrowing RecoveryIdentity) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(recovery)
  }

  /// The words of the vault to be, for the sheet.
  package borrowing func fingerprint() -> [String] {
    Fingerprint.words(of: MemberKeys(root: root).signing.publicKey, in: vault)
  }

  private static func checked(_ name: String) throws(OrganizationProblem) -> String {
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty else { throw .empty }
    guard trimmed.count <= 50, trimmed.utf8.count <= 200 else { throw .tooLong }
    let refused = Set("<>[]{}".unicodeScalars)
    guard
      !trimmed.unicodeScalars.contains(where: { refused.contains($0) || TextRules.isUnsafe($0) })
    else { throw .character }
    return trimmed
  }
}

extension Founding {
  /// Makes the rows of the new vault and hands them to the store that is being made.
  ///
  /// - Throws: `.crypto` (`outOfMemory`), what `store` throws.
  consuming func found(
    passphrase: borrowing Passphrase, cost: StretchingCost,
    in store: (_ rows: (any StoreWriting) throws(VaultError) -> Void) throws(VaultError) -> Void
  ) throws(VaultError) {
    let keys = MemberKeys(root: root)
    let house = HouseKey()
    let identity = IdentityKey()
    let audit = BoxKeyPair()
    let sealing = house.sealingKey()
    let rows = try FoundingRows(
      vault: vault, founder: founderID, recovery: recoveryID,
      founderRow: row(
        of: founderID, wrap: try wrap(passphrase, cost: cost, keys: keys),
        box: keys.publicKeys.box, name: founder, house: house, identity: identity, audit: audit),
      recoveryRow: row(
        of: recoveryID, wrap: recoveryWrap(founderKey: keys.signing.publicKey),
        box: recovery.boxKeyPair().publicKey, name: nil, house: house, identity: identity,
        audit: audit),
      policy: seal(Policy(organization: organization).encoded(), .policy, Policy.key, sealing),
      diary: seal(Diary(created: now).encoded(), .diary, Diary.key, sealing))
    let version = roster(
      rows, keys: keys.publicKeys, cost: cost,
      commitments: (
        EpochKeys.commitment(to: identity, epoch: 1, in: vault),
        EpochKeys.commitment(to: house, epoch: 1, in: vault)
      ), auditKey: audit.publicKey)
    let signed = SignedRosterVersion(signing: version, with: keys.signing)
    let log = try firstLink(rows, signed: signed, keys: keys, sealing: sealing)
    try store { (writing) throws(VaultError) in
      try rows.store(in: writing)
      try log.store(in: writing)
      do throws(StoreError) {
        try writing.insertNew(.roster, UInt64(1).key, signed.signed)
      } catch {
        throw .store(error)
      }
    }
  }

  private func seal(
    _ plaintext: [UInt8], _ namespace: Place.Namespace, _ key: [UInt8],
    _ sealing: borrowing HouseSealingKey
  ) -> SealedBytes {
    sealing.seal(
      unsafe plaintext.span.bytes,
      place: Place(vault: vault.bytes, namespace: namespace, key: key, epoch: 1))
  }

  private func wrap(
    _ passphrase: borrowing Passphrase, cost: StretchingCost, keys: MemberKeys
  ) throws(VaultError) -> MemberWrap {
    let salt = StretchingSalt()
    let key: KeyEncryptionKey
    do { key = try passphrase.stretch(salt: salt, cost: cost) } catch { throw .crypto(error) }
    return MemberWrap(
      MemberWrap.Header(
        kind: .person, vault: vault, member: founderID, keys: keys.publicKeys, cost: cost,
        salt: salt.bytes),
      root: root, pin: pin(keys.signing.publicKey), under: key)
  }

  private func recoveryWrap(founderKey: VerifyingKey) -> MemberWrap {
    MemberWrap(
      MemberWrap.Header(
        kind: .recovery, vault: vault, member: recoveryID, keys: recoveryKeys, cost: nil,
        salt: [UInt8](repeating: 0, count: StretchingSalt.count)),
      pin: pin(founderKey), under: recovery.pinKey())
  }

  private func pin(_ founderKey: VerifyingKey) -> MemberWrap.Pin {
    MemberWrap.Pin(
      vault: vault, founderKey: founderKey.bytes, rosterNumber: 0, rosterHash: .zeros)
  }

  private var recoveryKeys: MemberPublicKeys {
    MemberPublicKeys(
      box: recovery.boxKeyPair().publicKey, signing: recovery.signingKeyPair().publicKey,
      age: recovery.agePublicKey)
  }

  private func row(
    of member: MemberID, wrap: MemberWrap, box: BoxPublicKey, name: MemberName?,
    house: borrowing HouseKey, identity: borrowing IdentityKey, audit: borrowing BoxKeyPair
  ) throws(VaultError) -> MemberRow {
    let name = name.map {
      MemberNameSeal.seal($0, of: member, epoch: 1, in: vault, with: house.sealingKey())
    }
    let place = { [vault] (purpose: BoxPurpose, number: UInt64) in
      BoxPlace(purpose: purpose, vault: vault.bytes, recipient: member.bytes, number: number)
    }
    do {
      return MemberRow(
        wrap: wrap,
        identityBox: try identity.withBytes { (bytes) throws(CryptoError) in
          try box.seal(payload: bytes, box: place(.identityKey, 1))
        },
        houseBox: try house.withBytes { (bytes) throws(CryptoError) in
          try box.seal(payload: bytes, box: place(.houseKey, 1))
        }, name: name,
        auditBoxes: [
          try audit.withSecretBytes { (bytes) throws(CryptoError) in
            try box.seal(payload: bytes, box: place(.auditSecret, 1))
          }
        ])
    } catch {
      throw .crypto(error)
    }
  }

  private func roster(
    _ rows: FoundingRows, keys: MemberPublicKeys, cost: StretchingCost,
    commitments: (identity: Digest, house: Digest), auditKey: BoxPublicKey
  ) -> RosterVersion {
    let person = RosterMember(
      id: founderID, kind: .person, role: .supervisor, since: now, madeBy: founderID, expires: 0,
      keys: keys, cost: cost, rowHash: MemberRow.hash(rows.founderRow.sealed, in: vault),
      nameHash: founder.hash(in: vault))
    let sheet = RosterMember(
      id: recoveryID, kind: .recovery, role: nil, since: now, madeBy: founderID, expires: 0,
      keys: recoveryKeys, cost: nil, rowHash: MemberRow.hash(rows.recoveryRow.sealed, in: vault),
      nameHash: nil)
    return RosterVersion(
      vault: vault, generation: 1, number: 1, previous: .zeros, epoch: 1,
      identityCommitment: commitments.identity, houseCommitment: commitments.house,
      previousHouse: nil, auditNumber: 1, auditKey: auditKey,
      policyHash: Digest(.policy, vault: vault, data: rows.policy.bytes), firstLink: 1,
      rotationOwed: false, members: [person, sheet].sorted { $0.id < $1.id }, signer: founderID)
  }

  private func firstLink(
    _ rows: FoundingRows, signed: SignedRosterVersion, keys: MemberKeys,
    sealing: borrowing HouseSealingKey
  ) throws(VaultError) -> FoundingLog {
    let head = seal(
      Head(epoch: 1, diaryHash: Digest(.diary, vault: vault, data: rows.diary.bytes)).encoded(),
      .head, Head.key, sealing)
    let content = try LogContentBox.seal(
      LogContent(.initialise, reason: .none), number: 1, to: signed.version)
    let link = Link(
      number: 1, previous: .zeros, time: now, actor: founderID, rosterNumber: 1,
      rosterHash: signed.hash, headHash: Digest(.head, vault: vault, data: head.bytes),
      contentHash: Digest(.content, vault: vault, data: content.bytes))
    let row = LogReader.Row(
      epoch: 1,
      link: seal(
        SignedLink(signing: link, in: vault, with: keys.signing).encoded, .link, UInt64(1).key,
        sealing), content: content)
    let tip = seal(
      Tip(number: 1, hash: row.hash(in: vault)).encoded(), .tip, Tip.key, sealing)
    return FoundingLog(head: head, link: row.sealed, tip: tip)
  }
}

/// The rows of a new vault beside roster and log.
private struct FoundingRows {
  let vault: VaultID
  let founder: MemberID
  let recovery: MemberID
  let founderRow: MemberRow
  let recoveryRow: MemberRow
  let policy: SealedBytes
  let diary: SealedBytes

  func store(in writing: any StoreWriting) throws(VaultError) {
    do {
      try writing.insertNew(.member, founder.bytes, founderRow.sealed)
      try writing.insertNew(.member, recovery.bytes, recoveryRow.sealed)
      try writing.insertNew(.settings, Policy.key, policy)
      try writing.insertNew(.settings, Diary.key, diary)
    } catch {
      throw .store(error)
    }
  }
}

/// Head, first link and tip of a new vault.
private struct FoundingLog {
  let head: SealedBytes
  let link: SealedBytes
  let tip: SealedBytes

  func store(in writing: any StoreWriting) throws(VaultError) {
    do {
      try writing.insertNew(.head, Head.key, head)
      try writing.insertNew(.log, UInt64(1).key, link)
      try writing.insertNew(.tip, Tip.key, tip)
    } catch {
      throw .store(error)
    }
  }
}
