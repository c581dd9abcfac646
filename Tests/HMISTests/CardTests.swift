import HMIS
import Testing

struct CardTests {
  private func step(_ field: String, _ card: Card) throws -> CardStep {
    try #require(Sample.sections(card).flatMap(\.steps).first { $0.field == field })
  }

  @Test func `without a UID there is only the first half`() throws {
    let card = try Sample.card(.fy2026, birthYear: 1976)
    #expect(card.afterUID.isEmpty)
    #expect(
      card.beforeFirstSave.map(\.name) == [.beforeYouBegin, .identity, .otherFields, .firstSave])
    #expect(!Sample.text(card).contains("rename"))
  }

  @Test func `with a UID every section is there once, in order`() throws {
    let card = try Sample.card(.fy2024, birthYear: 1976, uid: "999688397")
    #expect(Sample.sections(card).map(\.name) == CardSection.Name.allCases)
  }

  @Test func `the fields stand in the order of the screen`() throws {
    let card = try Sample.card(.fy2024, birthYear: 1976, uid: "999688397")
    #expect(
      card.beforeFirstSave.flatMap(\.steps).compactMap(\.field) == [
        "Social Security Number", "Quality of SSN", "Last Name", "First Name", "Quality of Name",
        "Quality of DOB", "Date of Birth", "Middle Name", "Suffix", "Alias", "Gender",
        "Sexual Orientation", "Race and Ethnicity", "Veteran Status",
      ])
  }

  @Test func `FY2026 asks for sex in place of gender and orientation`() throws {
    let card = try Sample.card(.fy2026, birthYear: 1976)
    let fields = card.beforeFirstSave.flatMap(\.steps).compactMap(\.field)
    #expect(fields.contains("Sex"))
    #expect(!fields.contains("Gender") && !fields.contains("Sexual Orientation"))
  }

  @Test func `a known birth year makes 1 January of quality 2`() throws {
    let card = try Sample.card(.fy2026, birthYear: 1976)
    #expect(try step("Date of Birth", card).entry == .type("01/01/1976"))
    let quality = try step("Quality of DOB", card).entry
    guard case .choose(let answers, nil) = quality else {
      Issue.record("not a choice")
      return
    }
    #expect(answers.map(\.code) == [2])
    #expect(answers.map(\.wording) == ["Approximate or partial DOB reported"])
  }

  @Test func `an unknown birth year leaves the date empty, with quality 9`() throws {
    let card = try Sample.card(.fy2026, birthYear: nil, uid: "999688397")
    #expect(try step("Date of Birth", card).entry == .leaveEmpty)
    #expect(
      try step("Quality of DOB", card).entry == .choose([.prefersNotToAnswer], otherwise: nil))
    #expect(!Sample.text(card).contains("01/01"))
  }

  @Test func `the organization stands in for the first name until the UID`() throws {
    let card = try Sample.card(.fy2026, birthYear: nil, uid: "b23171bc0")
    let names = Sample.sections(card).flatMap(\.steps).filter { $0.field == "First Name" }
    #expect(names.map(\.entry) == [.type("Harbor House"), .type("b23171bc0")])
  }

  @Test func `the zeros bring two pop-ups with different buttons`() throws {
    let card = try Sample.card(.fy2024, birthYear: nil)
    #expect(try step("Social Security Number", card).popUps.map(\.click) == ["OK", "Cancel"])
  }

  @Test func `the former wording of a refusal is named once`() throws {
    for standard in StandardYear.allCases {
      let text = Sample.text(try Sample.card(standard, birthYear: 1976, uid: "999688397"))
      #expect(text.split(separator: "Client refused", omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test func `no refusal is offered for the relationship to the head of household`() throws {
    let card = try Sample.card(.fy2024, birthYear: 1976, uid: "999688397")
    guard case .choose(let answers, nil) = try step("Relationship to Head of Household", card).entry
    else {
      Issue.record("not a choice")
      return
    }
    #expect(answers.map(\.code) == [1, 2, 3, 4, 5])
  }
}
