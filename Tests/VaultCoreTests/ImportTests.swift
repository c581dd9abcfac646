import FoundationEssentials
import Testing

@testable import VaultCore

struct ImportTests {
  private let header = "First Name,Last Name,DOB,HMIS ID\n"

  private func sample() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      decoding: Data(contentsOf: root.appending(path: "docs/sample-clients.csv")), as: UTF8.self)
  }

  @Test func `the sample table is forty people, five of them pending`() throws {
    let scene = try ImportScene()
    let report = try scene.imported(try sample())
    #expect(report == ImportReport(added: 40))
    #expect(try scene.count(.active) == 35)
    #expect(try scene.count(.pending) == 5)
    let content = try scene.lastContent()
    #expect(content.action == .import)
    #expect(content.clients == (try scene.entries().map(\.id)))
    #expect(try scene.state.links == 2)
  }

  @Test(arguments: [DuplicateRule.ask, .allowSimilar, .allowDuplicate])
  func `the same table again adds nothing and records nothing`(rule: DuplicateRule) throws {
    let scene = try ImportScene()
    let table = try sample()
    try scene.imported(table)
    let before = try scene.state
    let report = try scene.imported(table) { $0.duplicates = rule }
    #expect(report == ImportReport(present: 40))
    #expect(try scene.state == before)
  }

  @Test func `people of one name and other birth dates come again as themselves`() throws {
    let scene = try ImportScene()
    let table =
      "Name,DOB,Phone\nMaria Lopez,1961-02-08,\nMaria Lopez,1994-10-25,\nMaria Lopez,1980,5035550100\n"
      + "Maria Lopez,1980,5035550111\n"
    #expect(try scene.imported(table) { $0.duplicates = .allowDuplicate }.added == 4)
    #expect(try scene.imported(table) { $0.duplicates = .allowSimilar } == ImportReport(present: 4))
    #expect(try scene.count(.pending) == 4)
  }

  @Test func `a pending person who got a UID since is present`() throws {
    let scene = try ImportScene()
    try scene.imported(header + "Leopold,Achterberg,1958-06-28,\n")
    let id = try scene.firstID()
    let uid = try #require(try ImportScene.input([.uid: "7C41D09E2"]).uid)
    _ = try scene.session.assign(
      uid, to: .id(id), correcting: .refused, reason: nil, now: ImportScene.now)
    #expect(
      try scene.imported(header + "Leopold,Achterberg,1958-06-28,\n") == ImportReport(present: 1))
  }

  @Test func `a dry run judges all and stores nothing`() throws {
    let scene = try ImportScene()
    let before = try scene.state
    #expect(try scene.imported(try sample()) { $0.effect = .none } == ImportReport(added: 40))
    #expect(try scene.state == before)
  }

  @Test func `who resembles somebody of the vault stops the table, which is recorded`() throws {
    let scene = try ImportScene()
    try scene.imported(header + "Marisol,Núñez,1979-08-21,7C41D09E2\n")
    let before = try scene.state
    let known = try #require(try scene.entries().first).id
    let table = header + "Ana,Ruiz,1990-01-02,D18F5037A\nCarmen,Nunez,1979-08-21,A305C9B81\n"
    for effect in [ImportOptions.Effect.stored, .none] {
      let report = try scene.imported(table) { $0.effect = effect }
      #expect(report.added == 0)
      #expect(report.refused == 1)
      #expect(report.similar.map(\.row) == [2])
      #expect(report.similar.map(\.uid) == ["7C41D09E2"])
      #expect(report.similar.map(\.isCertain) == [false])
      #expect(try scene.lastContent().action == .similar)
      #expect(try scene.lastContent().clients == [known])
    }
    #expect(try scene.state.head == before.head)
    #expect(try scene.state.links == before.links + 2)
    let report = try scene.imported(table) { $0.duplicates = .allowSimilar }
    #expect(report.added == 2)
    #expect(try scene.lastContent().clients.count == 3)
  }

  @Test func `who is certainly there needs more than a yes`() throws {
    let scene = try ImportScene()
    try scene.imported(header + "Marisol,Núñez,1979-08-21,7C41D09E2\n")
    let table = header + "Marisol,Nunez,1979-08-21,A305C9B81\n"
    for rule in [DuplicateRule.ask, .allowSimilar] {
      let report = try scene.imported(table) { $0.duplicates = rule }
      #expect(report.added == 0)
      #expect(report.similar.map(\.isCertain) == [true])
    }
    #expect(try scene.imported(table) { $0.duplicates = .allowDuplicate }.added == 1)
  }

  @Test func `two rows that resemble each other name each other's row`() throws {
    let scene = try ImportScene()
    let before = try scene.state
    let report = try scene.imported(
      header + "Marisol,Núñez,1979-08-21,7C41D09E2\nMarisol,Nunez,1979-08-21,A305C9B81\n")
    #expect(report.refused == 1)
    #expect(report.similar.map(\.row) == [2])
    #expect(report.similar.map(\.otherRow) == [1])
    #expect(report.similar.map(\.uid) == ["7C41D09E2"])
    #expect(report.similar.allSatisfy { $0.id == nil })
    #expect(try scene.state == before)
  }

  @Test func `a UID of somebody else in the vault is taken, present or earlier`() throws {
    let scene = try ImportScene()
    try scene.imported(header + "Marisol,Núñez,1979-08-21,7C41D09E2\n")
    let taken = ImportProblem(
      row: 1, column: TableColumn(number: 4, header: "HMIS ID"), kind: .uidTaken)
    let table = header + "Chidi,Okonkwo,1983-12-04,7c41d09e2\n"
    #expect(try scene.imported(table).problems == [taken])
    let uids = try (1...2).map {
      try #require(try ImportScene.input([.uid: "94E0D7A3\($0)"]).uid)
    }
    _ = try scene.session.assign(
      uids[0], to: .uid(try #require(try ImportScene.input([.uid: "7C41D09E2"]).uid)),
      correcting: .allowed, reason: "correction", now: ImportScene.now)
    #expect(try scene.imported(table).problems == [taken])
  }

  @Test func `a twin's row does not pass for the twin whose UID it names`() throws {
    let scene = try ImportScene()
    try scene.imported(header + "Jonah,Whaanga,1999-07-04,7C41D09E2\n")
    let report = try scene.imported(header + "Tane,Whaanga,1999-07-04,7C41D09E2\n")
    #expect(report.problems.map(\.kind) == [.uidTaken])
    let renamed = try scene.imported(header + "Jonah,Castellanos,1999-07-04,7C41D09E2\n")
    #expect(renamed == ImportReport(present: 1))
  }

  @Test func `rows with problems are named, and may be passed over`() throws {
    let scene = try ImportScene()
    let table =
      header
      + "Marisol,Núñez,1979-08-21,7C41D09E2\nChidi,Okonkwo,1983-02-30,94e0D7a36\n\n,,,\n"
      + "Ana,Ruiz,1990-01-02,D18F5037A,x\n,,1955,618340275\n-,.,1955,618340276\n"
    let before = try scene.state
    let kinds: [ImportProblem.Kind] = [
      .field(.noSuchDay), .ragged(expected: 4, found: 5), .noName, .noName,
    ]
    let report = try scene.imported(table)
    #expect(report.problems.map(\.kind) == kinds)
    #expect(report.problems.map(\.row) == [2, 5, 6, 7])
    #expect(report.problems.first?.column == TableColumn(number: 3, header: "DOB"))
    #expect(report.added == 0)
    #expect(report.refused == 4)
    #expect(try scene.state == before)
    let skipping = try scene.imported(table) { $0.problems = .skipRow }
    #expect(skipping.added == 1)
    #expect(skipping.refused == 4)
  }

  @Test func `one person twice in a table, and one UID for two, are problems`() throws {
    let scene = try ImportScene()
    let row = "Marisol,Núñez,1979-08-21,7C41D09E2\n"
    let report = try scene.imported(
      header + row + row + "Chidi,Okonkwo,1983-12-04,7c41d09e2\n"
        + "Leo,Ito,1958-06-28,\nLEO,ito,6/28/1958,\n")
    #expect(
      report.problems.map(\.kind) == [
        .samePerson(row: 1), .uidTwice(row: 1), .samePerson(row: 4),
      ])
    #expect(report.problems.map(\.row) == [2, 3, 5])
  }

  @Test func `a table of many people keeps every one of them whole`() throws {
    let scene = try ImportScene()
    var crowd = DuplicateCrowd(seed: 4)
    var table = "Name,DOB,UID\n"
    // More than one batch, more than one directory block.
    for number in 0..<5_000 {
      let year = 1930 + crowd.number(below: 80)
      let digits = String(String(number + 100_000).reversed())
      table += "Person\(number) Surname\(digits),\(year),A\(10_000_000 + number)\n"
    }
    #expect(
      try scene.imported(table) { $0.duplicates = .allowDuplicate }.added == 5_000)
    #expect(try scene.session.verify { _, _ in }.isSound)
    #expect(try scene.imported(table) == ImportReport(present: 5_000))
    #expect(
      try scene.entries().map { String(decoding: $0.uids[0], as: UTF8.self) }
        == (0..<5_000).map { "A\(10_000_000 + $0)" })
  }
}

extension ImportReport {
  /// A report without problems and similar people.
  init(added: Int = 0, present: Int = 0) {
    self.init()
    self.added = added
    self.present = present
  }
}
