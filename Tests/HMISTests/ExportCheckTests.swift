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

  struct Plant: Sendable, CustomTestStringConvertible {
    let name: String
    let table: String
    let values: [String: String]
    let expected: [String]
    var years = StandardYear.allCases

    var testDescription: String { name }

    init(
      _ name: String, in table: String = "Client.csv", _ values: [String: String],
      _ expected: String..., years: [StandardYear] = StandardYear.allCases
    ) {
      (self.name, self.table, self.values) = (name, table, values)
      (self.expected, self.years) = (expected, years)
    }
  }

  /// What is planted in the record of client 8, in row 9 of each table.
  static let plants = [
    Plant("a name", ["FirstName": "Guadalupe"], "A1 FirstName"),
    Plant("O for 0", ["FirstName": "B23171BCO"], "A1 FirstName"),
    Plant(
      "a name as enrollment", in: "Enrollment.csv", ["EnrollmentID": "Guadalupe Reyes"],
      "A13 EnrollmentID"),
    Plant(
      "an SSN as household", in: "Enrollment.csv", ["HouseholdID": "900-12-3456"],
      "A13 HouseholdID"),
    Plant("the organization", ["FirstName": "harbor house"], "A7 FirstName"),
    Plant("a slip in the last name", ["LastName": "Anonymus"], "A2 LastName"),
    Plant("no last name", ["LastName": ""], "A2 LastName"),
    Plant(
      "swapped", ["FirstName": "Anonymous", "LastName": "B23171BC0"], "A1 FirstName", "A2 LastName"),
    Plant(
      "a name with the zero SSN", ["FirstName": "Ana", "LastName": "Reyes"], "A1 FirstName",
      "A2 LastName"),
    Plant("a middle name", ["MiddleName": "K"], "A3 MiddleName"),
    Plant("a suffix", ["NameSuffix": "Jr"], "A3 NameSuffix"),
    Plant("quality of name", ["NameDataQuality": "2"], "A4 NameDataQuality"),
    Plant("an SSN", ["SSN": "900123456"], "A5 SSN"),
    Plant("hyphens", ["SSN": "000-00-0000"], "A5 SSN", "S1 SSN"),
    Plant("no SSN", ["SSN": ""], "A5 SSN"),
    Plant("quality of SSN", ["SSNDataQuality": "1"], "A5 SSNDataQuality"),
    Plant("a birthday", ["DOB": "1976-03-13"], "A6 DOB"),
    Plant("a birthday in another form", ["DOB": "3/13/1976"], "A6 DOB"),
    Plant("no day", ["DOB": "1976-02-30"], "A6 DOB", "S1 DOB"),
    Plant("9 with a date", ["DOBDataQuality": "9"], "A6 DOBDataQuality"),
    Plant("1 with a date", ["DOBDataQuality": "1"], "A6 DOBDataQuality"),
    Plant("2 without a date", ["DOB": ""], "A6 DOBDataQuality"),
    Plant("9 without a date", ["DOB": "", "DOBDataQuality": "9"]),
    Plant("1 January in another form", ["DOB": "1/1/1976"]),
    Plant("an uncommon gender", ["NonBinary": "1"], "A8 NonBinary", years: [.fy2024]),
    Plant("sex", ["Sex": "0"], years: [.fy2026]),
    Plant("no sex of the list", ["Sex": "3"], "S1 Sex", years: [.fy2026]),
    Plant(
      "words on race", ["AdditionalRaceEthnicity": "rare"], "A10 AdditionalRaceEthnicity"),
    Plant("a code", ["VeteranStatus": "7"], "S1 VeteranStatus"),
    Plant("no code", ["VeteranStatus": ""], "S1 VeteranStatus"),
    Plant(
      "a deleted row", ["DateDeleted": "2025-05-05 10:00:00", "MiddleName": "K"], "A3 MiddleName"),
    Plant(
      "orientation", in: "Enrollment.csv", ["SexualOrientationOther": "x"],
      "A10 SexualOrientationOther", years: [.fy2024]),
    Plant("a second head", in: "Enrollment.csv", ["RelationshipToHoH": "2"], "A11 HouseholdID"),
    Plant(
      "a relationship", in: "Enrollment.csv", ["RelationshipToHoH": "7"], "A11 HouseholdID",
      "S1 RelationshipToHoH"),
    Plant(
      "a named household", in: "Enrollment.csv", ["HouseholdID": "H9", "RelationshipToHoH": "2"],
      "A11 HouseholdID"),
    Plant("a CoC", in: "Enrollment.csv", ["EnrollmentCoC": "Reyes!"], "S1 EnrollmentCoC"),
    Plant("a year", ["YearEnteredService": "1919"], "S1 YearEnteredService"),
    Plant("a year that may be", ["YearEnteredService": "1968"]),
    Plant("a station", in: "Enrollment.csv", ["VAMCStation": "589A8"], "S1 VAMCStation"),
    Plant("a station that is there", in: "Enrollment.csv", ["VAMCStation": "589A7"]),
    Plant(
      "a language", in: "Enrollment.csv", ["PreferredLanguage": "427"], "S1 PreferredLanguage",
      years: [.fy2024]),
    Plant(
      "a language that is there", in: "Enrollment.csv", ["PreferredLanguage": "426"],
      years: [.fy2024]),
    Plant("no session", in: "Exit.csv", ["SessionsInPlan": "0"], "S1 SessionsInPlan"),
    Plant("sessions", in: "Exit.csv", ["SessionsInPlan": "2"]),
    Plant("a subsidy", in: "Enrollment.csv", ["RentalSubsidyType": "428"], "S2 RentalSubsidyType"),
    Plant("a race not collected", ["Asian": "99"]),
    Plant("no race", ["RaceNone": "9"]),
    Plant("a race and none", ["RaceNone": "9", "White": "1"], "S2 RaceNone"),
    Plant(
      "an end as beginning", in: "Enrollment.csv", ["LivingSituation": "24"], "S1 LivingSituation"),
    Plant("a place for youth", in: "Enrollment.csv", ["LivingSituation": "335"]),
    Plant("an end", in: "Exit.csv", ["Destination": "24"]),
    Plant("no end", in: "Exit.csv", ["Destination": "335"], "S1 Destination"),
    Plant(
      "a service of another kind", in: "Services.csv", ["TypeProvided": "7"], "S1 TypeProvided"),
    Plant("a service of the year", in: "Services.csv", ["RecordType": "144", "TypeProvided": "9"]),
    Plant(
      "a part of a service", in: "Services.csv", ["SubTypeProvided": "1"], "S2 SubTypeProvided"),
    Plant(
      "a part of the right service", in: "Services.csv",
      ["RecordType": "144", "TypeProvided": "5", "SubTypeProvided": "11"]),
    Plant(
      "a part that is none", in: "Services.csv",
      ["RecordType": "144", "TypeProvided": "3", "SubTypeProvided": "11"], "S1 SubTypeProvided"),
    Plant(
      "words beside another service", in: "Services.csv", ["OtherTypeProvided": "shoes"],
      "S2 OtherTypeProvided"),
    Plant(
      "a telephone", in: "Exit.csv", ["OtherDestination": "call 555-010-0199"],
      "A13 OtherDestination"),
    Plant(
      "words beside another answer", in: "Exit.csv",
      ["OtherDestination": "friends", "Destination": "410"], "S2 OtherDestination"),
    Plant("harmless words", in: "Exit.csv", ["OtherDestination": "went to friends in 2025"]),
    Plant(
      "e-mail", in: "CurrentLivingSituation.csv", ["LocationDetails": "ana@example.org"],
      "A13 LocationDetails"),
    Plant(
      "an SSN in words", in: "CurrentLivingSituation.csv", ["LocationDetails": "ssn 900-12-3456"],
      "A13 LocationDetails"),
    Plant(
      "a birthday in words", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "Born 3/13/1976"], "A13 LocationDetails"),
    Plant(
      "a birthday with its month", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "born on 13 March 1976"], "A13 LocationDetails"),
    Plant(
      "a month alone", in: "CurrentLivingSituation.csv",
      ["LocationDetails": "moved on 13 March 2025"]),
    Plant(
      "a title", in: "CurrentLivingSituation.csv", ["LocationDetails": "with Mrs. R"],
      "A13 LocationDetails"),
    Plant(
      "a long text", in: "CurrentLivingSituation.csv",
      ["LocationDetails": String(repeating: "far ", count: 70)], "S1 LocationDetails"),
  ]

  @Test(arguments: plants)
  func `what is planted is found, and nothing else`(plant: Plant) throws {
    for year in plant.years {
      var export = SampleExport(year)
      export.set(plant.table, client: 8, plant.values)
      let expected = plant.expected.map { word in
        let parts = word.split(separator: " ")
        return "\(parts[0]) \(plant.table) 9 \(parts[1]) C8"
      }
      #expect(try export.found().sorted() == expected.sorted(), "\(year)")
    }
  }

  @Test(arguments: StandardYear.allCases)
  func `many breaches at once are all found`(year: StandardYear) throws {
    var export = SampleExport(year, clients: 10_000, step: 20)
    var expected: [String] = []
    for (index, plant) in Self.plants.enumerated() where plant.years.contains(year) {
      // Each in a record of its own, without a household.
      let client = 40 + index * 20
      export.set(plant.table, client: client, plant.values)
      expected += plant.expected.map { word in
        let parts = word.split(separator: " ")
        return "\(parts[0]) \(plant.table) \(client + 1) \(parts[1]) C\(client)"
      }
    }
    // Two plants give client numbers one UID; a third stands in the household of client 9.
    let found = try export.found().filter { !$0.hasPrefix("A9 ") && !$0.hasPrefix("A11 ") }
    #expect(found.sorted() == expected.filter { !$0.hasPrefix("A11 ") }.sorted())
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

  @Test func `x for digits left out may be small or capital`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("orange-county"))
    for (client, ssn) in [(0, "xxxxxxxxx"), (4, "XXXXXXXXX"), (8, "000000000")] {
      export.set(client: client, ["LastName": "Refused", "SSN": ssn])
    }
    #expect(try export.found(check) == [])
    export.set(client: 4, ["LastName": "Reyes"])
    #expect(try export.found(check) == ["A2 Client.csv 5 LastName C4"])
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
    export.tables["Organization.csv"] = [["OrganizationID": "O1", "OrganizationName": "Elm"]]
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

  @Test func `a vendor's table of notes is checked by PersonalID or by UID`() throws {
    for key in ["PersonalID", "Unique Identifier"] {
      var export = SampleExport(.fy2026)
      let value = { key == "PersonalID" ? "C\($0)" : SampleExport.uid($0) }
      export.tables["notes.csv"] = [
        [key: value(4), "Note": "asked for shoes"],
        [key: value(8), "Note": "phone 555-010-0142, ana@example.org"],
        [key: key == "PersonalID" ? "C5" : "ABCDEF012", "Note": "phone 555-010-0142"],
      ]
      // A vendor's columns may be called anything, and are told by their place.
      #expect(
        try export.found() == ["A13 notes.csv 2 column 1 C8", "A13 notes.csv 2 column 1 C8"])
    }
  }

  @Test(arguments: [("First", "Last"), ("Given Name", "Surname"), ("first_name", "LAST NAME")])
  func `a vendor's names are checked whatever their columns are called`(
    first: String, last: String
  ) throws {
    var export = SampleExport(.fy2026)
    export.tables["clients.csv"] = [
      ["PersonalID": "C4", first: "Ana", last: "Anonymous"],
      ["PersonalID": "C8", first: SampleExport.uid(8), last: "Reyes"],
    ]
    #expect(
      try export.found().filter { $0.contains("clients.csv") } == [
        "A1 clients.csv 1 FirstName C4", "A2 clients.csv 2 LastName C8",
      ])
  }

  @Test func `names of Green River's import are those of the record's own PersonalID`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("green-river"))
    for client in [0, 4, 8] {
      export.set(
        client: client,
        ["FirstName": "First_C\(client)", "LastName": "last_c\(client)", "SSN": "999000000"])
    }
    #expect(try export.found(check) == [])
    #expect(try export.report(check).meanings.first { $0.meaning == .lastName }?.count == 3)
    export.set(client: 8, ["FirstName": "First_C4", "LastName": "Last_"])
    #expect(
      try export.found(check) == ["A1 Client.csv 9 FirstName C8", "A2 Client.csv 9 LastName C8"])
    export.set(client: 8, ["FirstName": "First_C8", "LastName": "Reyes", "SSN": "900123456"])
    #expect(
      try export.found(check) == ["A2 Client.csv 9 LastName C8", "A5 Client.csv 9 SSN C8"])
  }

  @Test func `what to do is said in the words of the profile`() throws {
    for profile in Profiles.all {
      for rule in RuleBook.all {
        let asking = rule.asking(by: profile)
        #expect(!asking.title.isEmpty && !asking.mending.isEmpty)
        if profile == Profiles.standard { #expect(asking.title == rule.title) }
      }
    }
    let county = try #require(Profiles.named("king-county"))
    #expect(Rule.firstName.asking(by: county).mending.contains("type Consent as first name"))
    #expect(Rule.lastName.asking(by: county).title == "The last name must be Refused")
    let ohio = try #require(Profiles.named("ohio"))
    #expect(Rule.ssn.asking(by: ohio).mending.contains("SSN: empty"))
    let clarity = try #require(Profiles.named("clarity-refused"))
    #expect(Rule.birthDate.asking(by: clarity).title.contains("empty"))
  }

  @Test func `another community's profile has other names`() throws {
    var export = SampleExport(.fy2026)
    var check = ExportCheck()
    check.profile = try #require(Profiles.named("king-county"))
    for client in [0, 4, 8] {
      export.set(client: client, ["FirstName": "Consent", "LastName": "Refused"])
    }
    #expect(try export.found(check) == [])
    export.set(client: 8, ["FirstName": "Ana"])
    #expect(try export.found(check) == ["A1 Client.csv 9 FirstName C8"])
    export.set(client: 8, ["FirstName": "Consent", "LastName": "Reyes", "SSN": "900123456"])
    #expect(
      try export.found(check) == ["A2 Client.csv 9 LastName C8", "A5 Client.csv 9 SSN C8"])
  }

  @Test func `a UID of nine digits in a text is no SSN`() throws {
    var export = SampleExport(.fy2026)
    export.set(client: 8, ["FirstName": "999688397"])
    export.set(
      "CurrentLivingSituation.csv", client: 4, ["LocationDetails": "with client 999688397"])
    #expect(try export.found() == [])
    export.set("CurrentLivingSituation.csv", client: 4, ["LocationDetails": "with 900123456"])
    #expect(try export.found() == ["A13 CurrentLivingSituation.csv 5 LocationDetails C4"])
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
    for (index, plant) in Self.plants.enumerated() where plant.years.contains(.fy2026) {
      export.set(plant.table, client: index * 20, plant.values)
    }
    let values = Set(Self.plants.flatMap { $0.values.values }.filter { $0.count > 4 })
    for finding in try export.report().findings {
      #expect(!values.contains { finding.message.contains($0) }, "\(finding.message)")
    }
  }
}
