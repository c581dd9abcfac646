import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who can write the file puts another row in the place of a member's.
struct MemberRowTests {
  private let house: House

  init() throws { house = try House() }

  private func place(_ member: RosterMember) -> RowPlace { RowPlace(.member, member.id.bytes) }

  // The keys of the set before are sealed in the older row: whoever kept it leads a colleague, who
  // is at home, or the sheet in the drawer, to keys that were given up.
  @Test func `anybody's older row is found by verify though nobody present can open it`() throws {
    let old = house.store.rows
    let ana = try house.session(House.supervisor)
    _ = try ana.rotate(House.order) { _, _ in }
    let rotated = house.store.rows
    for member in ana.roster.end.members where member.id != ana.member.id {
      house.store.rows = rotated
      #expect(try ana.damage().isEmpty)
      house.store.rows[place(member)] = old[place(member)]
      let found = Damage(namespace: Namespace.member.name, key: member.id.bytes, problem: .hash)
      #expect(try ana.damage() == [found])
    }
  }

  // A colleague's row in the place of mine: I would type my passphrase into their wrap.
  @Test func `another's row is refused before the passphrase is stretched`() throws {
    let rows = house.store.rows
    let roster = try Vault(in: house.store).roster
    let ben = try #require(roster.person(named: try MemberName(House.caseworker)))
    for other in roster.end.members where other.id != ben.id {
      house.store.rows[place(ben)] = rows[place(other)]
      #expect(throws: VaultError.damage(.member, ben.id.bytes, .hash)) {
        try house.session(House.caseworker)
      }
    }
    house.store.rows = rows
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
  }

  // Whoever can write the file knows everybody's public key, and seals keys of their own to it: for a
  // colleague who is at home, and for the sheet in the drawer.
  @Test func `a box sealed by a stranger is found by verify though nobody present can open it`()
    throws
  {
    let rows = house.store.rows
    let ana = try house.session(House.supervisor)
    let end = ana.roster.end
    for member in end.members where member.id != ana.member.id {
      let row = try MemberRow(
        untrusted: SealedBytes(untrusted: try #require(rows[place(member)])))
      let keys = try #require(member.keys).box
      let box = { (purpose: BoxPurpose, number: UInt64) throws in
        try HouseKey().withBytes { (bytes) throws(CryptoError) in
          try keys.seal(
            payload: bytes,
            box: BoxPlace(
              purpose: purpose, vault: ana.vaultID.bytes, recipient: member.id.bytes,
              number: number))
        }
      }
      let identity = try row.identityBox.map { _ in try box(.identityKey, end.epoch) }
      let forged = [
        (identity, row.houseBox, row.auditBoxes),
        (row.identityBox, try box(.houseKey, end.epoch), row.auditBoxes),
        (row.identityBox, row.houseBox, try row.auditBoxes.map { _ in try box(.auditSecret, 1) }),
      ]
      for (identity, house, audit) in forged {
        let altered = MemberRow(
          wrap: row.wrap, identityBox: identity, houseBox: house, name: row.name,
          auditBoxes: audit
        ).sealed.bytes
        // An auditor has no identity box, a caseworker no audit box, to be replaced.
        guard altered != rows[place(member)] else { continue }
        self.house.store.rows[place(member)] = altered
        let found = Damage(namespace: Namespace.member.name, key: member.id.bytes, problem: .hash)
        #expect(try ana.damage() == [found])
      }
      self.house.store.rows = rows
    }
  }
}
