import HMIS
import Matching
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What leaves the vault, and how it comes back.
@Suite struct ExportTests {
  private let vault: SampleVault
  private let session: Session
  private static let order = Session.MemberOrder(reason: "legal", now: House.now)

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
  }

  @Test func `everybody is given, after it is recorded with all ids`() throws {
    let before = vault.store.rows
    var clients: [Client] = []
    let report = try session.export(Self.order) { (client) throws(Never) in
      if clients.isEmpty { #expect(vault.store.rows != before, "it is on the disk already") }
      clients.append(client)
    }
    #expect(clients.compactMap(\.uid?.text) == ["618340275", "5D6B20C18", "94E0D7A36"])
    #expect((report.clients, report.isWhole) == (3, true))
    let entry = try #require(try session.entries().last)
    #expect((entry.action, Set(entry.clients)) == (.export, Set(clients.map(\.id))))
  }

  @Test func `nobody but a supervisor exports, and nothing is recorded`() throws {
    let house = try House()
    let rows = house.store.rows
    for name in [House.caseworker, House.auditor] {
      let session = try house.session(name)
      #expect(throws: ExportFailure<Never>.self) {
        try session.export(Self.order) { (_) throws(Never) in Issue.record("somebody is given") }
      }
    }
    #expect(house.store.rows == rows)
  }

  @Test func `a reason is demanded, whatever policy says`() throws {
    let rows = vault.store.rows
    for reason in [nil, ""] {
      let error = #expect(throws: ExportFailure<Never>.self) {
        try session.export(Session.MemberOrder(reason: reason, now: House.now)) {
          (_) throws(Never) in Issue.record("somebody is given")
        }
      }
      guard case .vault(.reasonDemanded) = error else {
        Issue.record("another refusal")
        continue
      }
    }
    #expect(vault.store.rows == rows)
  }

  @Test func `what cannot be taken ends it`() throws {
    struct Full: Error {}
    var taken = 0
    #expect(throws: ExportFailure<Full>.self) {
      try session.export(Self.order) { (_) throws(Full) in
        taken += 1
        throw Full()
      }
    }
    #expect(taken == 1)
  }

  @Test func `a damaged record is missing, and the others are given`() throws {
    let places = vault.store.rows.keys.filter { $0.namespace == .client }.sorted()
    for (index, place) in places.enumerated() {
      let sound = vault.store.rows
      if index == 0 { vault.store.rows[place] = nil } else { vault.store.rows[place]?[30] ^= 4 }
      var given: [ClientID] = []
      let report = try session.export(Self.order) { (client) throws(Never) in
        given.append(client.id)
      }
      #expect((report.clients, given.count, report.missing.count) == (2, 2, 1))
      let missing = try #require(report.missing.first)
      #expect(
        missing.damage
          == Damage(namespace: "client", key: place.key, problem: index == 0 ? .missing : .hash))
      let id = try #require(missing.id)
      #expect(missing.uid != nil)
      #expect(!given.contains(id))
      vault.store.rows = sound
    }
  }

  @Test func `a damaged block costs those whom it named, who are counted`() throws {
    vault.store.rows[RowPlace(.directory, UInt64(0).key)]?[900] ^= 1
    let report = try session.export(Self.order) { (_) throws(Never) in }
    #expect((report.clients, report.unnamed) == (0, 3))
    #expect(report.missing.map(\.id) == [nil])
    #expect(report.missing.map(\.damage.namespace) == ["directory"])
  }

  @Test func `a line of the table has what stands now, and nothing of who was destroyed`() throws {
    _ = try session.destroy(try .named("5D6B20C18"), House.order) { _, _ in }
    var lines: [String] = []
    _ = try session.export(Self.order) { (client) throws(Never) in
      lines.append(String(decoding: ExportTable.line(client), as: UTF8.self))
    }
    #expect(lines[0] == "Marisol,,Quintero,,,,,,,,,,,,618340275,\r\n")
    #expect(lines.filter(\.isEmpty).count == 1)
  }

  // MARK: And back

  @Test func `a record that was stated comes back with all that it had`() throws {
    let before = try Self.full(session)
    let other = try SampleVault.another().session()
    let report = try other.importStatements(
      options: ImportOptions(), reason: nil, now: House.now, Self.lines([before]))
    #expect((report.added, report.problems) == (1, []))
    let after = try other.show(.named(before), reason: nil, now: House.now)
    #expect(Self.withoutMembers(after) == Self.withoutMembers(before))
    #expect(try other.damage().isEmpty)
    let again = try other.importStatements(
      options: ImportOptions(), reason: nil, now: House.now, Self.lines([before]))
    #expect((again.added, again.present) == (0, 1))
  }

  @Test func `what contradicts itself is refused with its row, and nothing is stored`() throws {
    let rows = vault.store.rows
    var twice = ClientStatement()
    twice.status = .destroyed
    twice.input = try SampleVault.input("Nils", "Brandt", uid: nil)
    twice.destroyed = House.now
    var pending = ClientStatement()
    pending.input = try SampleVault.input("Nils", "Brandt", uid: "7F7F7F7F1")
    pending.status = .pending
    var split = ClientStatement()
    split.input = try SampleVault.input("Nils", "Brandt", uid: "7F7F7F7F1")
    split.uids = [HMISIdentifier(text: "7F7F7F7F2", from: 1, to: nil, cause: .assigned)]
    for statement in [twice, pending, split, ClientStatement()] {
      var rest = [Session.StatedLine(row: 7, .success(statement))]
      let report = try session.importStatements(
        options: ImportOptions(), reason: nil, now: House.now
      ) { () throws(Never) in rest.popLast() }
      #expect((report.added, report.refused) == (0, 1))
      #expect(report.problems == [ImportProblem(row: 7, column: nil, kind: .contradiction)])
    }
    #expect(vault.store.rows == rows)
  }

  // A length that its bytes in the record cannot hold would end the program where it is written.
  @Test func `texts that no record could hold are refused with their row`() throws {
    let rows = vault.store.rows
    let long = String(repeating: "7", count: 256)
    let changes: [(inout ClientStatement) -> Void] = [
      { $0.uids = [HMISIdentifier(text: long, from: 1, to: 2, cause: .assigned)] },
      { $0.personalIDs = [HMISIdentifier(text: long, from: 1, to: 2, cause: .assigned)] },
      { $0.personalIDs = [HMISIdentifier(text: "P\u{1b}[2J", from: 1, to: 2, cause: .assigned)] },
      { $0.hold = (since: 1, reason: long) },
      {
        _ = $0.addRelease(
          program: String(repeating: long, count: 300), signed: "2024-05-06", expires: nil,
          revoked: nil)
      },
    ]
    for change in changes {
      var statement = ClientStatement()
      statement.input = try SampleVault.input("Nils", "Brandt", uid: nil)
      change(&statement)
      var rest = [Session.StatedLine(row: 7, .success(statement))]
      let report = try session.importStatements(
        options: ImportOptions(), reason: nil, now: House.now
      ) { () throws(Never) in rest.popLast() }
      #expect(report.problems == [ImportProblem(row: 7, column: nil, kind: .contradiction)])
    }
    #expect(vault.store.rows == rows)
  }

  /// A client with everything that a record can have.
  private static func full(_ session: Session) throws -> Client {
    var client = session.newClient(
      try SampleVault.input("Maren", "Varga", uid: "7F7F7F7F2", birthDate: "1971-04"),
      at: House.now - 5_000)
    client.uids.insert(
      HMISIdentifier(
        text: "7F7F7F7F1", from: House.now - 9_000, to: House.now - 5_000, cause: .split), at: 0)
    client.setPersonalID("P-77", at: House.now - 4_000)
    client.setPersonalID("P-78", at: House.now - 3_000)
    client.details.aliases = [
      Alias(kind: .alias, text: "Mari"), Alias(kind: .former, text: "Maren Holt"),
    ]
    client.details.household = "Elm"
    client.details.phones = ["+1 541 555 0134"]
    client.details.note = "two\nlines"
    client.touched = House.now - 2_000
    client.hold = Client.Hold(since: House.now - 1_000, by: session.memberID, reason: "legal")
    let date = { (text: String) -> ClientDate in
      ClientDate(
        try PartialDate.parse(
          text, today: try #require(PartialDate(year: 2030, month: 1, day: 1))))
    }
    client.releases = [
      Release(
        program: "Night Shelter", signed: try date("2024-05-06"), expires: try date("2027-05-06"),
        revoked: nil)
    ]
    return client
  }

  private static func lines(_ clients: [Client]) throws -> () throws(Never) -> Session.StatedLine? {
    var statements = try clients.map { client in
      var statement = ClientStatement()
      statement.input = ClientInput(of: client)
      let rules = ClientInput.Rules(
        policy: Policy(organization: "Elsewhere"), today: Today(secondsSince1970: House.now))
      if let uid = client.uid { try statement.input.set(.uid, to: uid.text, under: rules) }
      (statement.id, statement.status) = (client.id, client.status)
      (statement.created, statement.changed) = (client.created.time, client.changed.time)
      (statement.touched, statement.uids) = (client.touched, client.uids)
      statement.personalIDs = client.personalIDs
      statement.formerNames = Set(client.details.aliases.filter { $0.kind == .former }.map(\.text))
      statement.hold = client.hold.map { ($0.since, $0.reason) }
      for release in client.releases {
        let isRead = statement.addRelease(
          program: release.program, signed: release.signed.text, expires: release.expires?.text,
          revoked: release.revoked?.text)
        #expect(isRead)
      }
      return statement
    }
    var row = 0
    return {
      guard !statements.isEmpty else { return nil }
      row += 1
      return Session.StatedLine(row: row, .success(statements.removeFirst()))
    }
  }

  /// The bytes of the record, as if nobody of the other vault had written it.
  private static func withoutMembers(_ client: Client) -> [UInt8] {
    let nobody = MemberID(number: 1)
    var same = Client(
      id: client.id, status: client.status, created: Stamp(time: client.created.time, by: nobody),
      changed: Stamp(time: client.changed.time, by: nobody), details: client.details)
    (same.uids, same.personalIDs) = (client.uids, client.personalIDs)
    (same.releases, same.touched, same.merged) = (client.releases, client.touched, client.merged)
    same.hold = client.hold.map {
      Client.Hold(since: $0.since, by: nobody, reason: $0.reason)
    }
    return ClientCodec.encode(same)
  }
}

extension ClientReference {
  /// A client by their whole id.
  static func named(_ client: Client) throws -> ClientReference {
    .id(try #require(ClientIDPrefix(client.id.text)))
  }
}
