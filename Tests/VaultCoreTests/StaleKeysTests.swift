import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Codes and sheets that are out of force, and the keys that they open.
struct StaleKeysTests {
  private let house: House
  private static let eve = "Eve Stone"

  init() throws { house = try House() }

  private func invite(by supervisor: String = House.supervisor) throws -> OpenInvitation {
    try house.session(supervisor).invite(
      try MemberName(Self.eve), as: .supervisor, days: 7, cost: .floor, House.order)
  }

  /// The keys that a code opens, taken out before they are out of force.
  private func keys(of code: borrowing InvitationCode) throws -> Standing {
    let vault = try Vault(in: house.store)
    let entry = try #require(vault.roster.invitation(named: try MemberName(Self.eve)))
    return try vault.standing(of: entry, with: code.passphrase(), within: SampleVault.budget)
  }

  /// Signs the next version with keys of before, and stores it.
  private func sign(as held: Standing, _ change: (inout RosterVersion) -> Void) throws {
    let roster = try Vault(in: house.store).roster
    var version = roster.end
    (version.number, version.previous) = (roster.end.number + 1, roster.endHash)
    (version.rotationOwed, version.signer) = (true, held.member.id)
    change(&version)
    let signed = SignedRosterVersion(signing: version, with: held.memberKeys.signing)
    house.store.rows[RowPlace(.roster, version.number.key)] = signed.signed.bytes
  }

  private func expectNobodyJoins(
    _ code: borrowing InvitationCode, _ refusal: VaultError, at now: UInt64 = House.now
  ) throws {
    let rows = house.store.rows
    do {
      try house.join(Self.eve, with: code, at: now)
      Issue.record("somebody joined")
    } catch let error as VaultError {
      #expect(error == refusal)
    }
    let isUnchanged = house.store.rows == rows
    #expect(isUnchanged)
  }

  // A note with a code on it is found in a drawer weeks later.
  @Test func `an expired code`() throws {
    let invitation = try invite()
    try expectNobodyJoins(invitation.code, .invitationExpired, at: invitation.expires)
    try house.join(Self.eve, with: invitation.code, at: invitation.expires - 1)
  }

  // Somebody with the file tries codes; what they learn is that they are wrong.
  @Test func `a guessed code`() throws {
    let invitation = try invite()
    for _ in 1...3 { try expectNobodyJoins(try InvitationCode(), .wrongPassphrase) }
    try house.join(Self.eve, with: invitation.code)
  }

  // Whoever saw the code over Eve's shoulder types it after her.
  @Test func `a used code, and its keys used once more`() throws {
    let invitation = try invite()
    let held = try keys(of: invitation.code)
    try house.join(Self.eve, with: invitation.code)
    try expectNobodyJoins(invitation.code, .noInvitation)
    // The entry is Eve's now, with keys of her own; the invitation's sign nothing.
    try sign(as: held) { _ in }
    #expect(throws: VaultError.roster(.signature)) { try Vault(in: house.store) }
  }

  // The same person has a copy of the file from when the code was open, and joins there.
  @Test func `a code replayed in an older copy`() throws {
    let invitation = try invite()
    let copy = House(house.store.rows)
    try house.join(Self.eve, with: invitation.code)
    let account = OwnAccount()
    try account.session(House.caseworker, in: house)
    try copy.join(Self.eve, with: invitation.code)
    #expect(throws: account.refusal(.forked)) { try account.open(copy) }
  }

  // Dora made herself a way back before she was removed.
  @Test func `an invitation of a removed supervisor`() throws {
    let invitation = try invite(by: House.second)
    let held = try keys(of: invitation.code)
    let left = try house.session(House.supervisor).remove(
      try MemberName(House.second), sheet: .none, House.order)
    #expect(left.withdrawn == [held.member.id])
    try expectNobodyJoins(invitation.code, .noInvitation)
    // With the keys themselves, and a row of her own making.
    try sign(as: held) { version in
      let own = MemberKeys(root: RootKey()).publicKeys
      for index in version.members.indices where version.members[index].id == held.member.id {
        version.members[index].kind = .person
        version.members[index].keys = own
        version.members[index].cost = .floor
      }
    }
    #expect(throws: VaultError.roster(.signer)) { try Vault(in: house.store) }
  }

  // She also made a new sheet, and copied its key.
  @Test func `the recovery key that a removed supervisor made`() throws {
    let hers = RecoveryIdentity()
    let next = RecoveryIdentity()
    let copied = try hers.copy()
    let dora = try house.session(House.second)
    try dora.renewRecovery(sheet: .proven(hers), House.order) { _, _ in }
    let sheet = MemberKeys(recovery: copied)
    let entry = dora.roster.recovery
    let ana = try house.session(House.supervisor)
    let name = try MemberName(House.second)
    #expect(ana.replacesSheet(endingRoleOf: name))
    #expect(throws: VaultError.recoverySheetNeeded) {
      try ana.remove(name, sheet: .none, House.order)
    }
    #expect(try ana.remove(name, sheet: .proven(next), House.order).isSheetReplaced)
    let sound = house.store.rows
    #expect(throws: VaultError.otherSheet) { try Vault(in: house.store).check(copied) }
    #expect(throws: VaultError.otherSheet) {
      try Vault(in: house.store).recover(
        with: copied, as: try MemberName(Self.eve),
        passphrase: try SampleVault.passphrase(House.phrase(Self.eve)), cost: .floor,
        sheet: .proven(RecoveryIdentity()), now: House.now
      ) { _, _ in }
    }
    // With the sheet's own signature.
    let held = Standing(
      roster: ana.roster, member: entry, memberKeys: sheet, epochKeys: ana.standing.epochKeys,
      auditPair: nil)
    try sign(as: held) { version in
      version.rotate(auditPair: true)
    }
    #expect(throws: VaultError.roster(.signer)) { try Vault(in: house.store) }
    house.store.rows = sound
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
  }
}

extension RecoveryIdentity {
  /// Another value of the same key, as somebody copies a sheet.
  fileprivate borrowing func copy() throws(CryptoError) -> RecoveryIdentity {
    try withText { (text) throws(CryptoError) in try RecoveryIdentity(text: text) }
  }
}
