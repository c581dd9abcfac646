import Dispatch
import HMIS
import Synchronization
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What the vault demands of a change to a client, and that several programs at once keep to it.
@Suite struct ClientRuleTests {
  private let vault: SampleVault
  private let session: Session
  private let now = SampleVault.now

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
  }

  private func uid(_ text: String) throws -> UniqueIdentifier {
    try #require(try SampleVault.input("x", "y", uid: text).uid)
  }

  private func assign(
    _ new: String, to old: String, _ correcting: Session.Correcting = .allowed,
    reason: String? = "correction", by session: Session? = nil
  ) throws -> Client {
    try (session ?? self.session).assign(
      try uid(new), to: .uid(try uid(old)), correcting: correcting, reason: reason, now: now)
  }

  private func edit(
    _ old: String, reason: String? = nil, _ alter: (inout ClientInput) throws(FieldProblem) -> Void
  ) throws -> Client {
    try session.edit(.uid(try uid(old)), reason: reason, now: now) {
      (input, _) throws(FieldProblem) in try alter(&input)
    }
  }

  /// What the last link records.
  private func lastContent() throws -> LogContent {
    let session = session
    return try session.look { (rows, tree) throws(VaultError) in
      let number = tree.tip.number
      let row = try LogReader(rows: rows, roster: session.roster)
        .take(try rows.row(.log, number.key), number: number)
      return try session.content(of: row.content, number: number)
    }
  }

  private func expectNothing(_ error: VaultError, _ work: () throws -> Any) {
    let rows = vault.store.rows
    #expect(throws: error) { _ = try work() }
    #expect(vault.store.rows == rows, "neither changed nor recorded")
  }

  private static let reasons = ["intake", "service", "roi", "correction", "legal", "other"]

  @Test func `a correction needs a reason even where policy demands none`() throws {
    expectNothing(.reasonDemanded(Self.reasons)) {
      try assign("A305C9B81", to: "618340275", reason: nil)
    }
    expectNothing(.reasonDemanded(Self.reasons)) {
      try assign("A305C9B81", to: "618340275", reason: "")
    }
  }

  @Test func `a reason that is not on the list is refused with the list`() throws {
    for reason in ["curiosity", "Correction", "correction ", "other\u{0}"] {
      expectNothing(.unknownReason(Self.reasons)) {
        try assign("A305C9B81", to: "618340275", reason: reason)
      }
      expectNothing(.unknownReason(Self.reasons)) {
        try session.show(.uid(try uid("618340275")), reason: reason, now: now)
      }
      expectNothing(.unknownReason(Self.reasons)) {
        try session.pending(.mine, reason: reason, now: now)
      }
      expectNothing(.unknownReason(Self.reasons)) { try edit("618340275", reason: reason) { _ in } }
    }
  }

  @Test func `where policy demands a reason, none is not enough`() throws {
    var policy = try session.policy()
    policy.reasonDemanded = true
    #expect(throws: VaultError.reasonDemanded(Self.reasons)) { try Reason(nil, under: policy) }
    #expect(throws: VaultError.reasonDemanded(Self.reasons)) { try Reason("", under: policy) }
    #expect(try Reason("roi", under: policy).code == "roi")
  }

  @Test func `a client may get an earlier UID of their own back, and nobody else's`() throws {
    let first = try assign("A305C9B81", to: "618340275")
    let back = try assign("618340275", to: "A305C9B81")
    #expect(back.id == first.id)
    #expect(back.uids.map(\.text) == ["618340275", "A305C9B81", "618340275"])
    #expect(back.uids.map(\.cause) == [.assigned, .corrected, .corrected])
    #expect(throws: VaultError.uidTaken(by: back.id)) {
      try assign("A305C9B81", to: "5D6B20C18")
    }
    #expect(try lastContent().action == .similar)
    #expect(try lastContent().clients == [back.id])
    #expect(throws: VaultError.uidTaken(by: back.id)) { try assign("618340275", to: "A305C9B81") }
    #expect(try session.damage().isEmpty)
  }

  @Test func `a UID that stands is replaced only where that is said`() throws {
    expectNothing(.alreadyAssigned) {
      try assign("A305C9B81", to: "618340275", .refused, reason: nil)
    }
    expectNothing(.noSuchClient) { try assign("A305C9B81", to: "000000001") }
  }

  @Test func `an edit that changes nothing is on record, and only that`() throws {
    let before = vault.store.rows
    let client = try edit("618340275") { _ in }
    let changed = vault.store.rows.filter { before[$0.key] != $0.value }.map(\.key.namespace)
    #expect(Set(changed) == [.log, .tip])
    #expect(try lastContent().action == .edit)
    #expect(try lastContent().clients == [client.id])
    #expect(try lastContent().detail == [])
  }

  @Test func `the last name that somebody has cannot be taken away`() throws {
    expectNothing(.noName) {
      try edit("618340275") { input in
        input.clear(.given)
        input.clear(.surname)
      }
    }
    expectNothing(.field(FieldProblem(.note, .tooLong(limit: 4000)))) {
      try edit("618340275") { _ throws(FieldProblem) in
        throw FieldProblem(.note, .tooLong(limit: 4000))
      }
    }
  }

  @Test func `no record gets more identifiers than it can be read with`() throws {
    let rules = ClientInput.Rules(
      policy: try session.policy(), today: Today(secondsSince1970: now))
    let limit = ClientCodec.listLimit
    for number in 1...limit {
      _ = try edit("618340275") { (input) throws(FieldProblem) in
        try input.set(.personalID, to: "P\(number)", under: rules)
      }
    }
    expectNothing(.tooManyIdentifiers(limit: limit)) {
      try edit("618340275") { (input) throws(FieldProblem) in
        try input.set(.personalID, to: "P65", under: rules)
      }
    }
    let same = try edit("618340275") { (input) throws(FieldProblem) in
      try input.set(.note, to: "still readable", under: rules)
    }
    #expect(same.personalIDs.count == limit)
    var standing = "618340275"
    for number in 1..<limit {
      let next = String(100_000_000 + number)
      _ = try assign(next, to: standing)
      standing = next
    }
    expectNothing(.tooManyIdentifiers(limit: limit)) { try assign("A305C9B81", to: standing) }
    #expect(try session.show(.uid(try uid(standing)), reason: nil, now: now).uids.count == limit)
    #expect(try session.damage().isEmpty)
  }

  @Test func `a change after another program's change sees it`() throws {
    let second = try vault.session()
    _ = try assign("A305C9B81", to: "618340275")
    #expect(throws: VaultError.noSuchClient) {
      try second.show(.uid(try uid("000000001")), reason: nil, now: now)
    }
    let moved = try assign("A305C9B82", to: "A305C9B81", by: second)
    #expect(moved.uids.count == 3)
    #expect(try session.show(.uid(try uid("A305C9B82")), reason: nil, now: now) == moved)
    #expect(try session.damage().isEmpty)
  }
}

