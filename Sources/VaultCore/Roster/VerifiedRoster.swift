import VaultCrypto

/// A chain of roster versions of which each was checked against the one before.
///
/// Only checking makes one: docs/FORMAT.md section 5.2.
package struct VerifiedRoster: Sendable {
  /// The versions, the first at index 0.
  private let versions: [SignedRosterVersion]
  private let hashes: [Digest]
  /// The last version: the state that counts.
  package let end: RosterVersion
  let endHash: Digest
  /// The key that signed version 1, which every wrap pins.
  let founderKey: VerifyingKey

  var vault: VaultID { end.vault }

  /// How many versions this program has rules for.
  static let versionsKnown = 1

  /// Verifies a whole chain from version 1, before any passphrase is stretched.
  ///
  /// - Throws: the first rule that is broken.
  init(verifying stored: [(key: [UInt8], value: SignedBytes)]) throws(RosterProblem) {
    guard let first = stored.first else { throw .missing }
    let signed = try SignedRosterVersion(untrusted: first.value)
    guard signed.version.number == 1, first.key == UInt64(1).key else { throw .number }
    founderKey = try Self.checkFounding(signed)
    guard stored.count <= Self.versionsKnown else { throw .beyondKnownRules }
    versions = [signed]
    hashes = [signed.hash]
    end = signed.version
    endHash = signed.hash
  }

  /// Whether the chain holds a version of that number and hash; number 0 stands before the first.
  func contains(number: UInt64, hash: Digest) -> Bool {
    if number == 0 { return hash == .zeros }
    guard number <= UInt64(hashes.count) else { return false }
    return hashes[Int(number) - 1] == hash
  }

  /// The version of that number, or nil if the chain has none.
  func version(_ number: UInt64) -> RosterVersion? {
    guard number >= 1, number <= UInt64(versions.count) else { return nil }
    return versions[Int(number) - 1].version
  }

  /// The present member, invitation or recovery key with that id.
  package func present(_ id: MemberID) -> RosterMember? {
    end.member(id).flatMap { $0.isPresent ? $0 : nil }
  }

  /// The present person of that name, or nil.
  package func person(named name: MemberName) -> RosterMember? {
    let hash = name.hash(in: vault)
    return end.members.first { $0.kind == .person && $0.isPresent && $0.nameHash == hash }
  }

  /// Checks version 1 against the only state that a new vault can have.
  private static func checkFounding(
    _ signed: SignedRosterVersion
  ) throws(RosterProblem) -> VerifyingKey {
    let version = signed.version
    guard version.generation == 1, version.epoch == 1, version.auditNumber == 1,
      version.firstLink == 1, version.previous == .zeros, version.previousHouse == nil,
      !version.rotationOwed, version.members.count == 2,
      let founder = version.members.first(where: { $0.kind == .person }),
      let recovery = version.members.first(where: { $0.kind == .recovery }),
      founder.role == .supervisor, founder.madeBy == founder.id, recovery.madeBy == founder.id,
      let founderKeys = founder.keys, recovery.isPresent
    else { throw .founding }
    guard version.signer == founder.id else { throw .signer }
    do {
      try founderKeys.signing.verify(
        signed.signature, purpose: .roster, vault: version.vault.bytes, data: version.signedPart)
    } catch {
      throw .signature
    }
    return founderKeys.signing
  }
}
