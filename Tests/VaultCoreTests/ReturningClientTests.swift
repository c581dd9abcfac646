import Testing

@testable import VaultCore

/// An export that comes back into a vault which holds nobody.
@Suite struct ReturningClientTests {
  private static let order = Session.MemberOrder(reason: "other", now: House.now)
  private static let times = ["2020-01-02T03:04:05Z", "2021-02-03T04:05:06Z"]

  private static func returning(
    _ id: UInt64 = 7, status: ClientStatus = .active, uid: String? = "7F7F7F7F1"
  ) throws -> ReturningClient {
    var client = try #require(
      ReturningClient(
        try SampleVault.input("Ines", "Varga", uid: nil), id: ClientID(number: id).text,
        status: status, created: times[0], changed: times[1]))
    if let uid {
      client.uids.append(
        try #require(HMISIdentifier(uid, from: times[0], to: nil, cause: .assigned)))
    }
    client.releases.append(
      try #require(
        Release("Housing", signed: "2024-05-06", expires: "2025-05", revoked: nil)))
    return client
  }

  @Test func `everything but who did it comes back`() throws {
    let house = try House()
    let session = try house.session(House.supervisor)
    var client = try Self.returning()
    #expect(client.setHold(since: Self.times[1], reason: "legal"))
    #expect(client.setTouched(Self.times[1]))
    try session.takeBack([client], Self.order)
    let found = try session.show(
      .id(try #require(ClientIDPrefix(ClientID(number: 7).text))), reason: nil, now: House.now)
    #expect(found.uid?.text == "7F7F7F7F1")
    #expect(found.created == Stamp(time: 1_577_934_245, by: session.memberID))
    #expect(found.releases.map(\.program) == ["Housing"])
    #expect(found.releases.first?.expires?.text == "2025-05")
    #expect(found.hold?.reason == "legal")
    #expect(try session.damage().isEmpty)
  }

  @Test func `a vault that holds somebody takes none back`() throws {
    let session = try House().session(House.supervisor)
    try session.takeBack([try Self.returning()], Self.order)
    #expect(throws: VaultError.notEmpty) {
      try session.takeBack([try Self.returning(8, uid: "7F7F7F7F2")], Self.order)
    }
  }

  @Test func `it is for supervisors`() throws {
    let session = try House().session(House.caseworker)
    #expect(throws: VaultError.notPermitted) { try session.takeBack([], Self.order) }
  }

  @Test func `what no vault can hold is refused with its place, and nothing is stored`() throws {
    let session = try House().session(House.supervisor)
    let good = try Self.returning()
    let bad = [
      try Self.returning(8, uid: nil), try Self.returning(7, uid: "7F7F7F7F2"),
      try Self.returning(8), try Self.returning(8, status: .pending),
    ]
    for client in bad {
      #expect(throws: VaultError.unusableRecord(2)) {
        try session.takeBack([good, client], Self.order)
      }
    }
    try session.takeBack([good], Self.order)
  }

  @Test func `texts that are no part of an export are none`() {
    #expect(HMISIdentifier("7F7F7F7F1", from: "yesterday", to: nil, cause: .assigned) == nil)
    #expect(HMISIdentifier("7F7F7F7F1", from: Self.times[0], to: "x", cause: .assigned) == nil)
    let long = String(repeating: "7", count: 256)
    #expect(HMISIdentifier(long, from: Self.times[0], to: nil, cause: .assigned) == nil)
    #expect(Release("Housing", signed: "06.05.2024", expires: nil, revoked: nil) == nil)
    #expect(Release("Housing", signed: "2024-05-06", expires: "2024-13", revoked: nil) == nil)
    #expect(Client.Merge(into: "@short", statusBefore: .active, time: Self.times[0]) == nil)
  }
}
