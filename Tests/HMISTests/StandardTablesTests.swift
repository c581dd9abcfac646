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

  @Test(arguments: [
    "client", "enrollment", "exit", "incomebenefits", "healthanddv", "employmenteducation",
    "disabilities", "services", "currentlivingsituation", "event", "youtheducationstatus",
  ])
  func `the columns of each condition are the standard's`(file: String) {
    let conditions = ColumnConditions.of(file + ".csv")
    #expect(!conditions.isEmpty)
    let known = StandardYear.allCases.flatMap {
      StandardTables.of($0).columns(of: file + ".csv") ?? []
    }
    let names = Set(known.map { $0.name.lowercased() })
    for (column, condition) in conditions {
      #expect(names.contains(column.lowercased()), "\(column)")
      for term in condition.alternatives.joined() {
        #expect(names.contains(term.column.lowercased()), "\(term.column)")
        #expect(term.codes?.isEmpty != true)
      }
    }
  }

  @Test func `a condition holds, does not, or cannot be told`() throws {
    let condition = try #require(ColumnCondition("A=1|2&B=3 or C?"))
    let holds = { (row: [String: String]) in condition.holds { row[$0] } }
    #expect(holds(["A": "2", "B": "3", "C": ""]) == true)
    #expect(holds(["A": "", "B": "", "C": "x"]) == true)
    #expect(holds(["A": "2", "B": "4", "C": ""]) == false)
    #expect(holds(["A": "4", "C": ""]) == false)
    #expect(holds(["A": "2", "C": ""]) == nil)
    #expect(holds(["A": "2", "B": "4"]) == nil)
    #expect(ColumnCondition("A=1=2") == nil)
    #expect(ColumnCondition("or A=1") == nil)
  }
}
