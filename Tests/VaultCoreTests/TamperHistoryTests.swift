import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who kept an older copy and puts back parts of it.
@Suite struct TamperHistoryTests {
  private let vault: SampleVault
  private let session: Session
  private let before: MemoryStore.Rows

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
    before = vault.store.rows
  }

  private static func rules(_ policy: Policy) -> ClientInput.Rules {
    ClientInput.Rules(policy: policy, today: Today(secondsSince1970: SampleVault.now))
  }

  private func changeNote() throws {
    let uid = try #require(try SampleVault.input("x", "y", uid: "5D6B20C18").uid)
    _ = try session.edit(.uid(uid), reason: nil, now: SampleVault.now + 60) {
      (input, policy) throws(FieldProblem) in
      try input.set(.note, to: "moved", under: Self.rules(policy))
    }
  }

  /// Every choice of rows to put back, from one to all but one.
  private func choices(of places: [RowPlace]) -> [[RowPlace]] {
    (1..<((1 << places.count) - 1)).map { choice in
      places.indices.filter { choice >> $0 & 1 == 1 }.map { places[$0] }
    }
  }

  private func changed(to after: MemoryStore.Rows) -> [RowPlace] {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  @Test func `older rows put back are noticed, alone and in every company but all of them`() throws
  {
    try changeNote()
    let after = vault.store.rows
    let places = changed(to: after)
    #expect(places.map(\.namespace) == [.log, .tip, .head, .directory, .client])
    for choice in choices(of: places) {
      var rows = after
      for place in choice { rows[place] = before[place] }
      vault.store.rows = rows
      #expect(throws: VaultError.self, "\(choice)") { try session.findAll() }
      // A record alone that does not fit costs only itself: the others were shown, and that recorded.
      let isRecordAlone = choice.map(\.namespace) == [.client] || choice.count == places.count - 1
      #expect(isRecordAlone || vault.store.rows == rows, "nothing is recorded")
      vault.store.rows = rows
      do {
        let damage = try session.damage()
        #expect(!damage.isEmpty)
      } catch let error as VaultError {
        #expect(error.damage != nil)
      }
    }
  }

  @Test func `rows of a registration taken away again are noticed`() throws {
    _ = try session.add(
      try SampleVault.input("Maud", "Ellery", uid: nil), duplicates: .ask, reason: nil,
      now: SampleVault.now)
    let after = vault.store.rows
    for choice in choices(of: changed(to: after)) {
      var rows = after
      for place in choice { rows[place] = before[place] }
      vault.store.rows = rows
      // The client who is new is no longer there, or is there too much: reading finds the first.
      do {
        _ = try session.findAll()
        #expect(choice.map(\.namespace) == [.log, .tip, .head, .directory])
        #expect(try session.damage().map(\.problem) == [.additional])
      } catch let error as VaultError {
        #expect(error.damage != nil, "\(choice)")
        #expect(choice.map(\.namespace) == [.client] || vault.store.rows == rows)
      }
      vault.store.rows = rows
    }
  }

  @Test func `a reveal that is cut from the log is noticed unless its tip goes with it`() throws {
    _ = try session.findAll()
    let after = vault.store.rows
    let places = changed(to: after)
    #expect(places.map(\.namespace) == [.log, .tip], "a reveal touches no other row")
    for place in places {
      vault.store.rows = after
      vault.store.rows[place] = before[place]
      #expect(throws: VaultError.self) { try session.findAll() }
    }
  }

  /// What no check of the file alone can notice, so that nobody takes it for covered: whoever
  /// remembers a later link does (freshness), and a first visitor cannot.
  @Test func `a whole older copy is sound in itself`() throws {
    try changeNote()
    vault.store.rows = before
    #expect(try session.damage().isEmpty)
    #expect(try session.findAll().hits.count == 3)
  }

  @Test func `an insider's own setting, sealed with the right key, is refused, even unchanged`()
    throws
  {
    var policy = try session.policy()
    policy.ssnKeeping = .whole
    let diary = Diary(created: 1)
    for (key, namespace, content) in [
      (Policy.key, Place.Namespace.policy, policy.encoded()),
      (Policy.key, .policy, try session.policy().encoded()),
      (Diary.key, .diary, diary.encoded()),
    ] {
      let sealed = session.standing.seal(content, namespace: namespace, key: key)
      vault.store.rows = before
      vault.store.rows[RowPlace(.settings, key)] = sealed.bytes
      #expect(throws: VaultError.damage(.settings, key, .hash)) { try session.findAll() }
      #expect(throws: VaultError.damage(.settings, key, .hash)) { try session.status(now: 1) }
    }
  }

  @Test func `an insider's own head, sealed with the right key, is refused`() throws {
    var head = try session.look { (_, tree) throws(VaultError) in tree.head }
    head.counts[.active] = 2
    vault.store.rows[RowPlace(.head, Head.key)] =
      session.standing.seal(head.encoded(), namespace: .head, key: Head.key).bytes
    #expect(throws: VaultError.damage(.head, Head.key, .hash)) { try session.findAll() }
  }
}
