import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Invite, join, role, reset, remove, passphrase, rotate: what each does to the vault, and to whom.
struct MemberActTests {
  private let house: House

  init() throws { house = try House() }

  private func name(_ text: String) throws -> MemberName { try MemberName(text) }

  @Test func `everybody unlocks with their own passphrase after a rotation`() throws {
    for member in [House.supervisor, House.second, House.caseworker, House.auditor] {
      let session = try house.session(member)
      #expect(session.roster.end.epoch == 2)
      #expect(try session.name().text == member)
    }
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
    #expect(try house.session(House.supervisor).damage().isEmpty)
  }

  @Test func `each role holds exactly the keys of its row in the table`() throws {
    let held = try [House.supervisor, House.caseworker, House.auditor].map {
      let standing = try house.session($0).standing
      return [standing.epochKeys.identity != nil, standing.auditPair != nil]
    }
    #expect(held == [[true, true], [true, false], [false, true]])
  }

  @Test func `an open session goes on after somebody else's rotation`() throws {
    let ben = try house.session(House.caseworker)
    #expect(try ben.findAll().hits.count == 3)
    let rotated = try house.session(House.second).rotate(House.order) { _, _ in }
    #expect(rotated.epoch == 3)
    #expect(rotated.resealed == 3)
    #expect(try ben.findAll().hits.count == 3)
    #expect(ben.standing.epochKeys.epoch == 3)
  }

  @Test func `an open session of a removed member ends`() throws {
    let ben = try house.session(House.caseworker)
    let left = try house.session(House.supervisor).remove(
      try name(House.caseworker), sheet: .none, House.order)
    #expect(left == MemberLeaving(withdrawn: [], isSheetReplaced: false))
    #expect(throws: VaultError.noLongerMember) { try ben.findAll() }
    #expect(throws: VaultError.unknownMember) { try house.session(House.caseworker) }
    #expect(try house.session(House.second).findAll().hits.count == 3)
    #expect(try house.session(House.second).damage().isEmpty)
  }

  @Test func `removing an auditor renews the audit pair, removing a caseworker does not`() throws {
    let ana = try house.session(House.supervisor)
    _ = try ana.remove(try name(House.caseworker), sheet: .none, House.order)
    #expect(ana.roster.end.auditNumber == 1)
    _ = try ana.remove(try name(House.auditor), sheet: .none, House.order)
    #expect(ana.roster.end.auditNumber == 2)
    #expect(ana.roster.end.epoch == 4)
    #expect(try ana.damage().isEmpty)
  }

  @Test func `a forgotten passphrase: the member keeps id, name and role`() throws {
    let before = try #require(
      try Vault(in: house.store).roster.person(named: try name(House.caseworker)))
    let invitation = try house.session(House.second).reset(
      try name(House.caseworker), days: 7, cost: .floor, sheet: .none, House.order)
    #expect(throws: VaultError.unknownMember) { try house.session(House.caseworker) }
    let ben = try house.join(House.caseworker, with: invitation.code)
    #expect(ben.member.id == before.id)
    #expect(ben.member.role == before.role)
    #expect(try house.session(House.caseworker).findAll().hits.count == 3)
  }

  @Test func `a new passphrase opens, the old one no longer`() throws {
    let ben = try house.session(House.caseworker)
    let new = "another set of long words"
    try ben.changePassphrase(
      to: try SampleVault.passphrase(new), cost: .floor, old: .mayBeKnown, now: House.now)
    #expect(ben.roster.end.rotationOwed)
    #expect(try ben.findAll().hits.count == 3)
    #expect(throws: VaultError.wrongPassphrase) { try house.session(House.caseworker) }
    #expect(try house.session(House.caseworker, phrase: new).findAll().hits.count == 3)
  }

  @Test func `demoting a supervisor takes the audit secret, promoting gives every one`() throws {
    let ana = try house.session(House.supervisor)
    _ = try ana.setRole(
      of: try name(House.second), to: .caseworker, sheet: .none, House.order)
    #expect(ana.roster.end.auditNumber == 2)
    #expect(try house.session(House.second).standing.auditPair == nil)
    let epoch = ana.roster.end.epoch
    _ = try ana.setRole(
      of: try name(House.caseworker), to: .supervisor, sheet: .none, House.order)
    #expect(ana.roster.end.epoch == epoch)
    #expect(try house.session(House.caseworker).standing.auditPair?.number == 2)
    #expect(try house.session(House.caseworker).damage().isEmpty)
  }

  @Test func `who made the recovery key cannot be removed without a new sheet`() throws {
    let dora = try house.session(House.second)
    #expect(throws: VaultError.recoverySheetNeeded) {
      try dora.remove(try name(House.supervisor), sheet: .none, House.order)
    }
    let sheet = RecoveryIdentity()
    let keys = sheet.publicKeys
    let left = try dora.remove(try name(House.supervisor), sheet: .proven(sheet), House.order)
    #expect(left.isSheetReplaced)
    #expect(dora.roster.recovery.keys == keys)
    #expect(try dora.damage().isEmpty)
  }

  // A machine whose battery is empty thinks that it is 1970.
  @Test func `with a clock that was set back members change as ever`() throws {
    let then = Session.MemberOrder(reason: nil, now: 5)
    let eve = "Eve Stone"
    let ana = try house.session(House.supervisor)
    let invitation = try ana.invite(
      try name(eve), as: .caseworker, days: 7, cost: .floor, then)
    #expect(invitation.expires == 5 + 7 * 86_400)
    // Where the clock is right the code has expired: nobody is let in too late.
    #expect(throws: VaultError.invitationExpired) { try house.join(eve, with: invitation.code) }
    try house.join(eve, with: invitation.code, at: 4)
    _ = try ana.remove(try name(House.auditor), sheet: .none, then)
    #expect(try house.session(eve).findAll().hits.count == 3)
    #expect(try ana.verifyLog().isSound)
    #expect(try ana.damage().isEmpty)
  }
}
