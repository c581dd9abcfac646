import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// New generations: what `settle` does, and what other accounts accept and refuse.
struct SettleTests {
  private let house: House
  private let account = OwnAccount()

  init() throws { house = try House() }

  private func name(_ text: String) throws -> MemberName { try MemberName(text) }
  private func copy() -> House { House(house.store.rows) }
  private func order(at now: UInt64 = House.now) -> Session.MemberOrder {
    Session.MemberOrder(reason: nil, now: now)
  }

  /// Makes a house's file the one that counts, in an account of the supervisor's own.
  @discardableResult
  private func settle(
    _ house: House, by supervisor: String = House.supervisor, at now: UInt64 = House.now,
    keeping kept: KeptMembers = .all
  ) throws -> VersionWords {
    try OwnAccount().settling(supervisor, in: house)
      .settle(keeping: kept, sheet: .none, order(at: now)).words
  }

  @Test func `an older copy is made the one that counts, and the others take it with the words`() throws {
    let old = copy()
    _ = try account.session(House.supervisor, in: house).remove(
      try name(House.auditor), sheet: .none, House.order)
    let ben = OwnAccount()
    try ben.session(House.caseworker, in: house)
    #expect(throws: account.refusal(.older)) { try account.open(old) }

    let ana = try account.settling(House.supervisor, in: old)
    #expect(try ana.settlingMembers().map(\.name.text).sorted() == [
      House.caseworker, House.auditor, House.second,
    ])
    let settled = try ana.settle(
      keeping: .only([try name(House.caseworker), try name(House.second)]), sheet: .none, order())
    #expect(settled.dropped == 1)
    #expect(ana.roster.end.generation == House.now)
    #expect(ana.roster.end.epoch == 3)
    #expect(ana.roster.end.auditNumber == 2)
    #expect(try ana.damage().isEmpty)
    // Her own account follows it from now on, and knows the other one as the older.
    #expect(try account.session(House.supervisor, in: old).findAll().hits.count == 3)
    #expect(throws: account.refusal(.older)) { try account.open(house) }

    #expect(throws: ben.refusal(.newGeneration)) { try ben.open(old) }
    let wrong = VersionWords(of: Digest.zeros)
    #expect(throws: ben.refusal(.otherWords)) { try ben.open(old, accepting: wrong) }
    // A wrong passphrase accepts nothing.
    #expect(throws: VaultError.wrongPassphrase) {
      try ben.session(
        House.caseworker, in: old, accepting: settled.words, phrase: "not these words at all")
    }
    #expect(throws: ben.refusal(.newGeneration)) { try ben.open(old) }
    #expect(
      try ben.session(House.caseworker, in: old, accepting: settled.words).findAll().hits.count == 3)
    // Once.
    #expect(try ben.open(old).visit == .known)
    #expect(throws: ben.refusal(.older)) { try ben.open(house) }
  }

  @Test func `a branch is chosen, though it is refused otherwise`() throws {
    let branch = copy()
    _ = try account.session(House.supervisor, in: house).rotate(House.order) { _, _ in }
    for _ in 1...2 { _ = try branch.session(House.second).rotate(House.order) { _, _ in } }
    #expect(throws: account.refusal(.forked)) { try account.open(branch) }
    _ = try account.settling(House.supervisor, in: branch)
      .settle(keeping: .all, sheet: .none, order())
    #expect(try account.session(House.supervisor, in: branch).findAll().hits.count == 3)
  }

  @Test func `a look at a copy that is to be settled remembers nothing of it`() throws {
    let branch = copy()
    _ = try account.session(House.supervisor, in: house).rotate(House.order) { _, _ in }
    for _ in 1...2 { _ = try branch.session(House.second).rotate(House.order) { _, _ in } }
    let before = account.memory.kept
    _ = try account.settling(House.supervisor, in: branch).settlingMembers()
    #expect(account.memory.kept == before)
  }

  @Test func `only a supervisor settles`() throws {
    for member in [House.caseworker, House.auditor] {
      let session = try OwnAccount().settling(member, in: house)
      #expect(throws: VaultError.notPermitted) { try session.settlingMembers() }
      #expect(throws: VaultError.notPermitted) {
        try session.settle(keeping: .all, sheet: .none, order())
      }
    }
  }

  @Test func `invitations are withdrawn, and a new sheet replaces one of somebody who goes`() throws {
    _ = try house.session(House.supervisor).invite(
      try name("Eve Stone"), as: .caseworker, days: 7, cost: .floor, House.order)
    let dora = try OwnAccount().settling(House.second, in: house)
    let kept = KeptMembers.only([try name(House.caseworker)])
    #expect(dora.replacesSheet(keeping: kept))
    #expect(!dora.replacesSheet(keeping: .all))
    #expect(throws: VaultError.recoverySheetNeeded) {
      try dora.settle(keeping: kept, sheet: .none, order())
    }
    #expect(throws: VaultError.unknownMember) {
      try dora.settle(keeping: .only([try name("Nobody")]), sheet: .none, order())
    }
    let settled = try dora.settle(keeping: kept, sheet: .proven(RecoveryIdentity()), order())
    #expect(settled.dropped == 2)
    #expect(settled.withdrawn == 1)
    #expect(dora.roster.end.members.filter { $0.isPresent && $0.kind == .person }.count == 2)
    #expect(dora.roster.invitation(named: try name("Eve Stone")) == nil)
    #expect(try dora.damage().isEmpty)
  }

  @Test func `with a clock that was set back a generation is higher nevertheless`() throws {
    try settle(house)
    let ana = try OwnAccount().settling(House.supervisor, in: house)
    _ = try ana.settle(keeping: .all, sheet: .none, order(at: 5))
    #expect(ana.roster.end.generation == House.now + 1)
    // Also than one that only the account has seen.
    let old = copy()
    _ = try account.settling(House.supervisor, in: house)
      .settle(keeping: .all, sheet: .none, order(at: House.now + 99))
    let again = try account.settling(House.supervisor, in: old)
    _ = try again.settle(keeping: .all, sheet: .none, order(at: 5))
    #expect(again.roster.end.generation == House.now + 100)
  }

  @Test func `an open session of another account does not take a new generation in passing`() throws {
    let ben = try account.session(House.caseworker, in: house)
    try settle(house)
    #expect(throws: account.refusal(.newGeneration)) { try ben.findAll() }
    #expect(throws: account.refusal(.newGeneration)) { try account.open(house) }
  }

  // Dora was removed after Ben had last unlocked. With a stolen file she begins a generation, and
  // hopes that he takes it.
  @Test func `a removed supervisor's new generation needs words that nobody gives`() throws {
    let stolen = copy()
    try account.session(House.caseworker, in: house)
    _ = try house.session(House.supervisor).remove(
      try name(House.second), sheet: .none, House.order)
    try settle(stolen, by: House.second)
    #expect(throws: account.refusal(.newGeneration)) { try account.open(stolen) }
    // Once Ben has seen the removal, no words help.
    let ben = OwnAccount()
    try ben.session(House.caseworker, in: house)
    let words = try Vault(in: stolen.store).versionWords
    #expect(throws: ben.refusal(.strangeGeneration)) {
      try ben.open(stolen, accepting: words)
    }
  }

  // Eve became a supervisor after this account had last unlocked, or says so.
  @Test func `a new generation by somebody who was no supervisor for this account`() throws {
    try account.session(House.caseworker, in: house)
    let ana = try house.session(House.supervisor)
    _ = try ana.setRole(
      of: try name(House.auditor), to: .supervisor, sheet: .none, House.order)
    let words = try settle(house, by: House.auditor)
    #expect(throws: account.refusal(.strangeGeneration)) {
      try account.open(house, accepting: words)
    }
    // A supervisor whose key is unchanged can.
    let settled = try settle(house, by: House.second, at: House.now + 1)
    #expect(
      try account.session(House.caseworker, in: house, accepting: settled).findAll().hits.count == 3)
  }

  // Somebody knows Dora's old passphrase, and has a file of that time.
  @Test func `a new generation signed with a retired key`() throws {
    let old = copy()
    let dora = try house.session(House.second)
    try dora.changePassphrase(
      to: try SampleVault.passphrase("another set of long words"), cost: .floor,
      old: .mayBeKnown, now: House.now)
    try account.session(House.caseworker, in: house)
    let words = try settle(old, by: House.second)
    #expect(throws: account.refusal(.strangeGeneration)) {
      try account.open(old, accepting: words)
    }
  }

  // Somebody kept the file of the last new beginning, and the note with its words.
  @Test func `a new generation replayed months later`() throws {
    let words = try settle(house)
    let kept = copy()
    try account.session(House.caseworker, in: house, accepting: words)
    let later = try settle(house, by: House.second, at: House.now + 9_000_000)
    try account.session(House.caseworker, in: house, accepting: later)
    #expect(throws: account.refusal(.older)) { try account.open(kept, accepting: words) }
  }

  // After a fire two supervisors restore the same copy, each for themselves.
  @Test func `two generations of the same copy: the higher one stays`() throws {
    let (first, second) = (copy(), copy())
    try account.session(House.caseworker, in: house)
    let words = (
      try settle(first, by: House.supervisor, at: House.now + 10),
      try settle(second, by: House.second, at: House.now + 20)
    )
    try account.session(House.caseworker, in: first, accepting: words.0)
    #expect(throws: account.refusal(.otherWords)) { try account.open(second, accepting: words.0) }
    try account.session(House.caseworker, in: second, accepting: words.1)
    #expect(throws: account.refusal(.older)) { try account.open(first, accepting: words.0) }
  }

  // An account that was away for two new beginnings.
  @Test func `two generations missed: the words of the last by somebody known`() throws {
    try account.session(House.caseworker, in: house)
    let first = try settle(house, by: House.supervisor, at: House.now + 10)
    let second = try settle(house, by: House.second, at: House.now + 20)
    #expect(throws: account.refusal(.otherWords)) { try account.open(house, accepting: first) }
    try account.session(House.caseworker, in: house, accepting: second)
    #expect(try account.open(house).visit == .known)
  }

  // The second of them is by somebody who became a supervisor in the first.
  @Test func `two generations missed, the last by a stranger: the words of the first`() throws {
    try account.session(House.caseworker, in: house)
    let first = try settle(house, by: House.supervisor, at: House.now + 10)
    _ = try house.session(House.supervisor).setRole(
      of: try name(House.auditor), to: .supervisor, sheet: .none, House.order)
    let second = try settle(house, by: House.auditor, at: House.now + 20)
    #expect(throws: account.refusal(.otherWords)) { try account.open(house, accepting: second) }
    #expect(try account.session(House.caseworker, in: house, accepting: first).findAll().hits.count == 3)
  }
}
