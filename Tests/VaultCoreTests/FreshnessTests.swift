import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Older copies and branches of the whole file, put before an account that has seen more. Each
/// paragraph begins with what the attacker has and does.
struct FreshnessTests {
  private let house: House
  private let account = OwnAccount()

  init() throws { house = try House() }

  private func name(_ text: String) throws -> MemberName { try MemberName(text) }
  private func copy() -> House { House(house.store.rows) }

  private func remove(_ member: String, by supervisor: String = House.supervisor) throws {
    _ = try house.session(supervisor).remove(
      try name(member), sheet: .none, House.order)
  }

  @Test func `an account that has seen nothing shows what to compare, and then knows it`() throws {
    let vault = try account.open(house)
    #expect(vault.visit == .first)
    #expect(
      try vault.versionWords
        == VersionWords(typed: vault.versionWords.words.joined(separator: "-").uppercased()))
    #expect(vault.versionWords.words != vault.fingerprint)
    try account.session(House.caseworker, in: house)
    #expect(try account.open(house).visit == .known)
    // Others go on, and it follows.
    try remove(House.auditor)
    #expect(try account.session(House.caseworker, in: house).findAll().hits.count == 3)
    #expect(try account.memory.seen()?.number == house.session(House.supervisor).roster.end.number)
  }

  // Somebody with the file of last week puts it in the place of today's.
  @Test func `a whole older file is refused before a passphrase is asked for`() throws {
    let old = copy()
    try remove(House.auditor)
    try account.session(House.caseworker, in: house)
    #expect(throws: account.refusal(.older)) { try account.open(old) }
  }

  // The same, from a day on which no member changed: only the log tells.
  @Test func `links dropped from the end behind what was seen are missed`() throws {
    let old = copy()
    _ = try account.session(House.caseworker, in: house).findAll()
    #expect(throws: account.refusal(.older)) { try account.session(House.caseworker, in: old) }
  }

  // A caseworker takes back what they looked up: the old end of the log, and as many links that they
  // sign anew.
  @Test func `as many other links in the place of those that were seen are a branch`() throws {
    let old = copy()
    _ = try account.session(House.supervisor, in: house).findAll()
    let ben = try old.session(House.caseworker)
    for _ in 1...4 { _ = try ben.findAll() }
    #expect(throws: account.refusal(.forked)) { try account.session(House.supervisor, in: old) }
  }

  // The same, under a session that stays open.
  @Test func `an open session notices that the file was exchanged`() throws {
    let old = house.store.rows
    let ana = try account.session(House.supervisor, in: house)
    _ = try ana.findAll()
    house.store.rows = old
    #expect(throws: account.refusal(.older)) { try ana.findAll() }
    #expect(throws: account.refusal(.older)) { try ana.members() }
    #expect(house.store.rows == old)
  }

  // Somebody with the present file deletes the beginning of the log.
  @Test func `the log's beginning cut up to what was seen is damage`() throws {
    let ana = try account.session(House.supervisor, in: house)
    let seen = try #require(try account.memory.seen()?.link.number)
    _ = try house.session(House.caseworker).findAll()
    for number in 1...seen { house.store.rows[RowPlace(.log, number.key)] = nil }
    #expect(throws: VaultError.damage(.log, seen.key, .missing)) { try ana.findAll() }
    #expect(throws: VaultError.damage(.log, seen.key, .missing)) {
      try account.session(House.supervisor, in: house)
    }
  }

  // What a supervisor may do: the first link kept is raised, and what was seen lies below it.
  @Test func `a link below the first one kept counts as contained`() throws {
    try account.session(House.supervisor, in: house)
    let ana = try house.session(House.supervisor)
    let (link, tip) = try ana.look { (_, tree) throws(VaultError) in (tree.link, tree.tip) }
    var version = ana.roster.end
    (version.number, version.previous) = (version.number + 1, ana.roster.endHash)
    (version.firstLink, version.signer) = (tip.number + 1, ana.memberID)
    let signed = SignedRosterVersion(signing: version, with: ana.standing.memberKeys.signing)
    let content = try LogContentBox.seal(
      LogContent(.rotate, reason: .none), number: tip.number + 1, to: version)
    let next = Link(
      number: tip.number + 1, previous: tip.hash, time: House.now, actor: ana.memberID,
      rosterNumber: version.number, rosterHash: signed.hash, headHash: link.headHash,
      contentHash: Digest(.content, vault: ana.vaultID, data: content.bytes))
    let row = LogReader.Row(
      epoch: version.epoch,
      link: ana.standing.seal(
        SignedLink(signing: next, in: ana.vaultID, with: ana.standing.memberKeys.signing).encoded,
        namespace: .link, key: next.number.key), content: content)
    for place in house.store.rows.keys where place.namespace == .log {
      house.store.rows[place] = nil
    }
    house.store.rows[RowPlace(.roster, version.number.key)] = signed.signed.bytes
    house.store.rows[RowPlace(.log, next.number.key)] = row.sealed.bytes
    house.store.rows[RowPlace(.tip, Tip.key)] =
      ana.standing.seal(
        Tip(number: next.number, hash: row.hash(in: ana.vaultID)).encoded(), namespace: .tip,
        key: Tip.key
      ).bytes
    #expect(try account.session(House.supervisor, in: house).findAll().hits.count == 3)
    #expect(try account.memory.seen()?.link.number == next.number + 1)
  }

  // A colleague with the house key writes a link that continues nothing, and an honest end after it.
  @Test func `of the links that are new to the account each is checked`() throws {
    try account.session(House.supervisor, in: house)
    let ben = try house.session(House.caseworker)
    _ = try ben.findAll()
    let between = try #require(house.store.rows.keys.filter { $0.namespace == .log }.sorted().last)
    _ = try ben.findAll()
    house.store.rows[between]?[20] ^= 1
    // The end alone tells nothing of it.
    #expect(try house.session(House.supervisor).findAll().hits.count == 3)
    #expect(throws: VaultError.damage(.log, between.key, .seal)) {
      try account.session(House.supervisor, in: house)
    }
  }

  // The same, while the account's session is open: its next entry would stand behind the forged one,
  // and the account would remember that as the end of what it has checked.
  @Test func `an open session checks the links that came in between before it goes on`() throws {
    let ana = try account.session(House.supervisor, in: house)
    let ben = try house.session(House.caseworker)
    _ = try ben.findAll()
    let between = try #require(house.store.rows.keys.filter { $0.namespace == .log }.max())
    _ = try ben.findAll()
    let sound = house.store.rows
    house.store.rows[between]?[20] ^= 1
    let altered = house.store.rows
    let seen = try account.memory.seen()?.link
    #expect(throws: VaultError.damage(.log, between.key, .seal)) { try ana.findAll() }
    let isUnchanged = house.store.rows == altered
    #expect(isUnchanged, "nothing is recorded")
    #expect(try account.memory.seen()?.link == seen)
    house.store.rows = sound
    #expect(try ana.findAll().hits.count == 3)
  }

  // Dora was removed. She still has her keys, and signs a version behind the last that knew her.
  @Test func `a branch by a removed supervisor off the present file`() throws {
    let accountBefore = OwnAccount()
    try accountBefore.session(House.caseworker, in: house)
    let dora = try house.session(House.second)
    let known = dora.roster
    try remove(House.second)
    try account.session(House.caseworker, in: house)
    var version = known.end
    version.number += 1
    version.previous = known.endHash
    version.rotationOwed = true
    version.signer = dora.memberID
    let signed = SignedRosterVersion(signing: version, with: dora.standing.memberKeys.signing)
    house.store.rows[RowPlace(.roster, version.number.key)] = signed.signed.bytes
    // Who has seen the removal, and the timer that only opens.
    #expect(throws: account.refusal(.forked)) { try account.open(house) }
    // Who has not: nothing in the file fits her version.
    let ben = try #require(known.person(named: try name(House.caseworker)))
    let unfit = VaultError.damage(.member, ben.id.bytes, .hash)
    #expect(throws: unfit) { try accountBefore.session(House.caseworker, in: house) }
    #expect(throws: unfit) { try house.session(House.caseworker) }
  }

  // Dora also kept a copy of the file from before, and goes on in it for as many versions.
  @Test func `a branch by a removed supervisor off a stolen old file`() throws {
    let stolen = copy()
    let accountBefore = OwnAccount()
    try accountBefore.session(House.caseworker, in: house)
    try remove(House.second)
    try account.session(House.caseworker, in: house)
    let dora = try stolen.session(House.second)
    for _ in 1...2 { _ = try dora.rotate(House.order) { _, _ in } }
    #expect(throws: account.refusal(.forked)) { try account.open(stolen) }
    // The limit that SECURITY.md states: who has not unlocked since cannot know of it.
    #expect(try accountBefore.open(stolen).visit == .known)
  }

  // To a newcomer Dora shows her branch, with the true invitation copied into it.
  @Test func `a branch shown to a newcomer with a true invitation`() throws {
    let stolen = copy()
    try remove(House.second)
    let ana = try house.session(House.supervisor)
    let invitation = try ana.invite(
      try name("Eve Stone"), as: .caseworker, days: 7, cost: .floor, House.order)
    let (entry, wrap) = try ana.look { (rows, tree) throws(VaultError) in
      let roster = tree.standing.roster
      guard let entry = roster.invitation(named: try! MemberName("Eve Stone")) else {
        throw .noInvitation
      }
      return (entry, try rows.memberRow(of: entry, in: roster.end).wrap)
    }
    let eve = try name("Eve Stone")
    let truth = try #require(wrap)
    let dora = try stolen.session(House.second)
    try dora.change { (change) throws(VaultError) in
      var mine = entry
      mine.madeBy = dora.memberID
      var draft = RosterDraft(after: change.standing.roster, signedBy: dora.memberID)
      draft.put(
        mine, try change.holdings().row(for: mine, wrap: truth, name: eve, in: dora.vaultID))
      try change.adopt(draft)
      try change.append(
        LogContent(.invite, reason: .none, members: [mine.id]), at: House.now)
    }
    let fork = try account.open(stolen)
    #expect(throws: VaultError.foreignVault) {
      try fork.join(
        as: eve, with: invitation.code, passphrase: try SampleVault.passphrase(House.phrase("Eve")),
        cost: .floor, within: SampleVault.budget, now: House.now)
    }
    #expect(account.memory.kept.isEmpty)
  }

  // Somebody who saw Ben type his old passphrase brings the file of that day, and with it him.
  @Test func `an old file with the old passphrase`() throws {
    let old = copy()
    let ben = try account.session(House.caseworker, in: house)
    try ben.changePassphrase(
      to: try SampleVault.passphrase("another set of long words"), cost: .floor,
      old: .mayBeKnown, now: House.now)
    #expect(throws: account.refusal(.older)) { try account.open(old) }
  }

  // A vault of somebody else's under the usual path, with the same names.
  @Test func `another vault at the known path is said`() throws {
    try account.session(House.supervisor, in: house)
    let other = House(try SampleVault.another().store.rows)
    #expect(try account.open(other).visit == .otherVault)
    #expect(try account.open(other, path: "/other").visit == .first)
    #expect(try account.open(house).visit == .known)
  }
}
