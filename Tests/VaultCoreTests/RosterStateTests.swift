import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// The steps that are allowed, each whole, and what spoils it; docs/FORMAT.md 5.2.
struct RosterStateTests {
  typealias Hand = RosterForge.Hand
  typealias Change = @Sendable (inout RosterVersion) -> Void

  private let forge = RosterForge()
  private static let person = MemberID(number: 20)
  private static let sheet = MemberID(number: 21)

  private static func made(
    _ id: MemberID, _ kind: MemberKind, _ role: Role?, by maker: MemberID, name: UInt8 = 0x90
  ) -> RosterMember {
    RosterMember(
      id: id, kind: kind, role: role, since: 300, madeBy: maker,
      expires: kind == .invitation ? 400 : 0, keys: MemberKeys(root: RootKey()).publicKeys,
      cost: kind == .recovery ? nil : .floor, rowHash: RosterForge.digest(9),
      nameHash: kind == .recovery ? nil : RosterForge.digest(name))
  }

  /// The sheet used as it should be: a supervisor, a new sheet of theirs, and nothing kept of the
  /// old one.
  private func recovered() -> RosterVersion {
    var version = forge.next(by: .recovery)
    version.rotate(auditPair: true)
    version.change(.recovery) { $0 = $0.left(at: 300) }
    version.members += [
      Self.made(Self.person, .person, .supervisor, by: Hand.recovery.id),
      Self.made(Self.sheet, .recovery, nil, by: Self.person),
    ]
    return version
  }

