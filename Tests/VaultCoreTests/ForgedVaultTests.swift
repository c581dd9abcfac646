import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who has no passphrase and no sheet makes a whole vault of their own, to keys that
/// everybody can read in a true one.
final class ForgedVaultTests {
  private let forge: MemberForge
  /// The sheet in the drawer of the agency, of which the attacker knows the public keys.
  private let sheet = RecoveryIdentity()

  init() throws { forge = try MemberForge() }

  /// A vault that the attacker founded, whose recovery key is the agency's, with a wrap.
  private func vault(_ wrap: (MemberID) throws -> MemberWrap) throws -> Vault {
    let entry = MemberID(number: 8)
    let member = RosterMember(
      id: entry, kind: .recovery, role: nil, since: 1, madeBy: forge.id, expires: 0,
      keys: sheet.publicKeys, cost: nil, rowHash: .zeros, nameHash: nil)
    let vault = forge.vault.bytes
    let place = { (purpose: BoxPurpose) in
      BoxPlace(purpose: purpose, vault: vault, recipient: entry.bytes, number: 1)
    }
    let keys = sheet.publicKeys.box
    let row = MemberRow(
      wrap: try wrap(entry),
      identityBox: try forge.identity.withBytes { (bytes) throws(CryptoError) in
        try keys.seal(payload: bytes, box: place(.identityKey))
      },
      houseBox: try forge.house.withBytes { (bytes) throws(CryptoError) in
        try keys.seal(payload: bytes, box: place(.houseKey))
      },
      name: nil,
      auditBoxes: [
        try forge.audit.withSecretBytes { (bytes) throws(CryptoError) in
          try keys.seal(payload: bytes, box: place(.auditSecret))
        }
      ])
    let stored = row.sealed
    var named = member
    named.rowHash = MemberRow.hash(stored, in: forge.vault)
    let founder = RosterMember(
      id: forge.id, kind: .person, role: .supervisor, since: 1, madeBy: forge.id, expires: 0,
      keys: forge.keys.publicKeys, cost: .floor, rowHash: .zeros,
      nameHash: try MemberName(MemberForge.name).hash(in: forge.vault))
    let version = SignedRosterVersion(
      signing: forge.version([founder, named]), with: forge.keys.signing)
    return try Vault(
      in: MemoryStore([
        RowPlace(.roster, UInt64(1).key): version.signed.bytes,
        RowPlace(.member, entry.bytes): stored.bytes,
      ]))
  }

  private func pin(founder: [UInt8]) -> MemberWrap.Pin {
    forge.pin(founder: founder)
  }

  // The supervisor takes the sheet out of its drawer and makes herself a supervisor of the forger's
  // vault: everything that she and her colleagues then write, the forger reads.
  @Test func `a vault forged whole to the public recovery key is refused by the sheet`() throws {
    // The forger cannot make the pin's key, so the wrap is under one of their own,
    let own = RecoveryIdentity()
    let forged = try vault { entry in
      MemberWrap(
        MemberWrap.Header(
          kind: .recovery, vault: forge.vault, member: entry, keys: sheet.publicKeys, cost: nil,
          salt: [UInt8](repeating: 0, count: StretchingSalt.count)),
        pin: pin(founder: forge.keys.publicKeys.signing.bytes), under: own.pinKey())
    }
    #expect(throws: VaultError.damage(.member, MemberID(number: 8).bytes, .seal)) {
      try forged.check(sheet)
    }
    // or is the true one, copied out of the true vault, which pins another founder.
    let copied = try vault { entry in
      sheet.wrap(
        of: entry,
        pinning: pin(founder: MemberKeys(root: RootKey()).publicKeys.signing.bytes))
    }
    #expect(throws: VaultError.foreignVault) { try copied.check(sheet) }
  }

  // Only the true sheet makes such a pin: then the vault is the agency's own.
  @Test func `the same vault with a pin of the sheet's own is trusted`() throws {
    let own = try vault { entry in
      sheet.wrap(of: entry, pinning: pin(founder: forge.keys.publicKeys.signing.bytes))
    }
    try own.check(sheet)
  }
}
