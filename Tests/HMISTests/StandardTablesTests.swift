import Foundation
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
    for name in Self.names { #expect(tables.columns(of: name + ".csv") != nil, "\(name)") }
  }

  private static let names = [
    "affiliation", "assessment", "assessmentquestions", "assessmentresults", "ceparticipation",
    "client", "currentlivingsituation", "disabilities", "employmenteducation", "enrollment",
    "event", "exit", "export", "funder", "healthanddv", "hmisparticipation", "incomebenefits",
    "inventory", "organization", "project", "projectcoc", "services", "user",
    "youtheducationstatus",
  ]

  /// The columns of a year in tables that have clients' rows.
  private static func clientColumns(_ year: StandardYear) -> [StandardColumn] {
    names.compactMap { StandardTables.of(year).columns(of: $0 + ".csv") }
      .filter { columns in columns.contains { $0.name == "PersonalID" } }.joined().map(\.self)
  }

  @Test func `docs/CHECKING.md names the columns whose codes are not checked`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/CHECKING.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## ").first { $0.hasPrefix("What S1 does not check\n") })
    let named = section.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
    var unchecked: Set<String> = ["enrollmentcoc"]
    for year in StandardYear.allCases {
      for column in Self.clientColumns(year) where column.kind == .integer {
        let isChosen = ["TypeProvided", "SubTypeProvided", "DisabilityResponse"].contains(
          column.name)
        if column.codes.isEmpty, !isChosen, column.form == nil {
          unchecked.insert(column.name.lowercased())
        }
      }
    }
    #expect(Set(named.map { $0.element.lowercased() }) == unchecked)
  }

  @Test(arguments: StandardYear.allCases)
  func `a column whose list is named has codes`(year: StandardYear) {
    let text = year == .fy2024 ? ColumnsFY2024.tables : ColumnsFY2026.tables
    let listed = text.split { $0 == " " || $0 == "\n" }.filter { $0.contains("/") }
    #expect(listed.count > 200)
    for word in listed {
      let name = word.prefix { $0 != ":" }
      let columns = Self.names.compactMap { StandardTables.of(year).columns(of: $0 + ".csv") }
        .joined().filter { $0.name == name && !$0.codes.isEmpty }
      #expect(!columns.isEmpty, "\(word)")
    }
  }

  @Test(arguments: [
    (CodeList.nameDataQuality, "NameDataQuality"), (.ssnDataQuality, "SSNDataQuality"),
    (.dobDataQuality, "DOBDataQuality"), (.sex, "Sex"),
    (.sexualOrientation, "SexualOrientation"),
    (.relationshipToHoH, "RelationshipToHoH"),
  ])
  func `the lists of the card are those of the check`(list: CodeList, column: String) throws {
    let columns = StandardYear.allCases.flatMap(Self.clientColumns).filter { $0.name == column }
    #expect(!columns.isEmpty)
    for column in columns { #expect(column.codes == Set(list.answers.map { String($0.code) })) }
  }

  @Test(
    arguments: [
      ("SSN", ["000000000", "xxxxxXXXX"], ["", "000-00-0000", "00000000", "00000000y"]),
      ("EnrollmentCoC", ["XX-500", "wa-500"], ["XX500", "XX-50", "X1-500", "XX-5000"]),
      ("YearSeparated", ["1920", "2025"], ["1919", "68", "02025", "2100", "x"]),
      ("SessionsInPlan", ["1", "40"], ["0", "-1", "many"]),
    ] as [(String, [String], [String])])
  func `a form is the one of the standard's notes`(
    column: String, right: [String], wrong: [String]
  ) throws {
    let form = try #require(ColumnForm(ofColumn: column))
    for value in right { #expect(form.fits(value), "\(value)") }
    for value in wrong { #expect(!form.fits(value), "\(value)") }
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
