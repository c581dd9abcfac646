import HMIS
import Testing

struct CardTextTests {
  /// The widest names that the field takes.
  private static let names = [
    "A", String(repeating: "W", count: 50), String(repeating: "家", count: 50),
    "The Ecumenical Shelter of Saint Christopher & Co.",
  ]

  private func columns(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  @Test(arguments: StandardYear.allCases, names)
  func `every section fits a screen of 24 lines and 80 columns`(
    standard: StandardYear, name: String
  ) throws {
    for year in [1976, nil] {
      let card = try Sample.card(
        standard, birthYear: year, organization: name, uid: String(repeating: "9", count: 9),
        firstServed: year.map { _ in (2026, 1, 31) })
      for section in Sample.sections(card) {
        let lines = CardText.lines(section, width: 80)
        #expect(lines.count <= 20, "\(section.name)")
        #expect(lines.allSatisfy { columns($0) <= 80 }, "\(section.name)")
      }
    }
  }

  @Test(arguments: [0, 20, 32, 40, 59, 60, 61, 72, 100, 200], names)
  func `no line is wider than the screen`(width: Int, name: String) throws {
    let card = try Sample.card(.fy2024, birthYear: 1976, organization: name, uid: "B23171bc0")
    for line in Sample.sections(card).flatMap({ CardText.lines($0, width: width) }) {
      #expect(columns(line) <= max(width, CardText.narrowest), "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }

  @Test func `a narrow screen puts values behind their fields`() throws {
    let card = try Sample.card(.fy2024, birthYear: 1976)
    let lines = CardText.lines(card.beforeFirstSave[1], width: 40)
    #expect(
      lines.prefix(8) == [
        "New profile: SSN, names, birth date", "",
        " 1. Social Security Number: 000000000",
        "      Pop-up (invalid SSN): click OK.",
        "      You mean the zeros. Cancel here",
        "      only takes you back to change",
        "      them.",
        "      Pop-up (SSN already in use, or",
      ])
  }

  @Test func `a name as wide as its column is cut, not run over the edge`() throws {
    let wide = String(repeating: "家", count: 50)
    let card = try Sample.card(.fy2024, birthYear: nil, organization: wide)
    let lines = CardText.lines(card.beforeFirstSave[1], width: 80)
    let pieces = lines.filter { $0.contains("家") }
    #expect(pieces.count == 2)
    #expect(pieces.joined().filter { $0 == "家" }.count == 50)
  }
}