/// Two programs on one real file.
@Suite struct ClientRaceTests {
  @Test func `of programs that add one UID at the same moment exactly one wins`() throws {
    let folder = try TemporaryVault()
    defer { folder.remove() }
    let sessions = try (0..<4).map { _ in try folder.session() }
    let names = [
      ("Odile", "Brandt"), ("Piet", "Zoller"), ("Nia", "Volkov"), ("Tomas", "Lindqvist"),
    ]
    let outcomes = Mutex<(added: Int, taken: Int, others: Int)>((0, 0, 0))
    DispatchQueue.concurrentPerform(iterations: sessions.count) { index in
      do {
        let input = try SampleVault.input(names[index].0, names[index].1, uid: "A305C9B81")
        _ = try sessions[index].add(
          input, duplicates: .allowDuplicate, reason: nil, now: SampleVault.now)
        outcomes.withLock { $0.added += 1 }
      } catch VaultError.uidTaken {
        outcomes.withLock { $0.taken += 1 }
      } catch {
        outcomes.withLock { $0.others += 1 }
      }
    }
    let counts = outcomes.withLock { $0 }
    #expect(counts == (1, 3, 0))
    #expect(try sessions[0].damage().isEmpty)
    #expect(try sessions[1].status(now: SampleVault.now).clients.total == 1)
  }
}
