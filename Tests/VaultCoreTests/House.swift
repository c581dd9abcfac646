import VaultCrypto
import VaultStore

@testable import VaultCore

/// An agency: the sample vault's supervisor, and who joined after her.
///
/// Made once, as every member costs several stretchings; tests alter copies.
struct House {
  let store: MemoryStore

  static let supervisor = SampleVault.member
  static let second = "Dora Lind"
  static let caseworker = "Ben Okafor"
  static let auditor = "Cleo Marsh"
  static let now = SampleVault.now
  static let order = Session.MemberOrder(reason: nil, now: now)

  private static let rows = Result { try assembled() }

  init() throws {
    store = MemoryStore(try Self.rows.get())
  }

  init(_ rows: MemoryStore.Rows) {
    store = MemoryStore(rows)
  }

  private static func assembled() throws -> MemoryStore.Rows {
    let house = House(try SampleVault().store.rows)
    let ana = try house.session(supervisor)
    for (name, role) in [
      (second, Role.supervisor), (caseworker, .caseworker), (auditor, .auditor),
    ] {
      let invitation = try ana.invite(
        try MemberName(name), as: role, days: 7, cost: .floor, order)
      try house.join(name, with: invitation.code)
    }
    _ = try ana.rotate(order) { _, _ in }
    return house.store.rows
  }

  /// Everybody's passphrase is made of their name.
  static func phrase(_ name: String) -> String {
    name == supervisor ? SampleVault.phrase : "the long words of \(name)"
  }

  /// Unlocks as a newly started program does.
  func session(_ name: String, phrase: String? = nil) throws -> Session {
    let vault = try Vault(in: store)
    return try vault.unlock(
      as: try vault.person(named: try MemberName(name)),
      with: try SampleVault.passphrase(phrase ?? Self.phrase(name)), within: SampleVault.budget)
  }

  /// Unlocks as a newly started program does, with keys that were stretched for an earlier session:
  /// for tests that try a hundred alterations of one file.
  func reopen(_ known: Session, _ opened: Vault? = nil) throws -> Session {
    let vault = try opened ?? Vault(in: store)
    let standing = try store.read { (reading) throws(VaultError) in
      let rows = Rows(reading: reading)
      let roster = try vault.renewedRoster(in: rows)
      guard let member = roster.present(known.memberID) else { throw .unknownMember }
      return try Standing(
        of: member, with: known.standing.memberKeys, under: roster, in: rows)
    }
    let session = Session(vault: vault, standing: standing)
    try session.compareWithMemory()
    return session
  }

  /// Joins with a code.
  @discardableResult
  func join(
    _ name: String, with code: borrowing InvitationCode, at now: UInt64 = now
  ) throws -> Session {
    try Vault(in: store).join(
      as: try MemberName(name), with: code,
      passphrase: try SampleVault.passphrase(Self.phrase(name)), cost: .floor,
      within: SampleVault.budget, now: now)
  }
}
