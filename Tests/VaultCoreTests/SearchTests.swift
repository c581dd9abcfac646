import Testing

@testable import VaultCore

/// People who are all different in what they can be found by.
private struct SearchScene {
  let scene: ImportScene

  static let people = """
    given,middle,surname,suffix,aliases,birthDate,phones,uid
    Maria,Elena,García-Lopez,,Mari,1976-03-13,(206) 555-0134,B23171BC0
    Ana,,de la Cruz,,Anita Reyes,1990-02,,94E0D7A36
    Chidi,,Okonkwo,,,1983-12-04,,618340275
    Seán,,O'Brien,Jr,,1961,206-555-0199,5D6B20C18
    Thanh,,Nguyễn,,,1986-07-21,,A305C9B81
    Ian,,McDonald,,,1954-11-30,,E6248C3A9
    Catherine,,Øster,,,2001-01-01,,31A7E59D0
    Mario,,Garcia,,,1976-09-30,,0F9A6B2D7

    """

  init() throws {
    scene = try ImportScene()
    try scene.imported(Self.people)
  }

  func find(_ words: String, limit: Int = 20) throws -> SearchAnswer {
    try scene.session.find(
      try Query(words, today: Today(secondsSince1970: ImportScene.now)), limit: limit, reason: nil,
      now: ImportScene.now)
  }

  /// The surnames that an answer names, in its order.
  func surnames(_ words: String) throws -> [String] {
    try find(words).hits.compactMap(\.client.details.surname)
  }
}

@Suite struct SearchTests {
  private let scene: SearchScene

  init() throws {
    scene = try SearchScene()
  }

  @Test func `a name finds the person whatever its order, case, marks and one slip`() throws {
    let table = [
      ("okonkwo", "Okonkwo"), ("OKONKWO chidi", "Okonkwo"), ("chidi okonkwo", "Okonkwo"),
      ("okon", "Okonkwo"), ("okonkow", "Okonkwo"), ("konkwo", "Okonkwo"),
      ("garcia lopez", "García-Lopez"), ("garcialopez", "García-Lopez"),
      ("lopez maria", "García-Lopez"), ("mari garcia lopez", "García-Lopez"),
      ("delacruz", "de la Cruz"), ("de la cruz", "de la Cruz"), ("anita", "de la Cruz"),
      ("reyes ana", "de la Cruz"), ("obrien", "O'Brien"), ("o'brien", "O'Brien"),
      ("O’Brien sean", "O'Brien"), ("nguyen", "Nguyễn"), ("ngyuen thanh", "Nguyễn"),
      ("mc donald", "McDonald"), ("macdonald", "McDonald"), ("oster", "Øster"),
      ("cathrine", "Øster"), ("elena", "García-Lopez"),
    ]
    for (words, surname) in table {
      #expect(try scene.surnames(words).first == surname, "\(words)")
    }
  }

  @Test func `a birth date in any common form, or a part of it, finds the person`() throws {
    let table = [
      ("1976-03-13", "García-Lopez"), ("3/13/1976", "García-Lopez"),
      ("13 mar 1976", "García-Lopez"),
      ("March 13, 1976", "García-Lopez"), ("3/13/76", "García-Lopez"), ("1990-02", "de la Cruz"),
      ("feb 1990", "de la Cruz"), ("1961", "O'Brien"), ("12/4", "Okonkwo"),
      ("1986 thanh", "Nguyễn"),
    ]
    for (words, surname) in table {
      #expect(try scene.surnames(words).contains(surname), "\(words)")
    }
  }

  @Test func `a UID or a phone, whole or in part, finds the person`() throws {
    let table = [
      ("b23171bc0", "García-Lopez"), ("B23171BC0 Anonymous", "García-Lopez"),
      ("171bc", "García-Lopez"), ("618340275", "Okonkwo"), ("8340", "Okonkwo"),
      ("555-0134", "García-Lopez"), ("2065550134", "García-Lopez"), ("0199", "O'Brien"),
    ]
    for (words, surname) in table {
      #expect(try scene.surnames(words).first == surname, "\(words)")
    }
  }

  @Test func `an id finds the person`() throws {
    let client = try #require(try scene.find("okonkwo").hits.first?.client)
    #expect(try scene.surnames(client.id.text) == ["Okonkwo"])
    #expect(try scene.surnames(client.id.shortText) == ["Okonkwo"])
  }

  @Test func `each word must meet something`() throws {
    #expect(try scene.surnames("okonkwo maria").isEmpty)
    #expect(try scene.surnames("zebedee").isEmpty)
  }

  @Test func `one of three words may be wrong where otherwise nobody is found`() throws {
    let answer = try scene.find("maria garcia qqqqq")
    #expect(answer.hits.first?.client.details.surname == "García-Lopez")
    #expect(answer.hits.first?.strength == .similar)
  }

  @Test func `the better evidence comes first and says why`() throws {
    let answer = try scene.find("garcia maria")
    let first = try #require(answer.hits.first)
    #expect(first.client.details.given == "Maria")
    #expect(first.strength == .exact)
    #expect(
      first.why == [
        MatchReason(field: .surname, how: .exact), MatchReason(field: .given, how: .exact),
      ])
    #expect(answer.hits.dropFirst().first?.client.details.given == "Mario")
    #expect(answer.hits.dropFirst().first?.strength == .similar)
    #expect(try scene.find("okonkow").hits.first?.why.map(\.text) == ["surname (similar)"])
    #expect(try scene.find("okon").hits.first?.strength == .strong)
  }

  @Test func `no more are shown than the limit, and the rest is counted`() throws {
    let all = try scene.find("19", limit: 20)
    let some = try scene.find("garcia", limit: 1)
    #expect(some.hits.count == 1)
    #expect(some.more == 1)
    #expect(all.more == 0)
  }

  @Test func `a list is recorded with exactly those whom it shows, and one without hits too`()
    throws
  {
    let before = try scene.scene.state.links
    let answer = try scene.find("garcia", limit: 1)
    let content = try scene.scene.lastContent()
    #expect(content.action == .find)
    #expect(content.clients == answer.hits.map(\.client.id))
    _ = try scene.find("zebedee")
    #expect(try scene.scene.lastContent().clients.isEmpty)
    #expect(try scene.scene.state.links == before + 2)
  }

  @Test func `a search changes nothing but the log`() throws {
    let before = try scene.scene.state
    _ = try scene.find("garcia")
    let after = try scene.scene.state
    #expect(after.head == before.head)
    #expect(after.clients == before.clients)
  }

  @Test(arguments: [
    "", "   ", String(repeating: "a ", count: 17), String(repeating: "x", count: 801),
  ])
  func `words that are none, or too many, are no query`(words: String) throws {
    #expect(throws: Query.Problem.self) {
      try Query(words, today: Today(secondsSince1970: ImportScene.now))
    }
  }

  @Test(arguments: ["a\u{0}b", "a\u{1b}[2J", "a\u{202e}b"])
  func `a control character or a mark of direction is refused`(words: String) throws {
    #expect(throws: Query.Problem.unsafeCharacter) {
      try Query(words, today: Today(secondsSince1970: ImportScene.now))
    }
  }

  @Test func `a reason that is not on the list refuses the search and records nothing`() throws {
    let before = try scene.scene.state.links
    let query = try Query("garcia", today: Today(secondsSince1970: ImportScene.now))
    #expect(
      throws: VaultError.unknownReason(["intake", "service", "roi", "correction", "legal", "other"])
    ) {
      try scene.scene.session.find(query, limit: 5, reason: "curiosity", now: ImportScene.now)
    }
    #expect(try scene.scene.state.links == before)
  }
}
