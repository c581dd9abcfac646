import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Ana, a supervisor, exchanges the keys, and gives a colleague others than she gives the rest: all
/// signatures and hashes fit, as they are her own.
struct LyingSupervisorTests {
  private let house: House
  private let ana: Standing

  init() throws {
    house = try House()
    let session = try house.session(House.supervisor)
    _ = try session.rotate(House.order) { _, _ in }
    ana = session.standing
  }

  private var end: RosterVersion { ana.roster.end }

  private func person(_ name: String) throws -> RosterMember {
    try #require(ana.roster.person(named: try MemberName(name)))
  }

  /// Signs the last version anew, and the links that name it.
  private func rewrite(_ alter: (inout RosterVersion) throws -> Void) throws {
    var version = end
    try alter(&version)
    let signed = SignedRosterVersion(signing: version, with: ana.memberKeys.signing)
    house.store.rows[RowPlace(.roster, version.number.key)] = signed.signed.bytes
    let forge = LogForge(house: house, held: ana)
    let first = try (1...(try forge.last())).first { number in
      try forge.link(number).link.rosterNumber == version.number
    }
    try forge.rename(from: try #require(first), to: signed)
  }

  /// Replaces parts of a colleague's row, and has the roster name it.
  private func give(
    _ name: String, _ alter: (MemberRow, RosterMember) throws -> MemberRow
  ) throws {
    let member = try person(name)
    let place = RowPlace(.member, member.id.bytes)
    let row = try MemberRow(
      untrusted: SealedBytes(untrusted: try #require(house.store.rows[place])))
    let altered = try alter(row, member).sealed
    house.store.rows[place] = altered.bytes
    try rewrite { version in
      for index in version.members.indices where version.members[index].id == member.id {
        version.members[index].rowHash = MemberRow.hash(altered, in: ana.vault)
      }
    }
  }

  /// A key of her own, sealed to a colleague as a true one is.
  private func box(_ purpose: BoxPurpose, to member: RosterMember) throws -> SealedBytes {
    let keys = try #require(member.keys)
    let place = BoxPlace(
      purpose: purpose, vault: ana.vault.bytes, recipient: member.id.bytes, number: end.epoch)
    return try HouseKey().withBytes { (bytes) throws(CryptoError) in
      try keys.box.seal(payload: bytes, box: place)
    }
  }

  // What Ben writes would be read by nobody but her. The version says to which keys it commits, and
  // he compares before he uses one.
  @Test func `a member who is given other epoch keys than the rest`() throws {
    let refusal = VaultError.damage(.member, try person(House.caseworker).id.bytes, .key)
    let sound = house.store.rows
    try give(House.caseworker) { row, member in
      MemberRow(
        wrap: row.wrap, identityBox: row.identityBox, houseBox: try box(.houseKey, to: member),
        name: row.name, auditBoxes: row.auditBoxes)
    }
    #expect(throws: refusal) { try house.session(House.caseworker) }
    // Nobody else can open his box: the check of a colleague finds nothing, and must not be taken
    // for an answer.
    #expect(try house.session(House.second).damage().isEmpty)
    house.store.rows = sound
    try give(House.caseworker) { row, member in
      MemberRow(
        wrap: row.wrap, identityBox: try box(.identityKey, to: member), houseBox: row.houseBox,
        name: row.name, auditBoxes: row.auditBoxes)
    }
    #expect(throws: refusal) { try house.session(House.caseworker) }
    house.store.rows = sound
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
  }

  // She commits to a key that nobody was given: whoever was given the true one would be locked out
  // quietly, or led to trust hers.
  @Test func `a commitment that is replaced`() throws {
    let sound = house.store.rows
    for alter: (inout RosterVersion) -> Void in [
      {
        $0.houseCommitment = EpochKeys.commitment(to: HouseKey(), epoch: $0.epoch, in: $0.vault)
      },
      {
        $0.identityCommitment = EpochKeys.commitment(
          to: IdentityKey(), epoch: $0.epoch, in: $0.vault)
      },
    ] {
      house.store.rows = sound
      try rewrite(alter)
      for name in [House.supervisor, House.second, House.caseworker] {
        #expect(throws: VaultError.damage(.member, try person(name).id.bytes, .key)) {
          try house.session(name)
        }
      }
    }
  }

  // The house key that is handed down is another: the log of before could not be read any more, or
  // would be read under a key of hers.
  @Test func `another house key handed down to the next epoch`() throws {
    let place = Place(
      vault: ana.vault.bytes, namespace: .previousHouse, key: (end.epoch - 1).key,
      epoch: end.epoch)
    try rewrite { version in
      version.previousHouse = HouseKey().withBytes {
        ana.epochKeys.house.sealing.seal($0, place: place)
      }
    }
    let refusal = VaultError.damage(.roster, end.number.key, .key)
    for name in [House.second, House.auditor] {
      let session = try house.session(name)
      let found = try session.verifyLog().damage
      #expect(found.map(VaultError.damaged) == refusal)
    }
  }

  // She shows Cleo, on whom the board relies, under Ben's name.
  @Test func `a colleague's name sealed over another's, under the roster's own hash`() throws {
    let name = try MemberName(House.caseworker)
    try give(House.auditor) { row, member in
      MemberRow(
        wrap: row.wrap, identityBox: row.identityBox, houseBox: row.houseBox,
        name: MemberNameSeal.seal(
          name, of: member.id, epoch: end.epoch, in: ana.vault,
          with: ana.epochKeys.house.sealing), auditBoxes: row.auditBoxes)
    }
    let cleo = try person(House.auditor).id
    #expect(throws: VaultError.damage(.member, cleo.bytes, .hash)) {
      try house.session(House.auditor)
    }
    let dora = try house.session(House.second)
    #expect(try dora.members().map(\.name).count { $0 == House.caseworker } == 1)
    #expect(
      try dora.damage() == [Damage(namespace: "member", key: cleo.bytes, problem: .hash)])
  }

  // The writer of this suite changes nothing that it should not: what it signs anew is true.
  @Test func `the same version and links signed anew are sound`() throws {
    try rewrite { $0.rotationOwed = false }
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
    #expect(try house.session(House.second).damage().isEmpty)
  }
}
