import VaultCrypto

/// The next version of the roster in the making, and the member rows that come with it.
struct RosterDraft {
  private(set) var version: RosterVersion
  /// Rows that change, each under its member's id.
  private(set) var rows: [MemberID: MemberRow] = [:]

  /// Begins with the state as it is.
  init(after roster: VerifiedRoster, signedBy signer: MemberID) {
    version = roster.end
    version.number += 1
    version.previous = roster.endHash
    version.signer = signer
  }

  /// Puts an entry with its row in the place of the member's older one, or as a new one.
  mutating func put(_ entry: RosterMember, _ row: MemberRow) {
    var entry = entry
    entry.rowHash = MemberRow.hash(row.sealed, in: version.vault)
    rows[entry.id] = row
    if let index = version.members.firstIndex(where: { $0.id == entry.id }) {
      version.members[index] = entry
      return
    }
    let place = version.members.firstIndex { entry.id < $0.id } ?? version.members.endIndex
    version.members.insert(entry, at: place)
  }

  /// Says that a rotation is owed.
  mutating func oweRotation() { version.rotationOwed = true }

  mutating func setPolicy(hash: Digest) { version.policyHash = hash }

  mutating func beginGeneration(_ generation: UInt64) { version.generation = generation }

  /// Begins an epoch: its keys' commitments, the house key of the one before under the new one.
  mutating func beginEpoch(_ new: Holdings, after old: Holdings) throws(VaultError) {
    let vault = version.vault
    guard let commitments = new.commitments(in: vault), let pair = new.auditPairs.last else {
      throw .notPermitted
    }
    version.epoch = new.epoch
    (version.identityCommitment, version.houseCommitment) = commitments
    version.rotationOwed = false
    let place = Place(
      vault: vault.bytes, namespace: .previousHouse, key: old.epoch.key, epoch: new.epoch)
    version.previousHouse = old.house.withBytes { new.house.sealingKey().seal($0, place: place) }
    version.auditNumber = pair.number
    version.auditKey = pair.keys.publicKey
  }
}

extension RosterMember {
  /// The entry as it is once the member has left.
  func left(at now: UInt64) -> RosterMember {
    var entry = self
    (entry.since, entry.expires, entry.keys, entry.cost) = (now, 0, nil, nil)
    return entry
  }
}
