import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Cleo, the auditor, holds the house keys, under which links and tip are sealed. She takes links
/// away, moves them, or brings some from elsewhere, and seals all of it so that it fits.
struct LogInsiderTests {
  private let house: House
  /// An account that has seen the log up to where the house's own copy ends.
  private let before = OwnAccount()
  private let forge: LogForge
  private let end: UInt64

  init() throws {
    house = try House()
    forge = LogForge(house: house, held: try house.session(House.auditor).standing)
    end = try forge.last()
    try before.session(House.supervisor, in: house)
  }

  private func damage(_ number: UInt64, _ problem: Damage.Problem) -> VaultError {
    .damage(.log, number.key, problem)
  }

  /// Appends links by two people in turn.
  private func reveal(_ count: Int) throws {
    let people = try [House.caseworker, House.second].map { try house.session($0) }
    for index in 0..<count { _ = try people[index % 2].findAll() }
    #expect(try forge.last() == end + UInt64(count))
  }

  /// What the check of the log says first.
  private func firstDamage() throws -> VaultError? {
    try house.session(House.second).verifyLog().damage.map(VaultError.damaged)
  }

  // Somebody looked up her brother; she takes the last links away, and the tip with them.
  @Test func `links dropped from the end, under a tip that fits`() throws {
    try reveal(2)
    let seen = OwnAccount()
    try seen.session(House.supervisor, in: house)
    for number in [end + 1, end + 2] { forge.drop(number) }
    try forge.endAt(end)
    #expect(throws: seen.refusal(.older)) { try seen.session(House.supervisor, in: house) }
    // The limit that SECURITY.md states: who has not seen them cannot miss them.
    #expect(try before.session(House.supervisor, in: house).findAll().hits.count == 3)
  }

  // She waits until colleagues, who cannot know of it, have made the log as long as it was.
  @Test func `links dropped from the end, with others in their place`() throws {
    try reveal(1)
    let seen = OwnAccount()
    try seen.session(House.supervisor, in: house)
    forge.drop(end + 1)
    try forge.endAt(end)
    try reveal(2)
    #expect(throws: seen.refusal(.forked)) { try seen.session(House.supervisor, in: house) }
  }

  // The link that she drops tells of a change of the members: the list of members tells of it too.
  @Test func `an invitation's link dropped from the end`() throws {
    _ = try house.session(House.supervisor).invite(
      try MemberName("Eve Stone"), as: .caseworker, days: 7, cost: .floor, House.order)
    forge.drop(end + 1)
    try forge.endAt(end)
    #expect(throws: damage(end, .rosterEnd)) { try house.session(House.caseworker).findAll() }
  }

