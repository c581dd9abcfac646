import Foundation
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What a destruction leaves of a client, and what it does not.
@Suite struct DestroyTests {
  private static let uid = "7F7F7F7F2"

  // Somebody takes the file after a destruction, and has every key of before: no piece of the
  // client's sealed record, nor of the block that named them, stands in it at any offset.
  @Test func `no sealed byte of a destroyed client is left in the file`() throws {
    let vault = try TemporaryVault()
    defer { vault.remove() }
    let session = try vault.session()
    for (given, uid) in [("Ines", "7F7F7F7F1"), ("Maren", Self.uid), ("Tove", "7F7F7F7F3")] {
      _ = try session.add(
        try SampleVault.input(given, "Varga", uid: uid), duplicates: .allowDuplicate, reason: nil,
        now: House.now)
    }
    let old = try Self.rows(of: [.client, .directory, .head, .tip], in: session)
    let before = Data(try #require(try vault.bytes()["office.uidvault"]))
    #expect(Self.pieces(of: old).allSatisfy { before.range(of: $0) != nil })
    _ = try session.destroy(try reference(Self.uid), House.order) { _, _ in }
    let after = Data(try #require(try vault.bytes()["office.uidvault"]))
    #expect(Self.pieces(of: old).allSatisfy { after.range(of: $0) == nil })
    #expect(try vault.bytes().keys.sorted() == ["office.uidvault"])
    #expect(try session.damage().isEmpty)
    #expect(try !session.isVacuumOwed())
  }

  @Test func `id, UIDs and dates stay, and nothing else`() throws {
    let session = try filled()
    let before = try session.show(try reference(Self.uid), reason: nil, now: House.now)
    let later = House.now + 86_400
    let order = Session.MemberOrder(reason: "legal", now: later)
    let certificate = try session.destroy(try reference(Self.uid), order) { _, _ in }
    let rest = try session.show(try reference(Self.uid), reason: nil, now: later)
    #expect((rest.id, rest.status) == (before.id, .destroyed))
    #expect((rest.uids, rest.created) == (before.uids, before.created))
    #expect(rest.destroyedBy == Stamp(time: later, by: session.memberID))
    #expect(rest.details == ClientDetails())
    #expect(rest.personalIDs.isEmpty && rest.releases.isEmpty && rest.hold == nil)
    #expect((certificate.id, certificate.uids) == (before.id, before.uids))
    #expect((certificate.reason, certificate.backups) == ("legal", []))
    #expect(certificate.epoch == session.standing.epochKeys.epoch)
  }

  @Test func `nothing but the UID finds the one who was destroyed`() throws {
    let session = try filled()
    _ = try session.destroy(try reference(Self.uid), House.order) { _, _ in }
    for words in ["Maren", "Varga", "1971-04-02", "5550134", "Elm"] {
      #expect(try !hits(words, session).contains(Self.uid), "\(words)")
    }
    #expect(try hits(Self.uid, session) == [Self.uid])
    #expect(try hits("Tove", session) == ["7F7F7F7F3"], "others are found")
    let entry = try #require(try entry(session))
    #expect(entry.names.isEmpty && entry.phones.isEmpty && entry.ssnDigits.isEmpty)
    #expect((entry.birthDate, entry.household, entry.owner) == (nil, nil, nil))
    #expect((entry.monthDue, entry.isHeld) == (0, false))
  }

  @Test func `the UID of one who was destroyed is given to nobody else`() throws {
    let session = try filled()
    _ = try session.destroy(try reference(Self.uid), House.order) { _, _ in }
    #expect(throws: VaultError.self) {
      try session.add(
        try SampleVault.input("Nils", "Brandt", uid: Self.uid), duplicates: .ask, reason: nil,
        now: House.now)
    }
  }

  @Test func `it is one link with the reason and the id, and a second time is refused`() throws {
    let session = try filled()
    let number = try session.status(now: House.now).logEntries
    let order = Session.MemberOrder(reason: "legal", now: House.now)
    let done = try session.destroy(try reference(Self.uid), order) { _, _ in }
    #expect(done.entry == number + 1)
    let entry = try #require(
      try session.entries().first { $0.number == done.entry })
    #expect((entry.action, entry.reason, entry.clients) == (.destroy, "legal", [done.id]))
    #expect(throws: VaultError.wrongStatus(.destroyed)) {
      try session.destroy(try reference(Self.uid), order) { _, _ in }
    }
  }

  @Test func `only supervisors destroy, hold and list, and nothing is recorded`() throws {
    let house = try House()
    let rows = house.store.rows
    let ben = try house.session(House.caseworker)
    let marcus = try reference("5D6B20C18")
    #expect(throws: VaultError.notPermitted) {
      try ben.destroy(marcus, House.order) { _, _ in }
    }
    #expect(throws: VaultError.notPermitted) { try ben.hold(.on, marcus, House.order) }
    #expect(throws: VaultError.notPermitted) { try ben.due(House.order) }
    #expect(house.store.rows == rows)
  }

  @Test func `everybody goes on after a destruction with their own passphrase`() throws {
    let house = try House()
    let ben = try house.session(House.caseworker)
    let ana = try house.session(House.supervisor)
    _ = try ana.destroy(try reference("5D6B20C18"), House.order) { _, _ in }
    #expect(try hits("ma", ben).count == 2)
    #expect(try house.session(House.caseworker).damage().isEmpty)
  }

  // MARK: Help

  private func filled() throws -> Session {
    let session = try SampleVault().session()
    let rules = ClientInput.Rules(
      policy: try session.policy(), today: Today(secondsSince1970: House.now))
    var input = try SampleVault.input("Maren", "Varga", uid: Self.uid, birthDate: "1971-04-02")
    try input.set(.phones, toAll: ["555 0134"], under: rules)
    try input.set(.household, to: "Elm", under: rules)
    try input.set(.note, to: "a note", under: rules)
    try input.set(.personalID, to: "P-77", under: rules)
    _ = try session.add(input, duplicates: .allowDuplicate, reason: nil, now: House.now)
    _ = try session.add(
      try SampleVault.input("Tove", "Lind", uid: "7F7F7F7F3"), duplicates: .allowDuplicate,
      reason: nil, now: House.now)
    return session
  }

  private func reference(_ uid: String) throws -> ClientReference { try .named(uid) }

  private func hits(_ words: String, _ session: Session) throws -> [String] {
    try session.find(
      try Query(words, today: Today(secondsSince1970: House.now)), limit: 20, reason: nil,
      now: House.now
    ).hits.compactMap(\.client.uid?.text)
  }

  private func entry(_ session: Session) throws -> DirectoryEntry? {
    try session.change { (change) throws(VaultError) in
      let found = try change.directory().find(try self.lookup())
      try change.append(LogContent(.audit, reason: .none), at: House.now)
      return found.entry
    }
  }

  private func lookup() throws(VaultError) -> ClientReference {
    do { return try reference(Self.uid) } catch { throw .noSuchClient }
  }

  private static func rows(
    of namespaces: [Namespace], in session: Session
  ) throws -> [[UInt8]] {
    try session.vault.store.read { (reading) throws(VaultError) in
      var values: [[UInt8]] = []
      for namespace in namespaces {
        try Rows(reading: reading).scan(namespace) { (_, value) throws(VaultError) in
          values.append(value.bytes)
          return .next
        }
      }
      return values
    }
  }

  /// The nonce and the first bytes of each value, and 16 bytes further in and from its end, as a
  /// page that was used again may have overwritten its beginning alone.
  private static func pieces(of values: [[UInt8]]) -> [Data] {
    values.flatMap { value in
      stride(from: 0, to: min(value.count - 16, 2048), by: 64).map {
        Data(value[$0..<($0 + 16)])
      } + [Data(value.suffix(16))]
    }
  }
}
