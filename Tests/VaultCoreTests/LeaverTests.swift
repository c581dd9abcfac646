import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who was removed, with the whole file as it is now and every key that they ever held.
@Suite struct LeaverTests {
  private let house: House

  init() throws { house = try House() }

  /// What a member holds, and tries on everything.
  private func keys(of name: String) throws -> Standing { try house.session(name).standing }

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
    let held = try keys(of: name)
    let written = try leave(name)
    #expect(Set(written.keys.map(\.namespace)).isSuperset(of: [.roster, .member, .log, .client]))
    let namespaces: [Place.Namespace] = [
      .previousHouse, .memberName, .policy, .diary, .link, .tip, .head, .directory, .client,
    ]
    for (place, bytes) in written where place.namespace != .roster {
      for value in Self.values(in: bytes, of: place.namespace) {
        for namespace in namespaces {
          for epoch: UInt64 in 1...4 {
            let seal = Place(
              vault: held.vault.bytes, namespace: namespace, key: place.key, epoch: epoch)
            #expect(throws: CryptoError.self) {
              _ = try held.epochKeys.house.sealing.open(value, place: seal)
            }
            guard let identity = held.epochKeys.identity else { continue }
            #expect(throws: CryptoError.self) { _ = try identity.record.open(value, place: seal) }
            #expect(throws: CryptoError.self) {
              _ = try identity.directory.open(value, place: seal)
            }
          }
        }
        try expectBoxShut(value, to: held)
      }
    }
  }

  /// No sealed box opens for the leaver's box key, nor for the audit secret that they had.
  private func expectBoxShut(_ value: SealedBytes, to held: Standing) throws {
    for purpose: BoxPurpose in [.identityKey, .houseKey, .auditSecret, .content] {
      for number: UInt64 in 1...12 {
        for recipient in [held.member.id.bytes, LogContent.recipient] {
          let box = BoxPlace(
            purpose: purpose, vault: held.vault.bytes, recipient: recipient, number: number)
          #expect(throws: CryptoError.self) {
            _ = try held.memberKeys.box.openContents(value, box: box)
          }
          guard let audit = held.auditPair else { continue }
          #expect(throws: CryptoError.self) {
            _ = try audit.keys.openContents(value, box: box)
          }
        }
      }
    }
  }

  /// The sealed values in a row: itself, or the parts that it is made of.
  private static func values(in bytes: [UInt8], of namespace: Namespace) -> [SealedBytes] {
    let whole = SealedBytes(untrusted: bytes)
    let header = namespace == .log ? 8 : namespace == .member ? 1 : 0
    guard header > 0 else { return [whole] }
    do {
      return try whole.parts(afterHeader: header, limit: 1024).filter { $0.bytes.count > 48 }
    } catch {
      return [whole]
    }
  }

  // What they held does open the present: so the test above says something.
  @Test func `the same keys open what was written while they were a member`() throws {
    let held = try keys(of: House.caseworker)
    let tip = try #require(house.store.rows[RowPlace(.tip, Tip.key)])
    let place = Place(
      vault: held.vault.bytes, namespace: .tip, key: Tip.key, epoch: held.epochKeys.epoch)
    _ = try held.epochKeys.house.sealing.open(SealedBytes(untrusted: tip), place: place)
  }
}
