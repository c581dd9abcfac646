import Testing

@testable import VaultCore

struct AddTests {
  private let marisol: [ClientField: String] = [
    .given: "Marisol", .surname: "Núñez", .birthDate: "1979-08-21", .uid: "7C41D09E2",
  ]

  @Test func `somebody new is stored, counted and recorded by id alone`() throws {
    let scene = try ImportScene()
    guard case .added(let client, let similar) = try scene.add(marisol) else {
      return try #require(Bool(false), "not added") as Void
    }
    #expect(similar.isEmpty)
    #expect(client.uid?.text == "7C41D09E2")
    #expect(try scene.count(.active) == 1)
    let content = try scene.lastContent()
    #expect(content.action == .add)
    #expect(content.clients == [client.id])
  }

  @Test func `without a UID somebody is pending`() throws {
    let scene = try ImportScene()
    guard case .pending(let client, _) = try scene.add([.given: "Leopold"]) else {
      return try #require(Bool(false), "not pending") as Void
    }
    #expect(client.status == .pending)
    #expect(try scene.count(.pending) == 1)
  }

  @Test func `the same person is refused, which changes nothing and is recorded`() throws {
    let scene = try ImportScene()
    try scene.add(marisol)
    let before = try scene.state
    let again =
      [.given: "MARISOL", .surname: "Nunez", .birthDate: "8/21/1979"] as [ClientField: String]
    for rule in [DuplicateRule.ask, .allowSimilar] {
      guard case .refused(let similar) = try scene.add(again, rule) else {
        return try #require(Bool(false), "not refused") as Void
      }
      #expect(similar.map(\.isCertain) == [true])
      #expect(similar.first?.uid == "7C41D09E2")
      let content = try scene.lastContent()
      #expect(content.action == .similar)
      #expect(content.clients == similar.map(\.id))
    }
    let after = try scene.state
    #expect(after.head == before.head)
    #expect(after.clients == before.clients)
    #expect(after.links == before.links + 2)
  }

  @Test func `between the thresholds it asks, and takes yes for an answer`() throws {
    let scene = try ImportScene()
    try scene.add(marisol)
    let sister =
      [.given: "Carmen", .surname: "Nunez", .birthDate: "1979-08-21"] as [ClientField: String]
    guard case .refused(let similar) = try scene.add(sister) else {
      return try #require(Bool(false), "not asked") as Void
    }
    #expect(similar.map(\.isCertain) == [false])
    guard case .pending(_, let still) = try scene.add(sister, .allowSimilar) else {
      return try #require(Bool(false), "not registered") as Void
    }
    #expect(still == similar)
    #expect(try scene.lastContent().clients.count == 2)
  }

  @Test func `a supervisor may register even who is certainly there`() throws {
    let scene = try ImportScene()
    try scene.add(marisol)
    var twin = marisol
    twin[.uid] = nil
    guard case .pending = try scene.add(twin, .allowDuplicate) else {
      return try #require(Bool(false), "not registered") as Void
    }
    #expect(try scene.state.clients == 2)
  }

  @Test func `a UID that stands or stood for somebody else is taken, which is recorded`() throws {
    let scene = try ImportScene()
    guard case .added(let client, _) = try scene.add(marisol),
      let id = ClientIDPrefix(client.id.text)
    else { return try #require(Bool(false), "not added") as Void }
    let other = [.given: "Chidi", .surname: "Okonkwo", .uid: "7c41d09e2"] as [ClientField: String]
    let before = try scene.state
    #expect(throws: VaultError.uidTaken(by: client.id)) { try scene.add(other) }
    #expect(try scene.lastContent().clients == [client.id])
    #expect(try scene.state.head == before.head)
    _ = try scene.session.assign(
      try #require(try ImportScene.input([.uid: "94E0D7A36"]).uid), to: .id(id),
      correcting: .allowed, reason: "correction", now: ImportScene.now)
    #expect(throws: VaultError.uidTaken(by: client.id)) { try scene.add(other) }
  }

  @Test func `nobody is registered without a name`() throws {
    let scene = try ImportScene()
    #expect(throws: VaultError.noName) { try scene.add([.birthDate: "1955"]) }
    #expect(try scene.state.links == 1)
  }

  @Test(arguments: [ClientField.phones, .personalID])
  func `a short text of many bytes is too long for its length byte`(field: ClientField) throws {
    let text = "1" + String(repeating: "𝟙", count: 80)
    #expect(throws: FieldProblem(field, .tooLong(limit: 100))) {
      try ImportScene.input([.given: "Ana", field: text])
    }
  }
}
