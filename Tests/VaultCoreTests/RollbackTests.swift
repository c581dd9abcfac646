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

  // Every arrow of the tree binds one row to another: the first one that leads to a row of the other
  // day is where a reader stops, and what it names.
  @Test(arguments: Event.allCases)
  func `older rows of any one or two kinds are refused where the tree first breaks`(
    event: Event
  ) throws {
    try happen(event)
    let after = house.store.rows
    let ben = try house.session(House.caseworker)
    let account = OwnAccount()
    try account.session(House.caseworker, in: house)
    let kept = account.memory.kept
    for choice in choices(to: after) {
      house.store.rows = rolledBack(choice, from: after)
      let rows = house.store.rows
      #expect(rows != before && rows != after, "\(choice)")
      let expected = try Climb(
        from: before, to: after, putBack: choice, reader: ben.memberID
      ).refusal
      #expect(try refusal { try house.reopen(ben) } == expected, "\(choice)")
      // An account that has seen the present list of members misses it before anything is opened.
      account.memory.kept = kept
      let known = try refusal { try account.reopen(ben, in: house) }
      #expect(
        known == (choice.contains(.roster) ? account.refusal(.older) : expected), "\(choice)")
      guard expected == nil else { continue }
      // A colleague's row, which only they and the check of the whole vault read.
      #expect(choice == [.member])
      #expect(Set(try house.reopen(ben).damage().map(\.namespace)) == ["member"])
    }
  }

  /// Why somebody who unlocks now is shown nothing; nil if they are shown all clients. The keys of
  /// client rows are blinded, so that which of them is named is not told apart.
  private func refusal(_ unlock: () throws -> Session) throws -> VaultError? {
    let rows = house.store.rows
    do {
      #expect(try unlock().findAll().hits.count == 3)
      house.store.rows = rows
      return nil
    } catch let error as VaultError {
      let isUnchanged = house.store.rows == rows
      #expect(isUnchanged, "nothing is recorded")
      guard let damage = error.damage, damage.namespace == Namespace.client.name else {
        return error
      }
      return .damage(.client, [], damage.problem)
    }
  }
}

/// The way that a reader takes through rows of two days, by docs/FORMAT.md 4.1.
private struct Climb {
  private let before, after: MemoryStore.Rows
  private let old: Set<Namespace>
  private let reader: MemberID
  private let isNewEpoch: Bool

  init(
    from before: MemoryStore.Rows, to after: MemoryStore.Rows, putBack old: Set<Namespace>,
    reader: MemberID
  ) throws {
    (self.before, self.after, self.old, self.reader) = (before, after, old, reader)
    isNewEpoch =
      try Vault(in: MemoryStore(before)).roster.end.epoch
      != Vault(in: MemoryStore(after)).roster.end.epoch
  }

  /// Whether two kinds of rows are of different days.
  private func differ(_ one: Namespace, _ other: Namespace) -> Bool {
    old.contains(one) != old.contains(other)
  }

  private func isChanged(_ namespace: Namespace, _ key: [UInt8]) -> Bool {
    before[RowPlace(namespace, key)] != after[RowPlace(namespace, key)]
  }

  private func lastLink(_ rows: MemoryStore.Rows) -> [UInt8] {
    rows.keys.filter { $0.namespace == .log }.max()?.key ?? []
  }

  var refusal: VaultError? {
    if isChanged(.member, reader.bytes), differ(.member, .roster) {
      return .damage(.member, reader.bytes, .hash)
    }
    // Under a new house key the tip of the other epoch does not open.
    if isNewEpoch, differ(.tip, .roster) { return .damage(.tip, Tip.key, .seal) }
    if differ(.log, .tip) {
      return .damage(.log, lastLink(after), old.contains(.log) ? .missing : .additional)
    }
    if differ(.log, .roster) {
      return old.contains(.log)
        ? .damage(.log, lastLink(before), .rosterEnd) : .damage(.log, lastLink(after), .signature)
    }
    if isChanged(.head, Head.key), differ(.head, .log) { return .damage(.head, Head.key, .hash) }
    if isChanged(.settings, Policy.key), differ(.settings, .roster) {
      return .damage(.settings, Policy.key, .hash)
    }
    if isChanged(.settings, Diary.key), differ(.settings, .head) {
      return .damage(.settings, Diary.key, .hash)
    }
    let block = UInt64(0).key
    if isChanged(.directory, block), differ(.directory, .head) {
      return .damage(.directory, block, .hash)
    }
    // Under a new record key clients stand under other keys.
    if isNewEpoch, differ(.client, .directory) { return .damage(.client, [], .missing) }
    return nil
  }
}
