@testable import HMIS

/// Invented input for `prepare`, right in all but what a test asks for.
enum PreparedSample {
  typealias Values = [String: PreparedValue]

  static func terms(
    _ year: StandardYear, profile: Profile = Profiles.standard
  ) throws -> PreparedClient.Terms {
    PreparedClient.Terms(
      standard: year, today: try CalendarDay(year: 2026, month: 3, day: 2), profile: profile)
  }

  static func values(_ uid: String? = "B23171bc0", _ more: Values = [:]) -> Values {
    var values: Values = [
      "birthYear": .whole(1976), "organization": .text("Harbor House"), "projectID": .whole(12),
      "entryDate": .text("2025-11-03"), "livingSituation": .whole(116), "lengthOfStay": .whole(2),
      "timesHomelessPastThreeYears": .whole(1), "monthsHomelessPastThreeYears": .whole(102),
      "disablingCondition": .whole(9), "veteranStatus": .whole(0), "enrollmentCoC": .text("XX-500"),
      "asian": .whole(1),
    ]
    values["uid"] = uid.map { .text($0) }
    return values.merging(more) { $1 }
  }

  /// The fields in alphabetical order.
  static func fields(_ values: Values) -> [PreparedClient.Field] {
    values.sorted { $0.key < $1.key }.map { PreparedClient.Field(key: $0.key, value: $0.value) }
  }

  /// Tables of clients, made by a generator that always draws the same.
  static func tables(
    _ values: [Values], _ terms: PreparedClient.Terms
  ) throws(PreparationError) -> PreparedTables {
    var clients: [PreparedClient] = []
    for value in values { clients.append(try PreparedClient(fields(value), terms)) }
    var lots = CountedLots()
    return try PreparedTables(clients, terms, using: &lots)
  }

  static func table(
    _ name: String, _ columns: [String], _ rows: [[String]]
  ) -> CheckTable<Never> {
    let bytes = Array(
      ([columns] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
    return table(name, bytes)
  }

  static func table(_ name: String, _ bytes: [UInt8]) -> CheckTable<Never> {
    CheckTable(name: name, byteCount: bytes.count) {
      var rest: [UInt8]? = bytes
      return {
        defer { rest = nil }
        return rest
      }
    }
  }

  /// What check finds in prepared tables, beside an Organization.csv.
  static func found(
    _ tables: PreparedTables, _ terms: PreparedClient.Terms
  ) throws(CheckError<Never>) -> CheckReport {
    var check = ExportCheck()
    check.profile = terms.profile
    check.standard = terms.standard
    let organizations = table(
      "Organization.csv", ["OrganizationID", "OrganizationName", "VictimServiceProvider"],
      [["O1", "Harbor House", "0"]])
    return try check.run(
      tables.tables.map { table($0.file, $0.bytes) } + [organizations],
      progress: CheckProgress { _ in })
  }
}

/// Lots that are counted, so that a test sees the same keys each time.
struct CountedLots: RandomNumberGenerator {
  private var drawn: UInt64 = 0

  mutating func next() -> UInt64 {
    drawn += 1
    return drawn
  }
}
