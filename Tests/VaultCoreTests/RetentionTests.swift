import HMIS
import Testing

@testable import VaultCore

/// Who is due for destruction, and what stops it.
@Suite struct RetentionTests {
  private static let day: UInt64 = 86_400

  @Test func `a hold stops destruction until it ends, and the retention goes on`() throws {
    let session = try SampleVault().session()
    let marcus = try ClientReference.named("5D6B20C18")
    let before = try session.show(marcus, reason: nil, now: House.now)
    let order = Session.MemberOrder(reason: "legal", now: House.now + Self.day)
    let (held, wasSo) = try session.hold(.on, marcus, order)
    #expect(!wasSo)
    #expect(
      held.hold
        == Client.Hold(since: House.now + Self.day, by: session.memberID, reason: "legal"))
    #expect(held.changed == before.changed, "retention counts on from the last change")
    #expect(try session.hold(.on, marcus, House.order).wasSo)
    #expect(throws: VaultError.held(since: House.now + Self.day)) {
      try session.destroy(marcus, House.order) { _, _ in }
    }
    #expect(try session.show(marcus, reason: nil, now: House.now).details == before.details)
    #expect(try session.hold(.off, marcus, House.order).client.hold == nil)
    _ = try session.destroy(marcus, House.order) { _, _ in }
    #expect(throws: VaultError.wrongStatus(.destroyed)) {
      try session.hold(.on, marcus, House.order)
    }
    #expect(try session.damage().isEmpty)
  }

  @Test func `each hold is recorded with the client`() throws {
    let session = try SampleVault().session()
    let marcus = try ClientReference.named("5D6B20C18")
    let id = try session.hold(.on, marcus, House.order).client.id
    _ = try session.hold(.off, marcus, House.order)
    let entries = try session.entries().suffix(2)
    #expect(entries.map(\.action) == [.hold, .hold])
    #expect(entries.map(\.clients) == [[id], [id]])
  }

  @Test func `the list says who is due, since when, and whom a hold keeps`() throws {
    let session = try SampleVault().session()
    let later = House.now + 7 * 365 * Self.day + 2 * Self.day
    let order = Session.MemberOrder(reason: nil, now: later)
    #expect(try session.due(House.order).isEmpty)
    let id = try session.hold(.on, try .named("94E0D7A36"), House.order).client.id
    _ = try session.destroy(try .named("618340275"), House.order) { _, _ in }
    let due = try session.due(order)
    #expect(Set(due.map(\.uid)) == ["5D6B20C18", "94E0D7A36"])
    #expect(due.allSatisfy { ($0.year, $0.month) == (2033, 9) })
    #expect(due.filter(\.isHeld).map(\.id) == [id])
    #expect(try session.status(now: later).retentionDue == due.count)
    #expect(Set(try #require(try session.entries().last).clients) == Set(due.map(\.id)))
  }
}

extension ClientReference {
  /// The client of a UID.
  static func named(_ uid: String) throws -> ClientReference {
    .uid(try UniqueIdentifier(uid))
  }
}

extension Session {
  /// Every entry of the log, in order.
  func entries() throws -> [AuditEntry] {
    var entries: [AuditEntry] = []
    _ = try forEachEntry(progress: { _, _ in }) { entries.append($0) }
    return entries
  }
}
