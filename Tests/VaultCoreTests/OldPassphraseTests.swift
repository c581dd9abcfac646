import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody saw Ben type his passphrase, and has a copy of the file of that day: they hold what Ben
/// held. Ben has chosen another passphrase since, and said that the old one may be known.
struct OldPassphraseTests {
  private let house: House
  private let ring: KeyRing
  private var held: Standing { ring.held }

  init() throws {
    house = try House()
    let ben = try house.session(House.caseworker)
    ring = KeyRing(held: ben.standing)
    try ben.changePassphrase(
      to: try SampleVault.passphrase("another set of long words"), cost: .floor,
      old: .mayBeKnown, now: House.now)
  }

  // They write a version of the list of members in Ben's name, into the present file.
  @Test func `the old keys sign no version`() throws {
    let roster = try Vault(in: house.store).roster
    var version = roster.end
    (version.number, version.previous) = (roster.end.number + 1, roster.endHash)
    version.signer = held.member.id
    let own = MemberKeys(root: RootKey()).publicKeys
    for index in version.members.indices where version.members[index].id == held.member.id {
      version.members[index].keys = own
    }
    let signed = SignedRosterVersion(signing: version, with: held.memberKeys.signing)
    house.store.rows[RowPlace(.roster, version.number.key)] = signed.signed.bytes
    #expect(throws: VaultError.roster(.signature)) { try Vault(in: house.store) }
  }

  // They put a reveal on Ben's record, or hide behind him.
  @Test func `the old keys sign no link`() throws {
    let roster = try Vault(in: house.store).roster
    let forge = LogForge(house: house, held: held)
    let head = try house.session(House.second).look { (_, tree) throws(VaultError) in
      tree.link.headHash
    }
    let sound = house.store.rows
    // Under the present version the key is another; the version before is not the roster's end.
    for (version, problem) in [(roster, Damage.Problem.signature), (held.roster, .rosterEnd)] {
      house.store.rows = sound
      let number = try forge.append(under: version, head: head)
      #expect(throws: VaultError.damage(.log, number.key, problem)) {
        try house.session(House.second).findAll()
      }
    }
  }

  // They read on, as nothing was sealed anew: until a supervisor's next command pays what is owed.
  @Test func `the old keys open the present until the owed rotation is paid, and then nothing`()
    throws
  {
    let ana = try house.session(House.supervisor)
    #expect(try ana.status(now: House.now).rotationOwed)
    #expect(try ring.opensTip(of: house))
    let before = house.store.rows
    try ana.payRotation(now: House.now) { _, _ in }
    #expect(try !ana.status(now: House.now).rotationOwed)
    let written = house.store.rows.filter { before[$0.key] != $0.value }
    #expect(Set(written.keys.map(\.namespace)).count == Namespace.allCases.count)
    try ring.expectShut(written)
  }
}
