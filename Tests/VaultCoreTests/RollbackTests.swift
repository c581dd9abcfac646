import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who may write the file, has no key, and kept a copy from before a colleague came, left,
/// or the keys were exchanged. They put back the rows of one kind, or of two, and leave the rest.
struct RollbackTests {
  /// What happened between the copy and now.
  enum Event: CaseIterable, Sendable {
    case rotation, joining, removal, newPassphrase, policy
  }

  private let house: House
  private let before: MemoryStore.Rows

  init() throws {
    house = try House()
    before = house.store.rows
  }

  private func happen(_ event: Event) throws {
    let ana = try house.session(House.supervisor)
    switch event {
    case .rotation: _ = try ana.rotate(House.order) { _, _ in }
    case .joining:
      let eve = "Eve Stone"
      let invitation = try ana.invite(
        try MemberName(eve), as: .caseworker, days: 7, cost: .floor, House.order)
      try house.join(eve, with: invitation.code)
    case .removal: _ = try ana.remove(try MemberName(House.auditor), sheet: .none, House.order)
    case .newPassphrase:
      try house.session(House.second).changePassphrase(
        to: try SampleVault.passphrase("another set of long words"), cost: .floor,
        old: .mayBeKnown, now: House.now)
    case .policy: _ = try ana.setPolicy(.idleMinutes(7), House.order)
    }
    _ = try house.session(House.caseworker).findAll()
  }

  private func rolledBack(
    _ namespaces: Set<Namespace>, from after: MemoryStore.Rows
  ) -> MemoryStore.Rows {
    after.filter { !namespaces.contains($0.key.namespace) }
      .merging(before.filter { namespaces.contains($0.key.namespace) }) { now, _ in now }
  }

  /// Each kind of row that changed, alone and with each other one.
  private func choices(to after: MemoryStore.Rows) -> [Set<Namespace>] {
    let changed = Namespace.allCases.filter { namespace in
      before.filter { $0.key.namespace == namespace }
        != after.filter { $0.key.namespace == namespace }
    }
    return changed.indices.flatMap { one in
      changed.indices.dropFirst(one).map { other in [changed[one], changed[other]] }
    }
  }

  @Test(arguments: Event.allCases)
  func `older rows of any one or two kinds are noticed by whoever unlocks`(
    event: Event
  ) throws {
    try happen(event)
    let after = house.store.rows
    for choice in choices(to: after) {
      house.store.rows = rolledBack(choice, from: after)
      let rows = house.store.rows
      // Everything but log and tip is as it was: then it is a whole older copy, which the rows alone
      // cannot tell (FreshnessTests).
      guard rows != before else { continue }
      let isRefused = try isRefused(choice)
      // A colleague's row, which only they and the check of the whole vault read.
      #expect(isRefused || choice == [.member], "\(choice)")
    }
  }

  /// Whether a caseworker who unlocks now is shown nothing, and for damage; otherwise the check of
  /// the whole vault names a member's row.
  private func isRefused(_ choice: Set<Namespace>) throws -> Bool {
    let rows = house.store.rows
    let ben: Session
    do {
      ben = try house.session(House.caseworker)
      _ = try ben.findAll()
    } catch let error as VaultError {
      #expect(error.damage != nil, "\(choice)")
      let isUnchanged = house.store.rows == rows
      #expect(isUnchanged, "nothing is recorded")
      return true
    }
    #expect(try ben.damage().map(\.namespace) == ["member"], "\(choice)")
    return false
  }
}
