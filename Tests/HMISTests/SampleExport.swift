import Foundation

@testable import HMIS

/// An invented export of one year, right in all but what a test asks for.
struct SampleExport {
  typealias Row = [String: String]

  /// How the tables are written; what is seen in the field.
  struct Style {
    var isShuffled = false
    var isUppercase = false
    var hasMark = false
    var hasBlanks = false
    var isSemicolon = false
    /// Columns that are left out of all tables.
    var missing: Set<String> = []
    /// A column of the vendor's own in all tables.
    var extra: String?
    /// Tables that are left out.
    var missingTables: Set<String> = []
  }

  let year: StandardYear
  var tables: [String: [Row]] = [:]
  var style = Style()

  /// Clients of whom every `step`th, from the first, is anonymous; the first two anonymous ones
  /// are one household.
  init(_ year: StandardYear, clients: Int = 12, step: Int = 4) {
    self.year = year
    tables["Export.csv"] = [["ExportID": "E1", "HashStatus": "1"]]
    tables["Organization.csv"] = [
      Self.organization("O1", "Harbor House"), Self.organization("O2", "Elm Street Program"),
    ]
    tables["Project.csv"] = (1...3).map {
      ["ProjectID": "P\($0)", "OrganizationID": "O\($0 % 2 + 1)"]
    }
    for number in 0..<clients { add(number, isAnonymous: number % step == 0, step) }
  }

  private static func organization(_ id: String, _ name: String) -> Row {
    ["OrganizationID": id, "OrganizationName": name, "VictimServiceProvider": "0"]
  }

  private mutating func add(_ number: Int, isAnonymous: Bool, _ step: Int) {
    let id = "C\(number)"
    let household = number == step ? "H0" : "H\(number)"
    tables["Client.csv", default: []].append(
      isAnonymous ? anonymous(id, number) : named(id, number))
    tables["Enrollment.csv", default: []].append([
      "EnrollmentID": "N\(number)", "PersonalID": id, "HouseholdID": household,
      "ProjectID": "P\(number % 3 + 1)", "RelationshipToHoH": number == step ? "3" : "1",
      "EntryDate": "2025-03-01", "LivingSituation": "116", "EnrollmentCoC": "XX-500",
    ])
    tables["Exit.csv", default: []].append([
      "ExitID": "X\(number)", "EnrollmentID": "N\(number)", "PersonalID": id,
      "ExitDate": "2025-06-01", "Destination": "17", "OtherDestination": isAnonymous ? "" : "moved",
    ])
    tables["CurrentLivingSituation.csv", default: []].append([
      "CurrentLivingSitID": "S\(number)", "EnrollmentID": "N\(number)", "PersonalID": id,
      "LocationDetails": isAnonymous ? "shelter" : "call Ana at 555-010-0199",
    ])
    tables["Services.csv", default: []].append([
      "ServicesID": "V\(number)", "EnrollmentID": "N\(number)", "PersonalID": id,
      "RecordType": "200", "TypeProvided": "200",
    ])
  }

  /// The UID of an anonymous client.
  static func uid(_ number: Int) -> String {
    let digits = String(0xB0_0000_0000 + number * 7_919, radix: 16, uppercase: true)
    return String(digits.suffix(9))
  }

  private func anonymous(_ id: String, _ number: Int) -> Row {
    [
      "PersonalID": id, "FirstName": Self.uid(number), "LastName": "Anonymous",
      "NameDataQuality": "9", "SSN": "000000000", "SSNDataQuality": "9",
      "DOB": "\(1950 + number % 50)-01-01", "DOBDataQuality": "2", "VeteranStatus": "99",
    ]
  }

  private func named(_ id: String, _ number: Int) -> Row {
    let names = ["Samira", "Guadalupe", "Andy", "Anouk", "Monty"]
    let surnames = ["Amon", "Nyman", "Symonds", "O'Neil", "Anona"]
    return [
      "PersonalID": id, "FirstName": names[number % 5], "LastName": surnames[number / 5 % 5],
      "MiddleName": "K", "NameSuffix": "Jr", "NameDataQuality": "1",
      "SSN": "90012\(1000 + number % 9000)",
      "SSNDataQuality": "1", "DOB": "\(1950 + number % 50)-05-17", "DOBDataQuality": "1",
      "AdditionalRaceEthnicity": "some words", "VeteranStatus": "0",
    ]
  }

  // MARK: Writing

  /// The tables as a check takes them.
  func checkTables() -> [CheckTable<Never>] {
    tables.filter { !style.missingTables.contains($0.key) }.map { name, rows in
      let bytes = bytes(name, rows)
      return CheckTable(name: name, byteCount: bytes.count) {
        var rest: [UInt8]? = bytes
        return {
          defer { rest = nil }
          return rest
        }
      }
    }
  }

  func bytes(_ name: String, _ rows: [Row]) -> [UInt8] {
    let standard = StandardTables.of(year).columns(of: name.lowercased()) ?? []
    var columns = standard.map(\.name).filter { !style.missing.contains($0) }
    columns += Set(rows.flatMap(\.keys)).subtracting(standard.map(\.name)).sorted()
    if let extra = style.extra { columns.append(extra) }
    if style.isShuffled { columns.reverse() }
    let defaults = Dictionary(uniqueKeysWithValues: standard.map { ($0.name, Self.filling($0)) })
    let separator = style.isSemicolon ? ";" : ","
    let lines =
      [columns.map { style.isUppercase ? $0.uppercased() : $0 }]
      + rows.map { row in
        columns.map { column in
          let value = row[column] ?? defaults[column] ?? ""
          let text = style.hasBlanks && !value.isEmpty ? " \(value)  " : value
          return text.contains(separator) ? "\"\(text)\"" : text
        }
      }
    let text = lines.map { $0.joined(separator: separator) + "\r\n" }.joined()
    return (style.hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  /// A value for a column that may not be empty.
  private static func filling(_ column: StandardColumn) -> String {
    if column.mayBeEmpty { return "" }
    if !column.codes.isEmpty {
      return column.codes.contains("99") ? "99" : column.codes.sorted()[0]
    }
    return switch column.kind {
    case .integer, .money, .income: "0"
    case .date: "2025-01-01"
    case .time: "2025-01-01 08:00:00"
    case .text: "1"
    }
  }

  // MARK: Checking

  func report(_ check: ExportCheck = ExportCheck()) throws(CheckError<Never>) -> CheckReport {
    try check.run(checkTables(), progress: CheckProgress { _ in })
  }

  /// What is found, as `A2 Client.csv 5 LastName C4`.
  func found(_ check: ExportCheck = ExportCheck()) throws(CheckError<Never>) -> [String] {
    try report(check).findings.map { finding in
      let parts = [
        finding.rule, finding.file, finding.row.map(String.init), finding.column,
        finding.personalID,
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  /// Sets values in the row of a client.
  mutating func set(_ table: String = "Client.csv", client: Int, _ values: Row) {
    for index in tables[table, default: []].indices
    where tables[table]?[index]["PersonalID"] == "C\(client)" {
      tables[table]?[index].merge(values) { $1 }
    }
  }
}
