import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// After a lost laptop or a leaver: whom they could have seen, counted by hand.
struct ExposureTests {
  private let house: House
  private let ana: Session
  private let cleo: Session

  init() throws {
    house = try House()
    ana = try house.session(House.supervisor)
    cleo = try house.session(House.auditor)
  }

  private func exposure(
    _ name: String?, since: String? = nil, by session: Session? = nil,
    _ order: AuditOrder = AuditTests.plain
  ) throws -> Exposure {
    try (session ?? cleo).exposure(
      of: try name.map { try MemberName($0) },
      in: try #require(AuditPeriod(since: since, until: nil)), order)
  }

  private func add(_ given: String, at now: UInt64 = House.now) throws {
    _ = try ana.add(
      try SampleVault.input(given, "Later", uid: nil), duplicates: .ask, reason: nil, now: now)
  }

  @Test func `a caseworker could read everybody, and has looked at whom the entries name`() throws {
    let ben = try house.session(House.caseworker)
    let query = try Query("Marisol", today: Today(secondsSince1970: House.now))
    let found = try ben.find(query, limit: 20, reason: nil, now: House.now)
    let id = try #require(found.hits.first?.client.id)
    _ = try ben.show(
      .id(try #require(ClientIDPrefix(id.text))), reason: nil, now: House.now + AuditTests.day)
    let all = try exposure(House.caseworker)
    #expect(all.clients == 3)
    let member = try #require(all.members.first)
    #expect(all.members.count == 1)
    #expect(member.role == .caseworker)
    #expect(member.from == House.now)
    #expect(member.until == nil)
    #expect(member.readable == 3)
    #expect(member.clients == [id])
    #expect(member.actions == [.find: 1, .show: 1])
    let later = try #require(try exposure(House.caseworker, since: "2026-09-22").members.first)
    #expect(later.actions == [.show: 1])
    #expect(later.readable == 3)
    let none = try #require(try exposure(House.caseworker, since: "2026-10").members.first)
    #expect(none.clients.isEmpty)
    #expect(none.readable == 3)
  }

  @Test func `whoever came after a leaver is not counted, whatever the clocks say`() throws {
    try add("Early")
    _ = try ana.remove(
      try MemberName(House.caseworker), sheet: .none,
      Session.MemberOrder(reason: nil, now: House.now + 500))
    try add("Back", at: House.now - 5_000)
    try add("Late", at: House.now + 9_000)
    _ = try ana.findAll()
    let found = try exposure(House.caseworker)
    let member = try #require(found.members.first)
    #expect(found.clients == 6)
    #expect(member.readable == 4)
    #expect(member.until == House.now + 500)
  }

  @Test func `an auditor never held the key`() throws {
    let member = try #require(try exposure(House.auditor).members.first)
    #expect(member.role == nil)
    #expect(member.from == nil)
    #expect(member.readable == 0)
  }

  @Test func `a caseworker made auditor held it until then, and again if made one again`() throws {
    let name = try MemberName(House.caseworker)
    func order(_ seconds: UInt64) -> Session.MemberOrder {
      Session.MemberOrder(reason: nil, now: House.now + seconds)
    }
    _ = try ana.setRole(of: name, to: .auditor, sheet: .none, order(10))
    try add("Later")
    var member = try #require(try exposure(House.caseworker).members.first)
    #expect([member.from, member.until] == [House.now, House.now + 10])
    #expect(member.readable == 3)
    _ = try ana.setRole(of: name, to: .caseworker, sheet: .none, order(20))
    member = try #require(try exposure(House.caseworker).members.first)
    #expect([member.from, member.until] == [House.now, nil])
    #expect(member.readable == 4)
  }

  @Test func `without a name everybody is listed who held the key or is in the entries`() throws {
    let found = try exposure(nil)
    #expect(
      Set(found.members.map { found.names.name(of: $0.member) }) == [
        House.supervisor, House.second, House.caseworker,
      ])
    let ana = try #require(found.members.first { $0.member == self.ana.memberID })
    #expect(ana.actions == [.add: 3])
    #expect(ana.clients.count == 3)
  }

  @Test func `UIDs are for supervisors and recorded; an auditor gets the count`() throws {
    _ = try house.session(House.caseworker).findAll()
    #expect(throws: VaultError.notPermitted) {
      try exposure(House.caseworker, AuditTests.joined)
    }
    let found = try exposure(House.caseworker, by: ana, AuditTests.joined)
    #expect(Set(found.uids.values) == ["618340275", "5D6B20C18", "94E0D7A36"])
    let last = try cleo.audit(AuditFilter(), AuditTests.plain).entries.last
    #expect(last?.action == .audit)
    #expect(last.map { Set($0.clients) } == Set(found.uids.keys))
  }

  @Test func `for a funder: counts by month and kind, and nothing recorded`() throws {
    _ = try ana.findAll()
    try add("October", at: House.now + 20 * AuditTests.day)
    let rows = house.store.rows
    let report = try cleo.activity(in: .all)
    #expect(report.months.map(\.month) == ["2026-09", "2026-10"])
    #expect(
      report.months.map(\.actions) == [
        [.initialise: 1, .add: 3, .invite: 3, .join: 3, .rotate: 1, .vacuum: 1, .find: 1],
        [.add: 1],
      ])
    let september = try #require(AuditPeriod(since: "2026-09-01", until: "2026-09"))
    #expect(try cleo.activity(in: september).months.count == 1)
    #expect(house.store.rows == rows)
  }
}
