import Testing

@testable import HMIS

@Suite struct StandardTablesTests {
  @Test(arguments: StandardYear.allCases)
  func `each year has 24 tables, and the clients' columns that differ`(year: StandardYear) throws {
    let tables = StandardTables.of(year)
    let client = try #require(tables.columns(of: "client.csv"))
    #expect(client.count == (year == .fy2024 ? 46 : 38))
    #expect(client.contains { $0.name == "Sex" } == (year == .fy2026))
    #expect(client.contains { $0.name == "NonBinary" } == (year == .fy2024))
    let names = [
      "affiliation", "assessment", "assessmentquestions", "assessmentresults", "ceparticipation",
      "client", "currentlivingsituation", "disabilities", "employmenteducation", "enrollment",
      "event", "exit", "export", "funder", "healthanddv", "hmisparticipation", "incomebenefits",
      "inventory", "organization", "project", "projectcoc", "services", "user",
      "youtheducationstatus",
    ]
    for name in names { #expect(tables.columns(of: name + ".csv") != nil, "\(name)") }
  }

  @Test func `a column has its type, its list and whether it may be empty`() throws {
    let columns = try #require(StandardTables.of(.fy2026).columns(of: "client.csv"))
    let column = { (name: String) in try #require(columns.first { $0.name == name }) }
    #expect(try column("FirstName").kind == .text(longest: 50))
    #expect(try column("FirstName").mayBeEmpty)
    #expect(try !column("PersonalID").mayBeEmpty)
    #expect(try column("NameDataQuality").codes == ["1", "2", "8", "9", "99"])
    #expect(try column("DOB").kind == .date)
  }

  @Test func `the columns of each condition are the standard's`() {
    for condition in StandardCondition.all {
      for name in [condition.column, condition.other] {
        let known = StandardYear.allCases.contains { year in
          StandardTables.of(year).columns(of: condition.file)?.contains { $0.name == name } == true
        }
        #expect(known, "\(condition.file) \(name)")
      }
      #expect(!condition.answers.isEmpty)
    }
  }
}
