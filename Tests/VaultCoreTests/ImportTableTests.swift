import HMIS
import Testing

@testable import VaultCore

/// Tables that are damaged, and columns that are named otherwise.
struct ImportTableTests {
  private static let long = String(repeating: "x", count: 60)

  @Test(arguments: [
    ("", TableProblem.empty),
    ("\n\n", .noHeader),
    ("Marisol,Núñez,1979-08-21\nDeclan,O'Neil,1968-03-05\n", .noUsableHeader),
    ("DOB,HMIS ID\n1979-08-21,7C41D09E2\n", .noUsableHeader),
    (
      "First Name,Shoe size,\(long)\nAna,39,\n",
      .unknownColumns([
        TableColumn(number: 2, header: "Shoe size"),
        TableColumn(number: 3, header: String(repeating: "x", count: 40)),
      ])
    ),
    (
      "First Name,DOB,Birthdate\nAna,,\n",
      .columnTwice(
        TableColumn(number: 2, header: "DOB"), TableColumn(number: 3, header: "Birthdate"))
    ),
    (
      "Name,Surname\nAna Ruiz,Ruiz\n",
      .wholeNameBesidePart(
        TableColumn(number: 1, header: "Name"), TableColumn(number: 2, header: "Surname"))
    ),
    ("First Name\n\"Ana\n", .unclosedQuote(row: 1)),
    ("First Name,Note\nAna,\"x\"y\n", .strayQuote(row: 1, column: 2)),
    ("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}", .spreadsheet),
    ("First Na\u{0}me\nAna\n", .nul(row: 0)),
    ("First Name\nAna\nMari\u{0}a\n", .nul(row: 2)),
  ])
  func `a table that is none is refused as a whole`(table: String, problem: TableProblem) throws {
    let scene = try ImportScene()
    #expect(throws: VaultError.table(problem)) { try scene.imported(table) }
    #expect(try scene.state.links == 1)
  }

  @Test func `two encodings in one table are refused`() throws {
    let scene = try ImportScene()
    var bytes = Array("First Name\nJosé\n".utf8)
    bytes += [UInt8(ascii: "P"), 0xE9] + Array("rez\n".utf8)
    #expect(throws: VaultError.table(.mixedEncodings(row: 2))) { try scene.imported(bytes: bytes) }
  }

