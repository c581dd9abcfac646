import HMIS
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What supervisors and auditors read in the log, and what nobody else does.
struct AuditTests {
  private let house: House
  private let ben: Session
  private let cleo: Session
  /// Links of the house as it was assembled.
  private let before: Int

  init() throws {
    house = try House()
    ben = try house.session(House.caseworker)
    cleo = try house.session(House.auditor)
    before = try cleo.audit(AuditFilter(), Self.plain).entries.count
  }

  static let plain = AuditOrder(uids: .idsAlone, reason: nil, now: House.now)
  static let joined = AuditOrder(uids: .joined, reason: "legal", now: House.now)
  static let day: UInt64 = 86_400

  private func entries(
    _ session: Session? = nil, _ order: AuditOrder = plain,
    _ alter: (inout AuditFilter) throws -> Void = { _ in }
  ) throws -> [AuditEntry] {
    var filter = AuditFilter()
    try alter(&filter)
    return try (session ?? cleo).audit(filter, order).entries
  }

  private static func reference(_ id: ClientID) throws -> ClientReference {
    .id(try #require(ClientIDPrefix(id.text)))
  }

  @Test func `the house's own history is read in order, through both key sets`() throws {
    let all = try entries()
    #expect(
      all.map(\.action) == [
        .initialise, .add, .add, .add, .invite, .join, .invite, .join, .invite, .join, .rotate,
        .vacuum,
      ])
    #expect(all.map(\.number) == Array(1...12))
    let names = try cleo.audit(AuditFilter(), Self.plain).names
    let ana = House.supervisor
    #expect(
      all.map { names.name(of: $0.member) } == [
        ana, ana, ana, ana, ana, House.second, ana, House.caseworker, ana, House.auditor, ana, ana,
      ])
    #expect(
      all[4...9].map { names.name(of: $0.concerned[0].member) } == [
        House.second, House.second, House.caseworker, House.caseworker, House.auditor,
        House.auditor,
      ])
  }

  @Test func `each act has one entry with member, time, kind, clients and reason`() throws {
    let hits = try ben.findAll().hits.map(\.client.id)
    let reference = try Self.reference(hits[0])
    _ = try ben.show(reference, reason: "service", now: House.now + 5)
    _ = try ben.edit(reference, reason: "correction", now: House.now + 6) {
      (input, _) throws(FieldProblem) in
      let rules = ClientInput.Rules(
        policy: Policy(organization: "x"), today: Today(secondsSince1970: House.now))
      try input.set(.note, to: "prefers mornings", under: rules)
      try input.set(.preferred, to: "Mari", under: rules)
    }
    let new = try entries().dropFirst(before)
    #expect(new.map(\.action) == [.find, .show, .edit])
    #expect(new.map(\.time) == [House.now, House.now + 5, House.now + 6])
    #expect(new.map(\.reason) == ["", "service", "correction"])
    #expect(new.map(\.clients) == [hits, [hits[0]], [hits[0]]])
    #expect(new.map(\.fields) == [[], [], [.preferred, .note]])
    #expect(new.allSatisfy { $0.member == ben.member.id })
  }

  @Test func `a role given and an invitation withdrawn say to whom`() throws {
    let ana = try house.session(House.supervisor)
    _ = try ana.setRole(
      of: try MemberName(House.caseworker), to: .auditor, sheet: .none, House.order)
    _ = try ana.invite(
      try MemberName("Eli Gone"), as: .caseworker, days: 7, cost: .floor, House.order)
    _ = try ana.remove(try MemberName("Eli Gone"), sheet: .none, House.order)
    let reading = try cleo.audit(AuditFilter(), Self.plain)
    let acts = reading.entries.dropFirst(before).filter { !$0.concerned.isEmpty }
    #expect(acts.map(\.action) == [.role, .invite, .withdraw])
    #expect(
      acts.map { reading.names.name(of: $0.concerned[0].member) } == [
        House.caseworker, "Eli Gone", "Eli Gone",
      ])
    #expect(acts.map { $0.concerned[0].role } == [.auditor, nil, nil])
  }

  @Test func `filters: member, client, kind, time, and all of them together`() throws {
    let (first, second) = try {
      let hits = try ben.findAll().hits.map(\.client.id)
      return (hits[0], hits[1])
    }()
    _ = try ben.show(try Self.reference(first), reason: nil, now: House.now + Self.day)
    let ana = try house.session(House.supervisor)
    _ = try ana.show(try Self.reference(second), reason: nil, now: House.now + 2 * Self.day)

    let bens = try entries { $0.member = try MemberName(" ben  OKAFOR ") }
    #expect(bens.map(\.action) == [.join, .find, .show])
    let ofFirst = try entries { $0.client = try Self.reference(first) }
    #expect(ofFirst.map(\.action) == [.add, .find, .show])
    #expect(ofFirst.allSatisfy { $0.clients.contains(first) })
    #expect(try entries { $0.actions = [.show] }.map(\.clients) == [[first], [second]])
    // 21 September is the day of `now`.
    let since = try #require(AuditPeriod(since: "2026-09-22", until: nil))
    #expect(try entries { $0.period = since }.map(\.action) == [.show, .show])
    let one = try #require(AuditPeriod(since: "2026-09-22", until: "2026-09-22"))
    #expect(try entries { $0.period = one }.map(\.clients) == [[first]])
    let none = try #require(AuditPeriod(since: nil, until: "2026-08"))
    #expect(try entries { $0.period = none }.isEmpty)
    #expect(
      try entries {
        ($0.member, $0.actions, $0.period) = (try MemberName(House.supervisor), [.show], one)
      }.isEmpty)
  }

  @Test func `a removed member's entries keep their name and can be asked for`() throws {
    _ = try ben.findAll()
    _ = try house.session(House.supervisor).remove(
      try MemberName(House.caseworker), sheet: .none, House.order)
    #expect(
      try entries { $0.member = try MemberName(House.caseworker) }.map(\.action) == [.join, .find])
    #expect(throws: VaultError.unknownMember) {
      try entries { $0.member = try MemberName("Nobody Here") }
    }
  }

  @Test func `what was done before an auditor came is read with the audit secrets of its time`()
    throws
  {
    let ana = try house.session(House.supervisor)
    _ = try ana.remove(try MemberName(House.auditor), sheet: .none, House.order)
    let invitation = try ana.invite(
      try MemberName("Vera Neu"), as: .auditor, days: 7, cost: .floor, House.order)
    let vera = try house.join("Vera Neu", with: invitation.code)
    #expect(vera.roster.end.auditNumber == 2)
    let all = try entries(vera)
    #expect(all.map(\.number) == Array(1...UInt64(all.count)))
    #expect(all[1].action == .add)
  }

  @Test func `a caseworker is refused, whatever is asked`() throws {
    for order in [Self.plain, Self.joined] {
      #expect(throws: VaultError.notPermitted) { try ben.audit(AuditFilter(), order) }
      #expect(throws: VaultError.notPermitted) {
        try ben.exposure(of: nil, in: .all, order)
      }
    }
    #expect(throws: VaultError.notPermitted) { try ben.activity(in: .all) }
    #expect(try entries().count == before)
  }

  @Test func `an auditor sees ids and no UID, and asking for one leaves no trace`() throws {
    let rows = house.store.rows
    let reading = try cleo.audit(AuditFilter(), Self.plain)
    #expect(reading.uids.isEmpty)
    #expect(reading.entries.flatMap(\.clients).count == 3)
    #expect(throws: VaultError.notPermitted) { try cleo.audit(AuditFilter(), Self.joined) }
    var byUID = AuditFilter()
    byUID.client = .uid(try uid("618340275"))
    #expect(throws: VaultError.notPermitted) { try cleo.audit(byUID, Self.plain) }
    #expect(house.store.rows == rows)
  }

  @Test func `UIDs beside ids are for supervisors, and recorded with the ids before they are shown`()
    throws
  {
    let ana = try house.session(House.supervisor)
    let rows = house.store.rows
    _ = try ana.audit(AuditFilter(), Self.plain)
    #expect(house.store.rows == rows, "ids alone are no reveal")
    let reading = try ana.audit(AuditFilter(), Self.joined)
    #expect(Set(reading.uids.values) == ["618340275", "5D6B20C18", "94E0D7A36"])
    let new = try #require(try entries().dropFirst(before).first)
    #expect(new.action == .audit)
    #expect(new.reason == "legal")
    #expect(new.member == ana.member.id)
    #expect(Set(new.clients) == Set(reading.uids.keys))
    #expect(throws: VaultError.self) {
      try ana.audit(AuditFilter(), AuditOrder(uids: .joined, reason: "whim", now: House.now))
    }
  }

  @Test func `a client named by UID is recorded, even where no entry fits`() throws {
    let ana = try house.session(House.supervisor)
    var filter = AuditFilter()
    filter.client = .uid(try uid("618340275"))
    filter.actions = [.show]
    let reading = try ana.audit(filter, Self.plain)
    #expect(reading.entries.isEmpty)
    let client = try #require(reading.client)
    #expect(reading.uids == [client: "618340275"])
    #expect(try entries().last?.action == .audit)
    #expect(try entries().last?.clients == [client])
    filter.client = .uid(try uid("0000000F0"))
    #expect(throws: VaultError.noSuchClient) { try ana.audit(filter, Self.plain) }
  }

  @Test func `of a damaged log the sound entries are read and the first bad one is named`() throws {
    let place = RowPlace(.log, UInt64(3).key)
    house.store.rows[place]?[40] ^= 1
    let reading = try cleo.audit(AuditFilter(), Self.plain)
    #expect(reading.damage.map { RowPlace($0) } == place)
    #expect(reading.entries.map(\.number) == [1, 2] + Array(4...12))
  }

  private func uid(_ text: String) throws -> UniqueIdentifier { try UniqueIdentifier(text) }
}
