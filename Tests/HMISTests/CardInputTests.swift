import HMIS
import Testing

struct CardInputTests {
  @Test(
    arguments: [
      ("1976", 1976), ("1900", 1900), ("2026", 2026), ("unknown", nil), ("UNKNOWN", nil),
    ] as [(String, UInt16?)])
  func `a birth year is four digits or unknown`(text: String, year: UInt16?) throws {
    #expect(try BirthYear(text, today: Sample.today()).year == year)
  }

  @Test(
    arguments: [
      ("76", .birthYearTwoDigits), ("", .birthYearForm), ("7", .birthYearForm),
      ("197", .birthYearForm), ("19760", .birthYearForm), ("1976-03-13", .birthYearForm),
      ("Guadalupe", .birthYearForm), ("unknown ", .birthYearForm), ("+197", .birthYearForm),
      ("unknownunknown", .birthYearForm), ("１９７６", .birthYearForm),
      ("1899", .birthYearTooEarly(earliest: 1900)), ("0000", .birthYearTooEarly(earliest: 1900)),
      ("2027", .birthYearInFuture(latest: 2026)), ("9999", .birthYearInFuture(latest: 2026)),
    ] as [(String, HMISError)])
  func `any other birth year is refused`(text: String, error: HMISError) throws {
    let today = try Sample.today()
    #expect(throws: error) { try BirthYear(text, today: today) }
  }

  @Test func `an organization's name loses the blanks around it`() throws {
    #expect(try OrganizationName("  Casa Ñ & Co.  ", standard: .fy2026).text == "Casa Ñ & Co.")
  }

  @Test(
    arguments: [
      ("", .organizationEmpty), ("   ", .organizationEmpty),
      (String(repeating: "x", count: 51), .organizationTooLong(found: 51, limit: 50)),
      ("Harbor\nHouse", .organizationInvisible(position: 7)),
      ("\u{1B}[2JHarbor", .organizationInvisible(position: 1)),
      ("Harbor\u{202E}House", .organizationInvisible(position: 7)),
      ("Harbor\u{A0}House", .organizationInvisible(position: 7)),
      ("Harbor\u{2028}House", .organizationInvisible(position: 7)),
      ("Harbor\u{0}", .organizationInvisible(position: 7)),
      ("Harbor [House]", .organizationBracket(position: 8)),
      ("<b>", .organizationBracket(position: 1)), ("a{", .organizationBracket(position: 2)),
    ] as [(String, HMISError)])
  func `a name that HMIS cannot hold is refused`(text: String, error: HMISError) {
    #expect(throws: error) { try OrganizationName(text, standard: .fy2026) }
  }

  @Test func `brackets were allowed until FY2024`() throws {
    #expect(try OrganizationName("Harbor [House]", standard: .fy2024).text == "Harbor [House]")
  }

  @Test func `fifty characters are enough, however many bytes they take`() throws {
    let name = String(repeating: "家", count: 50)
    #expect(try OrganizationName(name, standard: .fy2026).text == name)
  }
}
