import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who was removed, with the whole file as it is now and every key that they ever held.
@Suite struct LeaverTests {
  private let house: House

  init() throws { house = try House() }

  /// What a member holds, and tries on everything.
  private func keys(of name: String) throws -> KeyRing {
    KeyRing(held: try house.session(name).standing)
  }

  /// Lets a supervisor remove somebody, and then work on: rows that were written later.
  private func leave(_ name: String) throws -> MemoryStore.Rows {
    let before = house.store.rows
    let ana = try house.session(House.supervisor)
    _ = try ana.remove(try MemberName(name), sheet: .none, House.order)
    _ = try ana.add(
      try SampleVault.input("Ines", "Varga", uid: "7F7F7F7F1"), duplicates: .ask, reason: nil,
      now: House.now)
    let after = house.store.rows
    return after.filter { before[$0.key] != $0.value }
  }

  // Ben keeps a copy of his keys. The supervisor removes him, and he gets hold of the file as it is
  // afterwards: every row of it that is new to him stays shut to every key that he has, in every
  // place that a value can have.
  @Test(arguments: [House.caseworker, House.auditor, House.second])
  func `no key that a leaver held opens a value that was written later`(_ name: String) throws {
    let ring = try keys(of: name)
    let written = try leave(name)
    #expect(Set(written.keys.map(\.namespace)).isSuperset(of: [.roster, .member, .log, .client]))
    try ring.expectShut(written)
  }

  // What they held does open the present: so the test above says something.
  @Test func `the same keys open what was written while they were a member`() throws {
    let ring = try keys(of: House.caseworker)
    #expect(try ring.opensTip(of: house))
    _ = try leave(House.caseworker)
    #expect(try !ring.opensTip(of: house))
  }
}
