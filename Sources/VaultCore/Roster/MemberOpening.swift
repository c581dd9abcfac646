import VaultCrypto
import VaultStore

/// Opens what is sealed to a member in their row, and compares it with the roster.
struct MemberOpening {
  let row: MemberRow
  let member: RosterMember
  let version: RosterVersion

  private var key: [UInt8] { member.id.bytes }

  /// The epoch's keys, which must be those that the roster commits to.
  ///
  /// - Throws: `.damaged` (`seal` for a box that does not open, `key` for another key).
  func epochKeys(with keys: MemberKeys) throws(VaultError) -> EpochKeys {
    let house = try houseKey(with: keys)
    return EpochKeys(
      epoch: version.epoch, house: house, identity: try identityKey(with: keys))
  }

  /// All the secrets that the member holds, to be sealed to others.
  ///
  /// - Throws: as `epochKeys` and `auditPair` do.
  func holdings(with keys: MemberKeys) throws(VaultError) -> Holdings {
    Holdings(
      epoch: version.epoch, house: try houseKey(with: keys), identity: try identityKey(with: keys),
      auditPairs: try auditPairs(with: keys))
  }

  /// All audit pairs so far, the first at index 0; none for a caseworker.
  ///
  /// - Throws: as `auditPair` does.
  func auditPairs(with keys: MemberKeys) throws(VaultError) -> [AuditPair] {
    try row.auditBoxes.indices.map { (index) throws(VaultError) in
      try auditPair(UInt32(index) + 1, with: keys)
    }
  }

  private func houseKey(with keys: MemberKeys) throws(VaultError) -> HouseKey {
    let secret = try open(row.houseBox, .houseKey, number: version.epoch, with: keys)
    let key = try symmetric(secret) as HouseKey
    guard
      EpochKeys.commitment(to: key, epoch: version.epoch, in: version.vault)
        == version.houseCommitment
    else { throw .damage(.member, self.key, .key) }
    return key
  }

  private func identityKey(with keys: MemberKeys) throws(VaultError) -> IdentityKey? {
    guard row.identityBox != nil else { return nil }
    let secret = try open(row.identityBox, .identityKey, number: version.epoch, with: keys)
    let key = try symmetric(secret) as IdentityKey
    guard
      EpochKeys.commitment(to: key, epoch: version.epoch, in: version.vault)
        == version.identityCommitment
    else { throw .damage(.member, self.key, .key) }
    return key
  }

  /// The audit pair of this version, for those who hold it.
  ///
  /// - Throws: `.damaged` (`seal`, `key` if it is not the pair of the roster's public key).
  func auditPair(with keys: MemberKeys) throws(VaultError) -> AuditPair? {
    guard !row.auditBoxes.isEmpty else { return nil }
    let pair = try auditPair(version.auditNumber, with: keys)
    guard pair.keys.publicKey == version.auditKey else { throw .damage(.member, key, .key) }
    return pair
  }

  /// An audit pair by its number, from 1 on. Earlier versions of the roster name its public half.
  ///
  /// - Throws: `.damaged` (`missing`, `seal`, `key`).
  func auditPair(_ number: UInt32, with keys: MemberKeys) throws(VaultError) -> AuditPair {
    guard number >= 1, number <= row.auditBoxes.count else {
      throw .damage(.member, key, .missing)
    }
    let secret = try open(
      row.auditBoxes[Int(number) - 1], .auditSecret, number: UInt64(number), with: keys)
    do {
      return try secret.withBytes { (bytes) throws(CryptoError) in
        AuditPair(number: number, keys: try BoxKeyPair(copying: bytes))
      }
    } catch {
      throw .damage(.member, key, .key)
    }
  }

  /// The sealed name must hash to the roster's: nobody is shown under another's name.
  ///
  /// - Throws: `.damaged`.
  func checkName(with keys: EpochKeys) throws(VaultError) {
    _ = try name(with: keys)
  }

  /// The member's name, for whoever holds the house key; nil for the recovery key.
  ///
  /// - Throws: `.damaged` (`seal`, `format`, `hash` if it is not the name that the roster names).
  func name(with keys: EpochKeys) throws(VaultError) -> MemberName? {
    guard let sealed = row.name else { return nil }
    let text = try MemberNameSeal.open(
      sealed, of: member.id, epoch: version.epoch, in: version.vault, with: keys)
    guard let name = Self.named(text), name.hash(in: version.vault) == member.nameHash else {
      throw .damage(.member, key, .hash)
    }
    return name
  }

  private static func named(_ text: String) -> MemberName? {
    do { return try MemberName(text) } catch { return nil }
  }

  private func open(
    _ box: SealedBytes?, _ purpose: BoxPurpose, number: UInt64, with keys: MemberKeys
  ) throws(VaultError) -> SecretBytes {
    guard let box else { throw .damage(.member, key, .missing) }
    let place = BoxPlace(
      purpose: purpose, vault: version.vault.bytes, recipient: member.id.bytes, number: number)
    do { return try keys.box.open(box, box: place) } catch {
      throw .damage(.member, key, .seal)
    }
  }

  private func symmetric<Use>(
    _ secret: borrowing SecretBytes
  ) throws(VaultError) -> SymmetricKey<Use> {
    do {
      return try secret.withBytes { (bytes) throws(CryptoError) in
        try SymmetricKey<Use>(copying: bytes)
      }
    } catch {
      throw .damage(.member, key, .key)
    }
  }
}

/// A member's name as the house keeps it; docs/FORMAT.md section 6.
enum MemberNameSeal {
  private static let padding = Padding.block(512)

  static func seal(
    _ name: MemberName, of member: MemberID, epoch: UInt64, in vault: VaultID,
    with key: borrowing HouseSealingKey
  ) -> SealedBytes {
    key.seal(
      unsafe padding.pad(Array(name.text.utf8)).span.bytes,
      place: place(of: member, epoch: epoch, in: vault))
  }

  static func open(
    _ sealed: SealedBytes, of member: MemberID, epoch: UInt64, in vault: VaultID,
    with keys: EpochKeys
  ) throws(VaultError) -> String {
    let opened: WipedBytes
    do {
      opened = try keys.house.sealing.open(
        sealed, place: place(of: member, epoch: epoch, in: vault))
    } catch {
      throw .damage(.member, member.bytes, .seal)
    }
    do {
      return try opened.withBytes { (bytes) throws(FormatProblem) in
        let content = bytes.extracting(try padding.content(of: bytes))
        var offset = 0
        return try content.restAsText(at: &offset)
      }
    } catch {
      throw .damage(.member, member.bytes, .format(error))
    }
  }

  private static func place(of member: MemberID, epoch: UInt64, in vault: VaultID) -> Place {
    Place(vault: vault.bytes, namespace: .memberName, key: member.bytes, epoch: epoch)
  }
}
