import Testing

@testable import HMIS

/// Rows that `prepare` writes, fed back into the check.
@Suite struct PreparedTablesTests {
  private typealias Sample = PreparedSample

  /// The value of a column in a row of a table.
  private func value(
    _ column: String, _ file: String, _ tables: PreparedTables, row: Int = 0
  ) throws -> String {
    let table = try #require(tables.tables.first { $0.file == file })
    let place = try #require(table.columns.firstIndex(of: column))
    return table.rows[row][place]
  }

  @Test(arguments: StandardYear.allCases)
  func `prepared rows pass the check`(year: StandardYear) throws {
    let terms = try Sample.terms(year)
    let left: Sample.Values = [
      "exitDate": .text("2026-02-01"), "destination": .whole(435),
      "destinationSubsidyType": .whole(428),
    ]
    let tables = try Sample.tables(
      [
        Sample.values(
          "B23171bc0",
          left.merging(["household": .whole(1)]) { $1 }.merging(
            ["relationshipToHoH": .whole(1)]) { $1 }),
        Sample.values(
          "999688397",
          ["household": .whole(1), "relationshipToHoH": .whole(2), "birthYear": .text("unknown")]),
        Sample.values("0F9A6B2D7"),
      ], terms)
    let report = try Sample.found(tables, terms)
    #expect(report.findings.isEmpty)
    #expect(report.standard == year)
    #expect(report.anonymous == 3)
    #expect(tables.tables.map(\.rows.count) == [3, 3, 1])
    #expect(tables.waiting == 0)
  }

  @Test(arguments: StandardYear.allCases)
  func `the check would see any value that is wrong`(year: StandardYear) throws {
    // Each column that has a list is given a code that no list has.
    var looked = 0
    let terms = try Sample.terms(year)
    let tables = try Sample.tables([Sample.values()], terms)
    for table in tables.tables {
      let known = try #require(StandardTables.of(year).columns(of: table.file.lowercased()))
      for column in known where !column.codes.isEmpty {
        guard let place = table.columns.firstIndex(of: column.name) else { continue }
        looked += 1
        var rows = table.rows
        rows[0][place] = "77"
        let others = tables.tables.filter { $0.file != table.file }
        var check = ExportCheck()
        check.standard = year
        let report = try check.run(
          others.map { Sample.table($0.file, $0.bytes) }
            + [Sample.table(table.file, table.columns, rows)], progress: CheckProgress { _ in })
        #expect(report.findings.contains { $0.column == column.name }, "\(column.name)")
      }
    }
    #expect(looked > 60)
  }

  @Test(arguments: StandardYear.allCases)
  func `the rows say what the job aid says, and all columns of the year`(
    year: StandardYear
  ) throws {
    let tables = try Sample.tables([Sample.values()], try Sample.terms(year))
    let expected = [
      "FirstName": "B23171bc0", "LastName": "Anonymous", "MiddleName": "", "NameSuffix": "",
      "NameDataQuality": "9", "SSN": "000000000", "SSNDataQuality": "9", "DOB": "1976-01-01",
      "DOBDataQuality": "2", "Asian": "1", "White": "0", "RaceNone": "", "VeteranStatus": "0",
      "DateCreated": "2026-03-02 00:00:00", "DateDeleted": "",
    ]
    for (column, text) in expected {
      #expect(try value(column, "Client.csv", tables) == text, "\(column)")
    }
    #expect(
      try value("PersonalID", "Client.csv", tables) == value("PersonalID", "Enrollment.csv", tables)
    )
    #expect(try value("LivingSituation", "Enrollment.csv", tables) == "116")
    #expect(try value("RelationshipToHoH", "Enrollment.csv", tables) == "1")
    #expect(tables.tables[0].columns.count == (year == .fy2024 ? 46 : 38))
    #expect(tables.tables[1].columns.count == (year == .fy2024 ? 71 : 67))
  }

  @Test(arguments: StandardYear.allCases)
  func `the least that is taken passes the check`(year: StandardYear) throws {
    let terms = try Sample.terms(year)
    let least: Sample.Values = [
      "birthYear": .whole(1976), "uid": .text("B23171bc0"), "projectID": .whole(12),
      "entryDate": .text("2025-11-03"), "enrollmentCoC": .text("XX-500"),
    ]
    for field in least.keys {
      var values = least
      values[field] = nil
      #expect(throws: PreparationError(field == "uid" ? "organization" : field, .missing)) {
        try Sample.tables([values], terms)
      }
    }
    #expect(try Sample.found(try Sample.tables([least], terms), terms).findings.isEmpty)
  }

  @Test func `without a year the date is empty and its quality 9`() throws {
    let values = Sample.values("B23171bc0", ["birthYear": .text("unknown")])
    let tables = try Sample.tables([values], try Sample.terms(.fy2026))
    #expect(try value("DOB", "Client.csv", tables) == "")
    #expect(try value("DOBDataQuality", "Client.csv", tables) == "9")
  }

  @Test(arguments: StandardYear.allCases)
  func `without a UID the organization stands there, which alone is found`(
    year: StandardYear
  ) throws {
    let terms = try Sample.terms(year)
    let tables = try Sample.tables([Sample.values(nil), Sample.values()], terms)
    #expect(tables.waiting == 1)
    #expect(try value("FirstName", "Client.csv", tables) == "Harbor House")
    let report = try Sample.found(tables, terms)
    #expect(report.findings.map { "\($0.rule) \($0.row ?? 0)" } == ["A7 1"])
  }

  @Test(arguments: Profiles.all.filter { $0.firstName != .generated })
  func `rows of every profile pass the check by that profile`(profile: Profile) throws {
    for year in StandardYear.allCases {
      let terms = try Sample.terms(year, profile: profile)
      let tables = try Sample.tables([Sample.values(), Sample.values("0F9A6B2D7")], terms)
      let report = try Sample.found(tables, terms)
      #expect(report.findings.isEmpty)
      #expect(report.anonymous == 2)
    }
  }

  @Test(arguments: StandardYear.allCases)
  func `every answer of every list that is taken passes the check`(year: StandardYear) throws {
    let terms = try Sample.terms(year)
    var taken = 0
    for field in PreparedField.all {
      for code in (field.column(in: year)?.codes ?? []).compactMap({ Int($0) }) {
        var values = Sample.values("B23171bc0", [field.name: .whole(code)])
        if field.column == "RelationshipToHoH" { values["household"] = .whole(1) }
        if field.column == "RaceNone" { values["asian"] = nil }
        if field.column == "RentalSubsidyType" { values["livingSituation"] = .whole(435) }
        if field.file == "exit.csv" {
          values["exitDate"] = .text("2026-01-01")
          if field.column != "Destination" { values["destination"] = .whole(435) }
        }
        guard let tables = try? Sample.tables([values], terms) else { continue }
        taken += 1
        #expect(try Sample.found(tables, terms).findings.isEmpty, "\(field.name) \(code)")
      }
    }
    #expect(taken > 100)
  }
}