  @Test func `Windows-1252, semicolons and a byte order mark are read`() throws {
    let scene = try ImportScene()
    let latin =
      Array("Vorname ignored;Last Name;DOB\nx;N".utf8) + [0xFA, 0xF1] + Array("ez;1979\n".utf8)
    #expect(
      try scene.imported(bytes: latin) { $0.mappings = ["Vorname ignored=ignore"] }.added == 1)
    #expect(try scene.imported("\u{FEFF}Given\tSurname\nTane\tWhaanga\n").added == 1)
    let names = try scene.entries().map { String(decoding: $0.names[0].text, as: UTF8.self) }
    #expect(names == ["nunez", "tane"])
  }

  @Test func `a field of 200 MB ends the reading at its limit`() throws {
    let scene = try ImportScene()
    var (read, chunks) = (0, 0)
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    let table = TableBytes { () throws(Never) in
      defer { chunks += 1 }
      if chunks == 0 { return Array("First Name,Note\nAna,".utf8) }
      guard chunks < 3_200 else { return nil }
      read += filler.count
      return filler
    }
    #expect(throws: VaultError.table(.fieldTooLong(row: 1, column: 2, limit: 131_072))) {
      try scene.imported(table)
    }
    #expect(read < 1 << 19)
  }

  @Test func `a thousand empty rows are no rows`() throws {
    let scene = try ImportScene()
    let blank = String(repeating: "\n", count: 500) + String(repeating: ",\n", count: 500)
    let report = try scene.imported("First Name,DOB\n" + blank + "Ana,1990-02-30\n")
    #expect(report.refused == 1)
    #expect(report.problems.map(\.row) == [1_001])
    #expect(try scene.imported("First Name,DOB\n" + blank) == ImportReport())
  }

  @Test func `a formula is kept as the text that it is`() throws {
    let scene = try ImportScene()
    #expect(try scene.imported("First Name,Last Name\n=1+1,@SUM(A1)\n").added == 1)
    let id = try scene.firstID()
    let client = try scene.session.show(.id(id), reason: nil, now: ImportScene.now)
    #expect(client.details.given == "=1+1")
    #expect(client.details.surname == "@SUM(A1)")
  }

  @Test func `each kind of damaged UID is told by its kind`() throws {
    let scene = try ImportScene()
    let zero = try UniqueIdentifier(stored: Array("012345678".utf8))
    let letter = try UniqueIdentifier(stored: Array("0A1234567".utf8))
    let plain = try UniqueIdentifier(stored: Array("999688397".utf8))
    let cases: [(String, UIDProblem)] = [
      ("1.23E+08", .scientificNotation), ("OA1234567", .letterForDigit(suggestion: letter)),
      ("12345678", .lostLeadingZero(suggestion: zero)), ("A123456", .tooShort(found: 7)),
      ("A123456789", .tooLong(found: 10)), ("Guadalupe", .isAName), ("Anonymous", .isAName),
      ("999-68-8397", .looksLikeSSN), ("999 688 397", .separators(suggestion: plain)),
      ("999688397.0", .decimalPoint(suggestion: plain)),
    ]
    var table = "First Name,HMIS ID\n"
    for (index, (text, _)) in cases.enumerated() { table += "Person\(index),\(text)\n" }
    let report = try scene.imported(table + "Ana,A1234567F Anonymous\n")
    #expect(report.problems.map(\.kind) == cases.map { .field(.uid($0.1)) })
    #expect(report.problems.allSatisfy { $0.column?.number == 2 })
  }

  @Test func `problems beyond a thousand are counted`() throws {
    let scene = try ImportScene()
    let report = try scene.imported(
      "First Name,DOB\n" + String(repeating: "Ana,13/32/1990\n", count: 1_500))
    #expect(report.problems.count == 1_000)
    #expect(report.problemsBeyond == 500)
    #expect(report.refused == 1_500)
  }

  @Test func `mappings say what unusual columns are`() throws {
    let scene = try ImportScene()
    let table =
      "Klient,Geb.=,Tel A,Mobile\n\"van der Berg, Pieter J\",1955-03-04,5415550101,5415550102; 5415550103\n"
    let report = try scene.imported(table) {
      $0.mappings = ["klient=name", "Geb.= = birthDate", "#3=phones"]
    }
    #expect(report.added == 1)
    let id = try scene.firstID()
    let details = try scene.session.show(.id(id), reason: nil, now: ImportScene.now).details
    #expect(details.surname == "van der Berg")
    #expect(details.given == "Pieter")
    #expect(details.middle == "J")
    #expect(details.birthDate?.text == "1955-03-04")
    #expect(details.phones == ["5415550101", "5415550102", "5415550103"])
  }

  @Test(arguments: [
    (["Shoe size"], TableProblem.mappingForm(1)), (["Hat=ignore"], .mappingColumn(1)),
    (["Shoe size=ignore", "DOB=birthday"], .mappingField(2)),
    (["Shoe size=ignore", "shoe_size=note"], .mappingTwice(2)), (["#9=ignore"], .mappingColumn(1)),
  ])
  func `a mapping that cannot be followed is named by its place`(
    mappings: [String], problem: TableProblem
  ) throws {
    let scene = try ImportScene()
    #expect(throws: VaultError.table(problem)) {
      try scene.imported("First Name,DOB,Shoe size\nAna,1990,39\n") { $0.mappings = mappings }
    }
  }

  @Test func `a column without a name may be empty, but holds nothing`() throws {
    let scene = try ImportScene()
    #expect(try scene.imported("First Name,\nAna, \n").added == 1)
    let report = try scene.imported("First Name,\nTane,x\n")
    #expect(report.problems.map(\.kind) == [.namelessColumn])
    #expect(report.problems.map(\.column) == [TableColumn(number: 2, header: "")])
  }

  @Test func `line ends within a cell become blanks, but stay in a note`() throws {
    let scene = try ImportScene()
    try scene.imported("First Name,Address,Note\nAna,\"1 Elm\r\nFernhollow\",\"one\r\ntwo\"\n")
    let id = try scene.firstID()
    let details = try scene.session.show(.id(id), reason: nil, now: ImportScene.now).details
    #expect(details.address == "1 Elm Fernhollow")
    #expect(details.note == "one\ntwo")
  }
}

struct ImportNameTests {
  @Test(
    arguments: [
      ("Maria Lopez", "Maria", nil, "Lopez", nil), ("Lopez, Maria", "Maria", nil, "Lopez", nil),
      ("Maria Elena Lopez", "Maria", "Elena", "Lopez", nil),
      ("Pieter van der Berg", "Pieter", nil, "van der Berg", nil),
      ("Ana de la Cruz", "Ana", nil, "de la Cruz", nil), ("Cher", "Cher", nil, nil, nil),
      ("Samuel J. Whitcomb Jr.", "Samuel", "J.", "Whitcomb", "Jr."),
      ("Whitcomb, Samuel J., Jr.", "Samuel", "J.", "Whitcomb", "Jr."),
      ("Whitcomb Jr, Samuel", "Samuel", nil, "Whitcomb", "Jr"),
      ("King, Jr., Martin Luther", "Martin", "Luther", "King", "Jr."), ("", nil, nil, nil, nil),
    ] as [(String, String?, String?, String?, String?)])
  func `a whole name is taken apart`(
    text: String, given: String?, middle: String?, surname: String?, suffix: String?
  ) throws {
    let name = try #require(WholeName(text))
    #expect(name.given == given)
    #expect(name.middle == middle)
    #expect(name.surname == surname)
    #expect(name.suffix == suffix)
  }

  @Test func `a name of too many parts is taken apart by nobody`() {
    #expect(WholeName("Lopez, Maria, Elena") == nil)
  }
}
