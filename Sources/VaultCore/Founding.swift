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

  /// Checks an agency's name as somebody typed it.
  static func checked(_ name: String) throws(OrganizationProblem) -> String {
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
    let root = try NewRoot(copying: root, passphrase: passphrase, cost: cost)
    let keys = root.keys
    let holdings = Holdings(newEpoch: 1, after: [], isAuditRenewed: true)
    let sealing = holdings.house.sealingKey()
    let pin = pin(keys.signing.publicKey)
    var (person, sheet) = (founderEntry(root), recoveryEntry())
    let rows = FoundingRows(
      vault: vault, founder: founderID, recovery: recoveryID,
      founderRow: try holdings.row(
        for: person, wrap: root.wrap(.person, of: founderID, pinning: pin), name: founder,
        in: vault),
      recoveryRow: try holdings.row(
        for: sheet, wrap: recovery.wrap(of: recoveryID, pinning: pin), name: nil, in: vault),
      policy: seal(Policy(organization: organization).encoded(), .policy, Policy.key, sealing),
      diary: seal(Diary(created: now).encoded(), .diary, Diary.key, sealing))
    person.rowHash = MemberRow.hash(rows.founderRow.sealed, in: vault)
    sheet.rowHash = MemberRow.hash(rows.recoveryRow.sealed, in: vault)
    let version = roster(rows, members: [person, sheet], holdings)
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

  private func pin(_ founderKey: VerifyingKey) -> MemberWrap.Pin {
    MemberWrap.Pin(
      vault: vault, founderKey: founderKey.bytes, rosterNumber: 0, rosterHash: .zeros)
  }

  private func founderEntry(_ root: NewRoot) -> RosterMember {
    RosterMember(
      id: founderID, kind: .person, role: .supervisor, since: now, madeBy: founderID, expires: 0,
      keys: root.keys.publicKeys, cost: root.cost, rowHash: .zeros,
      nameHash: founder.hash(in: vault))
  }

  private func recoveryEntry() -> RosterMember {
    RosterMember(
      id: recoveryID, kind: .recovery, role: nil, since: now, madeBy: founderID, expires: 0,
      keys: recovery.publicKeys, cost: nil, rowHash: .zeros, nameHash: nil)
  }

  private func roster(
    _ rows: FoundingRows, members: [RosterMember], _ holdings: Holdings
  ) -> RosterVersion {
    guard let commitments = holdings.commitments(in: vault), let audit = holdings.auditPairs.last
    else { preconditionFailure("a founder holds every key") }
    return RosterVersion(
      vault: vault, generation: 1, number: 1, previous: .zeros, epoch: 1,
      identityCommitment: commitments.identity, houseCommitment: commitments.house,
      previousHouse: nil, auditNumber: audit.number, auditKey: audit.keys.publicKey,
      policyHash: Digest(.policy, vault: vault, data: rows.policy.bytes), firstLink: 1,
      rotationOwed: false, members: members.sorted { $0.id < $1.id }, signer: founderID)
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