  private func expect(
    _ problem: RosterProblem?, of version: RosterVersion, by hand: Hand,
    _ changes: [(RosterProblem, Change)], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try forge.problem(version, by: hand) == problem, sourceLocation: sourceLocation)
    for (index, (problem, change)) in changes.enumerated() {
      var spoilt = version
      change(&spoilt)
      #expect(
        try forge.problem(spoilt, by: hand) == problem, "change \(index)",
        sourceLocation: sourceLocation)
    }
  }

  // Somebody photographed the sheet: it makes one supervisor in the open, and is used up by that.
  @Test func `the sheet makes one new supervisor and is replaced`() throws {
    let before = forge.before
    try expect(
      nil, of: recovered(), by: .recovery,
      [
        // It stays in the drawer, for the next time.
        (.step, { $0.put(back: .recovery, from: before) }),
        // It makes a caseworker, or an invitation, of whom nobody would hear.
        (.step, { $0.members[$0.members.count - 2].role = .caseworker }),
        (
          .step,
          {
            $0.members[$0.members.count - 2] = Self.made(
              Self.person, .invitation, .supervisor, by: Hand.recovery.id)
          }
        ),
        // Two at once.
        (
          .step,
          {
            $0.members.append(
              Self.made(
                MemberID(number: 22), .person, .supervisor, by: Hand.recovery.id, name: 0x91))
          }
        ),
        // In another's name, or with a sheet that another has made.
        (.step, { $0.members[$0.members.count - 2].madeBy = Hand.founder.id }),
        (.step, { $0.members[$0.members.count - 1].madeBy = Hand.founder.id }),
        // A role for an accomplice by the way, or the log's beginning cut.
        (.step, { $0.change(.caseworker) { $0.role = .supervisor } }),
        (.step, { $0.firstLink += 1 }),
        // Without changing the locks, or the audit pair with them.
        (.rotation, { $0.keep(keysOf: before) }),
        (.rotation, { ($0.auditNumber, $0.auditKey) = (before.auditNumber, before.auditKey) }),
      ])
  }

  // The sheet may also end those whom it finds, as after a fire nobody may be left.
  @Test func `the sheet may remove, and what the removed had made goes too`() throws {
    var version = recovered()
    version.change(.caseworker) { $0 = $0.left(at: 300) }
    #expect(try forge.problem(version, by: .recovery) == nil)
    version.change(.founder) { $0 = $0.left(at: 300) }
    #expect(try forge.problem(version, by: .recovery) == .state)
    version.change(.invitation) { $0 = $0.left(at: 300) }
    #expect(try forge.problem(version, by: .recovery) == nil)
  }

  // An older copy is made the one that counts, with what was open in it still open.
  @Test func `a new generation rotates all, and withdraws what is open`() throws {
    var version = forge.next(by: .supervisor)
    version.generation += 1
    version.rotate(auditPair: true)
    version.change(.invitation) { $0 = $0.left(at: 300) }
    let before = forge.before
    try expect(
      nil, of: version, by: .supervisor,
      [
        (.step, { $0.generation -= 2 }),
        (.rotation, { ($0.auditNumber, $0.auditKey) = (before.auditNumber, before.auditKey) }),
        (.step, { $0.put(back: .invitation, from: before) }),
      ])
    version.generation = .max
    #expect(try forge.problem(version, by: .supervisor) == nil)
    version.signer = Hand.caseworker.id
    #expect(try forge.problem(version, by: .caseworker) == .step)
  }

  // A colleague's forgotten passphrase is a way in for whoever resets it.
  @Test func `a reset keeps the id and the role, and names who did it`() throws {
    var version = forge.next(by: .supervisor)
    version.change(.caseworker) {
      ($0.kind, $0.since, $0.expires, $0.madeBy) = (.invitation, 300, 400, Hand.supervisor.id)
      ($0.keys, $0.rowHash) = (MemberKeys(root: RootKey()).publicKeys, RosterForge.digest(9))
    }
    #expect(try forge.problem(version, by: .supervisor) == .rotation)
    version.rotate(auditPair: false)
    try expect(
      nil, of: version, by: .supervisor,
      [
        // With a role that they did not have.
        (.step, { $0.change(.caseworker) { $0.role = .supervisor } }),
        // In the name of somebody else.
        (.step, { $0.change(.caseworker) { $0.madeBy = Hand.founder.id } }),
      ])
    // With one of the keys of before, which a former self still holds.
    let old = try #require(forge.before.member(Hand.caseworker.id)?.keys)
    version.change(.caseworker) { entry in
      entry.keys = entry.keys.map {
        MemberPublicKeys(box: old.box, signing: $0.signing, age: $0.age)
      }
    }
    #expect(try forge.problem(version, by: .supervisor) == .step)
    // Nobody resets themselves: it would leave nobody who has seen the code.
    var own = forge.next(by: .supervisor)
    own.change(.supervisor) {
      ($0.kind, $0.since, $0.expires, $0.madeBy) = (.invitation, 300, 400, Hand.supervisor.id)
      ($0.keys, $0.rowHash) = (MemberKeys(root: RootKey()).publicKeys, RosterForge.digest(9))
    }
    own.rotate(auditPair: true)
    #expect(try forge.problem(own, by: .supervisor) == .step)
  }

  // Somebody slips an invitation in beside their own business.
  @Test func `a supervisor adds invitations and sheets of their own, and no persons`() throws {
    var version = forge.next(by: .supervisor)
    version.members.append(Self.made(Self.person, .invitation, .auditor, by: Hand.supervisor.id))
    try expect(
      nil, of: version, by: .supervisor,
      [
        (.step, { $0.members[$0.members.count - 1].madeBy = Hand.founder.id }),
        (
          .step,
          {
            $0.members[$0.members.count - 1] = Self.made(
              Self.person, .person, .auditor, by: Hand.supervisor.id)
          }
        ),
        // A second sheet beside the first: only one is in a drawer that people know of.
        (
          .state,
          {
            $0.members[$0.members.count - 1] = Self.made(
              Self.person, .recovery, nil, by: Hand.supervisor.id)
          }
        ),
      ])
    version.signer = Hand.caseworker.id
    #expect(try forge.problem(version, by: .caseworker) == .step)
  }

  // Two of one name: half of the colleagues believe that the new one is the one whom they know.
  @Test func `no two present members have a name or a key in common`() throws {
    var version = forge.next(by: .supervisor)
    version.members.append(
      Self.made(Self.person, .invitation, .auditor, by: Hand.supervisor.id, name: 0x63))
    #expect(try forge.problem(version, by: .supervisor) == .state)
    for take: @Sendable (MemberPublicKeys, MemberPublicKeys) -> MemberPublicKeys in [
      { MemberPublicKeys(box: $1.box, signing: $0.signing, age: $0.age) },
      { MemberPublicKeys(box: $0.box, signing: $1.signing, age: $0.age) },
      { MemberPublicKeys(box: $0.box, signing: $0.signing, age: $1.age) },
    ] {
      var version = forge.next(by: .supervisor)
      var entry = Self.made(Self.person, .invitation, .auditor, by: Hand.supervisor.id)
      let theirs = try #require(forge.before.member(Hand.caseworker.id)?.keys)
      entry.keys = entry.keys.map { take($0, theirs) }
      version.members.append(entry)
      #expect(try forge.problem(version, by: .supervisor) == .state)
    }
    // The name of somebody who left is free.
    version.members[version.members.count - 1] = Self.made(
      Self.person, .invitation, .auditor, by: Hand.supervisor.id,
      name: 0x60 + UInt8(Hand.former.rawValue))
    #expect(try forge.problem(version, by: .supervisor) == nil)
  }

  // Rotating a thousand times would grow every member's row until nobody can unlock.
  @Test func `audit pairs end at the limit`() throws {
    for (number, problem) in [
      (RosterVersion.auditLimit - 1, nil), (RosterVersion.auditLimit, RosterProblem.state),
    ] {
      let forge = forge.at(auditNumber: number)
      var version = forge.next(by: .founder)
      version.rotate(auditPair: true)
      #expect(try forge.problem(version, by: .founder) == problem)
    }
  }
}

extension RosterVersion {
  /// Puts somebody's entry back as it was.
  fileprivate mutating func put(back hand: RosterForge.Hand, from before: RosterVersion) {
    change(hand) { entry in entry = before.member(entry.id) ?? entry }
  }

  /// Keeps epoch and audit pair as they were.
  fileprivate mutating func keep(keysOf before: RosterVersion) {
    (epoch, previousHouse) = (before.epoch, before.previousHouse)
    (identityCommitment, houseCommitment) = (before.identityCommitment, before.houseCommitment)
    (auditNumber, auditKey) = (before.auditNumber, before.auditKey)
  }
}
