import Testing

@testable import HMIS

/// Whole exports: clean ones, and what is planted in them.
@Suite struct ExportCheckTests {
  @Test(arguments: StandardYear.allCases)
  func `in a clean export of 10,000 clients nothing is found`(year: StandardYear) throws {
    let report = try SampleExport(year, clients: 10_000, step: 20).report()
    #expect(report.findings.isEmpty)
    #expect(report.standard == (year == .fy2026 ? .fy2026 : .fy2024))
    #expect(report.clients == 10_000)
    #expect(report.anonymous == 500)
    #expect(report.meanings.first?.count == 500)
  }

  @Test(arguments: StandardYear.allCases)
  func `nothing is found in tables as they are in the field`(year: StandardYear) throws {
    let styles: [(inout SampleExport.Style) -> Void] = [
      { $0.isShuffled = true }, { $0.isUppercase = true }, { $0.hasMark = true },
      { $0.hasBlanks = true }, { $0.isSemicolon = true }, { $0.extra = "Vendor Column" },
      { $0.missing = ["NameSuffix", "DateDeleted", "ExportID", "UserID"] },
      { $0.missingTables = ["Export.csv", "Exit.csv", "Organization.csv", "Enrollment.csv"] },
    ]
    for change in styles {
      var export = SampleExport(year)
      change(&export.style)
      #expect(try export.found() == [])
      #expect(try export.report().anonymous == 3)
    }
  }