  // One link goes out of the middle, and nothing is put in its place.
  @Test func `a link dropped from the middle`() throws {
    try reveal(3)
    forge.drop(end + 1)
    #expect(throws: damage(end + 1, .missing)) {
      try before.session(House.supervisor, in: house)
    }
    #expect(try firstDamage() == damage(end + 1, .missing))
  }

  // She closes the gap: those behind it move up, each sealed for its new place.
  @Test func `a link dropped from the middle, and those behind it moved up`() throws {
    try reveal(3)
    let moved = try (end + 2...end + 3).map { ($0, try forge.link($0), try forge.row($0)) }
    for (number, link, row) in moved { forge.put(link, content: row.content, at: number - 1) }
    forge.drop(end + 3)
    try forge.endAt(end + 2)
    // Each carries its own number under its author's signature.
    #expect(throws: damage(end + 2, .number)) { try house.session(House.caseworker).findAll() }
    #expect(throws: damage(end + 2, .number)) { try before.session(House.supervisor, in: house) }
  }

  // Two change places, so that the one seems to have come before the other.
  @Test func `links reordered, each sealed for its new place`() throws {
    try reveal(3)
    let (one, two) = (end + 1, end + 2)
    let (first, second) = (try forge.link(one), try forge.link(two))
    let contents = (try forge.row(one).content, try forge.row(two).content)
    forge.put(second, content: contents.1, at: one)
    forge.put(first, content: contents.0, at: two)
    #expect(throws: damage(one, .number)) { try before.session(House.supervisor, in: house) }
    #expect(try firstDamage() == damage(one, .number))
  }

  // An earlier reveal once more, as if it were done again: of the same number there is one.
  @Test func `a link of before repeated at the end`() throws {
    let old = try forge.link(end)
    forge.put(old, content: try forge.row(end).content, at: end + 1)
    try forge.endAt(end + 1)
    #expect(throws: damage(end + 1, .number)) { try house.session(House.caseworker).findAll() }
  }

  // She is an auditor of another agency too, and brings a link of theirs, of the number that comes
  // next here.
  @Test func `a link copied from another vault, sealed for this one`() throws {
    let other = House(try SampleVault.another().store.rows)
    let ana = try other.session(House.supervisor)
    let theirs = LogForge(house: other, held: ana.standing)
    while try theirs.last() < end + 1 { _ = try ana.findAll() }
    forge.put(
      try theirs.link(end + 1), content: try theirs.row(end + 1).content, at: end + 1)
    try forge.endAt(end + 1)
    #expect(throws: damage(end + 1, .signature)) { try house.session(House.caseworker).findAll() }
    #expect(throws: damage(end + 1, .signature)) {
      try before.session(House.supervisor, in: house)
    }
    // As it was sealed there it does not even open.
    house.store.rows[RowPlace(.log, (end + 1).key)] =
      other.store.rows[RowPlace(.log, (end + 1).key)]
    try forge.endAt(end + 1)
    #expect(throws: damage(end + 1, .seal)) { try house.session(House.caseworker).findAll() }
  }

  // She signs in a colleague's name, which is all that the log tells of who looked.
  @Test func `a link of her own under a colleague's id`() throws {
    let ben = try #require(forge.held.roster.person(named: try MemberName(House.caseworker)))
    let number = try forge.append(as: ben.id, head: try forge.link(end).link.headHash)
    #expect(throws: damage(number, .signature)) { try house.session(House.caseworker).findAll() }
  }

  // Whoever has a code, or a sheet, holds what its role holds, and would go down in the log as
  // nobody whom a list of members shows.
  @Test func `a link signed by an open invitation or by the recovery key`() throws {
    let eve = try MemberName("Eve Stone")
    let ana = try house.session(House.supervisor)
    let sheet = RecoveryIdentity()
    let sheetKeys = MemberKeys(recovery: sheet)
    try ana.renewRecovery(sheet: .proven(sheet), House.order) { _, _ in }
    let invitation = try ana.invite(
      eve, as: .caseworker, days: 7, cost: .floor, House.order)
    let vault = try Vault(in: house.store)
    let invited = try vault.standing(
      of: try #require(vault.roster.invitation(named: eve)), with: invitation.code.passphrase(),
      within: SampleVault.budget)
    let recovery = Standing(
      roster: invited.roster, member: invited.roster.recovery, memberKeys: sheetKeys,
      epochKeys: invited.epochKeys, auditPair: nil)
    let sound = house.store.rows
    for held in [invited, recovery] {
      house.store.rows = sound
      let forge = LogForge(house: house, held: held)
      let number = try forge.append(head: try forge.link(try forge.last()).link.headHash)
      #expect(throws: damage(number, .signature)) { try ana.findAll() }
    }
  }

  // Dora was removed. She signs a reveal under the version that knew her, and Ben, who stayed, puts it
  // in and goes on behind it: the end is true, and named by a true tip.
  @Test func `a link of somebody removed, with an accomplice's behind it`() throws {
    let dora = try house.session(House.second).standing
    _ = try house.session(House.supervisor).remove(
      try MemberName(House.second), sheet: .none, House.order)
    try before.session(House.supervisor, in: house)
    let ben = LogForge(house: house, held: try house.session(House.caseworker).standing)
    let head = try ben.link(try ben.last()).link.headHash
    let number = try LogForge(house: house, held: dora).append(head: head)
    // By herself she does not get that far: her tip does not open.
    #expect(throws: VaultError.damage(.tip, Tip.key, .seal)) {
      try house.session(House.auditor).members()
    }
    try ben.append(head: head)
    // No link goes back behind a version that one before it has named.
    #expect(throws: damage(number, .number)) { try before.session(House.supervisor, in: house) }
    let found = try house.session(House.auditor).verifyLog().damage
    #expect(found.map(VaultError.damaged) == damage(number, .number))
  }
}
