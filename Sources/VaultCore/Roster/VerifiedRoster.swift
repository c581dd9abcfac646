import VaultCrypto

/// A chain of roster versions of which each was checked against the one before.
///
/// Only checking makes one, or makes one longer: docs/FORMAT.md section 5.2.
package struct VerifiedRoster: Sendable {
  /// The versions that were read, in order: all, or those from the remembered one on.
  private var versions: [SignedRosterVersion]
  private var hashes: [Digest]
  /// Versions before those, where the account remembers the first of them.
  let earlier = EarlierVersions()
  /// The key that signed version 1, which every wrap pins.
  let founderKey: VerifyingKey

  /// The last version: the state that counts.
  package var end: RosterVersion { versions[versions.count - 1].version }
  var endHash: Digest { hashes[hashes.count - 1] }
  /// The last version as it is stored.
  var signedEnd: SignedRosterVersion { versions[versions.count - 1] }

  var vault: VaultID { versions[0].version.vault }
  /// The number of the first version that was read.
  private var firstNumber: UInt64 { versions[0].version.number }

  /// Begins a chain with version 1.
  ///
  /// - Parameters:
  ///   - key: The key under which it is stored.
  ///   - stored: The stored value.
  /// - Throws: `.number`, `.founding`, `.signer`, `.signature`, `.format`, `.weakKey`, `.cost`.
  init(beginning key: [UInt8], _ stored: SignedBytes) throws(RosterProblem) {
    let signed = try SignedRosterVersion(untrusted: stored)
    guard signed.version.number == 1, key == UInt64(1).key else { throw .number }
    founderKey = try Self.checkFounding(signed)
    versions = [signed]
    hashes = [signed.hash]
  }

  /// Begins a chain with the version that this account has verified before.
  init(_ seen: SeenVault) {
    founderKey = seen.founderKey
    versions = [seen.version]
    hashes = [seen.version.hash]
  }

  /// Adds the version that comes next.
  ///
  /// - Throws: as `RosterStep.check` does, `.format`, `.weakKey`, `.cost`; then nothing is added.
  mutating func append(_ key: [UInt8], _ stored: SignedBytes) throws(RosterProblem) {
    let signed = try SignedRosterVersion(untrusted: stored)
    guard key == signed.version.number.key else { throw .number }
    try RosterStep.check(from: end, hash: endHash, to: signed)
    versions.append(signed)
    hashes.append(signed.hash)
  }

  /// Whether the chain holds a version of that number and hash; number 0 stands before the first.
  func contains(number: UInt64, hash: Digest) -> Bool {
    if number == 0 { return hash == .zeros }
    guard let index = index(of: number) else { return earlierVersion(number)?.hash == hash }
    return hashes[index] == hash
  }

  /// Checks what a wrap pins against the chain.
  ///
  /// - Throws: `.foreignVault` for another vault or founder, or a version that is not in the chain.
  func check(_ pin: MemberWrap.Pin) throws(VaultError) {
    try checkFounder(pin)
    guard contains(number: pin.rosterNumber, hash: pin.rosterHash) else { throw .foreignVault }
  }

  /// Checks vault and founder of a pin whose version was found in the chain before.
  ///
  /// - Throws: `.foreignVault`.
  func checkFounder(_ pin: MemberWrap.Pin) throws(VaultError) {
    guard pin.vault == vault, pin.founderKey == founderKey.bytes else { throw .foreignVault }
  }

  /// The version of that number, or nil if the chain has none.
  func version(_ number: UInt64) -> RosterVersion? {
    index(of: number).map { versions[$0].version } ?? earlierVersion(number)?.version
  }

  private func earlierVersion(_ number: UInt64) -> SignedRosterVersion? {
    number < firstNumber ? earlier.version(before: firstNumber - number) : nil
  }

  /// The earliest version that was read.
  var earliest: SignedRosterVersion { earlier.earliest ?? versions[0] }

  /// All versions that were read from the first one on, each beside the one before it.
  var steps: [(before: RosterVersion, after: SignedRosterVersion)] {
    zip(versions, versions.dropFirst()).map { ($0.version, $1) }
  }

  /// A version of that epoch, the last one; nil if the chain has none.
  func version(ofEpoch epoch: UInt64) -> RosterVersion? {
    // Epochs never go backwards along the chain.
    var range = versions.startIndex..<versions.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if versions[middle].version.epoch <= epoch {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    guard range.lowerBound > 0 else { return earlier.version(ofEpoch: epoch) }
    let found = versions[range.lowerBound - 1].version
    return found.epoch == epoch ? found : nil
  }

  private func index(of number: UInt64) -> Int? {
    guard number >= firstNumber, number - firstNumber < UInt64(versions.count) else { return nil }
    return Int(number - firstNumber)
  }

  /// The present member, invitation or recovery key with that id.
  package func present(_ id: MemberID) -> RosterMember? {
    end.member(id).flatMap { $0.isPresent ? $0 : nil }
  }

  /// The present person of that name, or nil.
  package func person(named name: MemberName) -> RosterMember? {
    present(.person, named: name)
  }

  /// The open invitation of that name, or nil.
  package func invitation(named name: MemberName) -> RosterMember? {
    present(.invitation, named: name)
  }

  private func present(_ kind: MemberKind, named name: MemberName) -> RosterMember? {
    let hash = name.hash(in: vault)
    return end.members.first { $0.kind == kind && $0.isPresent && $0.nameHash == hash }
  }

  /// The recovery key, which every version has.
  var recovery: RosterMember {
    guard let key = end.members.first(where: { $0.kind == .recovery && $0.isPresent }) else {
      preconditionFailure("a checked version has a recovery key")
    }
    return key
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
    try version.checkState()
    return founderKeys.signing
  }
}