  @Test func `a name with the zero SSN alone is a doubt, and no error`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 5, ["SSN": "000000000", "SSNDataQuality": "99"])
    export.set("Enrollment.csv", client: 6, ["HouseholdID": "H5", "RelationshipToHoH": "2"])
    let report = try export.report()
    #expect(report.meanings.last?.count == 1)
    #expect(!report.findings.isEmpty)
    #expect(report.findings.allSatisfy { $0.severity == .warning && $0.personalID == "C5" })
  }

  @Test func `a UID on two records is found on both`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 8, ["FirstName": SampleExport.uid(4).lowercased()])
    #expect(
      try export.found() == ["A9 Client.csv 5 FirstName C4", "A9 Client.csv 9 FirstName C8"])
  }

  @Test func `two UIDs with one PersonalID are found on both`() throws {
    var export = SampleExport(.fy2026)
    export.tables["Client.csv"]?[8]["PersonalID"] = "C4"
    let found = try export.found().filter { $0.hasPrefix("A19 ") }
    #expect(found == ["A19 Client.csv 5 PersonalID C4", "A19 Client.csv 9 PersonalID C4"])
  }

  @Test(arguments: [
    "Guadalupe", "Maria Reyes", "Zo\u{EB}1", String(repeating: "a1", count: 33), "900-12-3456",
    "900_12_3456", "555-010-0142", "1976-03-13", "03-13-1976",
  ])
  func `what is no identifier is not shown as PersonalID`(text: String) throws {
    var export = SampleExport(.fy2026)
    export.tables["Client.csv"]?[8].merge(["PersonalID": text, "MiddleName": "K"]) { $1 }
    let findings = try export.report().findings.filter {
      $0.file == "Client.csv" && $0.rule != "S1"
    }
    #expect(findings.map(\.rule) == ["A13", "A3"])
    #expect(findings.map(\.row) == [9, 9])
    #expect(findings.map(\.personalID) == [nil, nil])
  }

  @Test(arguments: ["1", "20250313", "1-12345", "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "A_7"])
  func `an identifier is shown as PersonalID`(text: String) {
    let finding = Finding(rule: "A1", .error, file: "Client.csv", personalID: text, message: "")
    #expect(finding.personalID == text)
  }

  @Test func `a victim service provider is found`() throws {
    var export = SampleExport(.fy2026)
    export.tables["Organization.csv"]?[1]["VictimServiceProvider"] = "1"
    #expect(try export.found() == ["A14 Organization.csv 2 VictimServiceProvider"])
  }

  @Test(arguments: ["", "Yes", "99"])
  func `who may be a victim service provider is asked`(value: String) throws {
    var export = SampleExport(.fy2026)
    export.tables["Organization.csv"]?[1]["VictimServiceProvider"] = value
    #expect(try export.found() == ["A14 Organization.csv 2 VictimServiceProvider"])
    export.style.missing = ["VictimServiceProvider"]
    export.tables["Organization.csv"] = ["O1", "O2"].map {
      ["OrganizationID": $0, "OrganizationName": "Elm"]
    }
    let findings = try export.report().findings
    #expect(findings.map(\.rule) == ["A14"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func `where no column tells the head of household, none is missed`() throws {
    var export = SampleExport(.fy2026)
    export.style.missing = ["RelationshipToHoH"]
    for client in export.tables["Enrollment.csv", default: []].indices {
      export.tables["Enrollment.csv"]?[client]["RelationshipToHoH"] = nil
    }
    #expect(try export.found() == [])
    export.set("Enrollment.csv", client: 5, ["HouseholdID": "H4"])
    export.set("Enrollment.csv", client: 4, ["HouseholdID": "H4"])
    #expect(try export.found() == ["A11 Enrollment.csv 5 HouseholdID C4"])
  }

  @Test func `a named member of the household is found on each anonymous one`() throws {
    var export = SampleExport(.fy2024)
    export.set("Enrollment.csv", client: 5, ["HouseholdID": "H0", "RelationshipToHoH": "2"])
    #expect(
      try export.found() == [
        "A11 Enrollment.csv 1 HouseholdID C0", "A11 Enrollment.csv 5 HouseholdID C4",
      ])
  }

  @Test func `an organization's name may be said`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 8, ["FirstName": "Old Mill"])
    var check = ExportCheck()
    check.organizations = ["Old Mill"]
    #expect(try export.found(check) == ["A7 Client.csv 9 FirstName C8"])
    #expect(try export.found() == ["A1 Client.csv 9 FirstName C8"])
  }

  @Test func `hashed names are told, as far as they can be`() throws {
    var export = SampleExport(.fy2026)
    export.tables["Export.csv"]?[0]["HashStatus"] = "4"
    #expect(try export.found() == ["A18 Client.csv"])
    for client in 0..<12 {
      let hash = String(repeating: "0123456789abcdef", count: 4)
      export.set(client: client, ["FirstName": hash, "LastName": hash])
    }
    #expect(try export.found() == ["A18 Client.csv"])
    export.tables["Export.csv"]?[0]["HashStatus"] = "1"
    #expect(try export.found() == ["A18 Client.csv", "A18 Client.csv"])
  }

  @Test func `a baseline accepts nothing in a row without a PersonalID`() throws {
    var export = SampleExport(.fy2026)
    export.tables["Organization.csv"]?[1]["VictimServiceProvider"] = "1"
    export.tables["Export.csv"]?[0]["HashStatus"] = "4"
    var check = ExportCheck()
    check.baseline = try Baseline(
      Array("rule,file,personalID\nA14,Organization.csv,\nA18,Client.csv,\n".utf8))
    let report = try export.report(check)
    #expect(report.findings.map(\.rule) == ["A14"])
    #expect(report.accepted == 1)
  }

  @Test func `what a baseline accepts stays quiet and is counted`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 8, ["MiddleName": "K", "NameSuffix": "Jr", "SSN": "900123456"])
    var check = ExportCheck()
    check.baseline = try Baseline(Array("rule,file,personalID\nA3,Client.csv,C8\n".utf8))
    let report = try export.report(check)
    #expect(report.findings.map(\.rule) == ["A5"])
    #expect(report.accepted == 2)
  }

  @Test func `no finding holds a value of the export but the PersonalID`() throws {
    var export = SampleExport(.fy2026, clients: 2_000, step: 20)
    for (index, plant) in Plant.all.enumerated() where plant.years.contains(.fy2026) {
      export.set(plant.table, client: index * 20, plant.values)
    }
    // What the profile asks for may be said.
    let values = Set(Plant.all.flatMap { $0.values.values }.filter { $0.count > 4 })
      .subtracting(["Anonymous"])
    for finding in try export.report().findings {
      #expect(!values.contains { finding.message.contains($0) }, "\(finding.message)")
    }
  }
}
