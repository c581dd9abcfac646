import VaultCrypto
import VaultStore

@testable import VaultCore

/// Makes the roster and the one row that unlocking reads, as whoever holds every key of a vault
/// could: each part can be another than it should be, and all signatures and hashes fit it.
final class MemberForge: Sendable {
  let vault = VaultID(bytes: [UInt8](repeating: 0x5a, count: 16))
  let id = MemberID(number: 7)
  let keys: MemberKeys
  let house = HouseKey()
  let identity = IdentityKey()
  let audit = BoxKeyPair()
  private let root = RootKey()
  private let kek: KeyEncryptionKey
  private let salt = StretchingSalt()
  private let recovery = RecoveryIdentity()

  static let name = "Ines Okafor"

  /// Stretches once; all that is forged opens with the same passphrase.
  init() throws {
    keys = MemberKeys(root: root)
    kek = try SampleVault.passphrase().stretch(salt: salt, cost: .floor)
  }

  /// What is to differ.
  struct Parts {
    var pin: MemberWrap.Pin
    var header: MemberWrap.Header
    /// The keys and the cost that the roster states.
    var stated: MemberPublicKeys
    var cost = StretchingCost.floor
    var identityBox: SealedBytes?
    var houseBox: SealedBytes?
    var name: SealedBytes?
    var auditBoxes: [SealedBytes]
    var nameHash: Digest
    /// Alters the finished row, before the roster names its hash.
    var row: ([UInt8]) -> [UInt8] = { $0 }
  }

  /// All parts as a new vault has them.
  func parts() throws -> Parts {
    let name = try MemberName(Self.name)
    return Parts(
      pin: pin(),
      header: header(),
      stated: keys.publicKeys,
      identityBox: try identity.withBytes { try box($0, .identityKey) },
      houseBox: try house.withBytes { try box($0, .houseKey) },
      name: sealed(name),
      auditBoxes: [try audit.withSecretBytes { try box($0, .auditSecret) }],
      nameHash: name.hash(in: vault))
  }

  func pin(
    vault: VaultID? = nil, founder: [UInt8]? = nil, number: UInt64 = 0, hash: Digest = .zeros
  ) -> MemberWrap.Pin {
    MemberWrap.Pin(
      vault: vault ?? self.vault, founderKey: founder ?? keys.publicKeys.signing.bytes,
      rosterNumber: number, rosterHash: hash)
  }

  func header(
    kind: MemberKind = .person, vault: VaultID? = nil, member: MemberID? = nil,
    keys: MemberPublicKeys? = nil, cost: StretchingCost = .floor
  ) -> MemberWrap.Header {
    MemberWrap.Header(
      kind: kind, vault: vault ?? self.vault, member: member ?? id,
      keys: keys ?? self.keys.publicKeys, cost: cost, salt: salt.bytes)
  }

  func box(
    _ payload: RawSpan, _ purpose: BoxPurpose, to member: MemberID? = nil, number: UInt64 = 1,
    vault: VaultID? = nil
  ) throws(CryptoError) -> SealedBytes {
    try keys.publicKeys.box.seal(
      payload: payload,
      box: BoxPlace(
        purpose: purpose, vault: (vault ?? self.vault).bytes, recipient: (member ?? id).bytes,
        number: number))
  }

  func sealed(_ name: MemberName, of member: MemberID? = nil) -> SealedBytes {
    MemberNameSeal.seal(name, of: member ?? id, epoch: 1, in: vault, with: house.sealingKey())
  }

  /// A store with the roster and the row, and nothing else.
  func store(_ parts: Parts) -> MemberStore {
    let row = MemberRow(
      wrap: MemberWrap(parts.header, root: root, pin: parts.pin, under: kek),
      identityBox: parts.identityBox, houseBox: parts.houseBox, name: parts.name,
      auditBoxes: parts.auditBoxes)
    let stored = parts.row(row.sealed.bytes)
    let rowHash = MemberRow.hash(SealedBytes(untrusted: stored), in: vault)
    let version = version([
      RosterMember(
        id: id, kind: .person, role: .supervisor, since: 1, madeBy: id, expires: 0,
        keys: parts.stated, cost: parts.cost, rowHash: rowHash, nameHash: parts.nameHash),
      sheet(),
    ])
    let signed = SignedRosterVersion(signing: version, with: keys.signing)
    return MemberStore(
      row: stored, of: id, roster: signed.signed.bytes)
  }

  func sheet(id: MemberID = MemberID(number: 8), madeBy: MemberID? = nil) -> RosterMember {
    RosterMember(
      id: id, kind: .recovery, role: nil, since: 1, madeBy: madeBy ?? self.id, expires: 0,
      keys: MemberPublicKeys(
        box: recovery.boxKeyPair().publicKey, signing: recovery.signingKeyPair().publicKey,
        age: recovery.agePublicKey), cost: nil, rowHash: .zeros, nameHash: nil)
  }

  func version(_ members: [RosterMember]) -> RosterVersion {
    RosterVersion(
      vault: vault, generation: 1, number: 1, previous: .zeros, epoch: 1,
      identityCommitment: EpochKeys.commitment(to: identity, epoch: 1, in: vault),
      houseCommitment: EpochKeys.commitment(to: house, epoch: 1, in: vault), previousHouse: nil,
      auditNumber: 1, auditKey: audit.publicKey, policyHash: .zeros, firstLink: 1,
      rotationOwed: false, members: members, signer: id)
  }
}

/// Roster and row, and the passphrase at the door.
struct MemberStore {
  let rows: MemoryStore

  init(row: [UInt8], of member: MemberID, roster: [UInt8]) {
    rows = MemoryStore([
      RowPlace(.roster, UInt64(1).key): roster, RowPlace(.member, member.bytes): row,
    ])
  }

  /// Unlocks as a newly started program does.
  func unlock(
    _ phrase: String = SampleVault.phrase, within budget: Vault.MemoryBudget = SampleVault.budget
  ) throws -> Session {
    let vault = try Vault(in: rows)
    return try vault.unlock(
      as: try vault.person(named: try MemberName(MemberForge.name)),
      with: try SampleVault.passphrase(phrase), within: budget)
  }
}
