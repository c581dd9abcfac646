import Tabular

/// The households that have an anonymous member.
struct Households {
  private var households: [String: Household] = [:]

  private struct Household {
    /// The anonymous members' enrollments: PersonalID and row.
    var anonymous: [(id: String, row: Int)] = []
    var named = 0
    var heads = 0
  }

  /// Reads the enrollments twice: who is in a household with an anonymous client is known only
  /// when all anonymous clients' households are.
  ///
  /// - Throws: `CheckError` with `source`, `table`, `secondHeader`.
  static func findings<Failure>(
    _ table: CheckTable<Failure>, _ clients: AnonymousClients, progress: CheckProgress
  ) throws(CheckError<Failure>) -> [Finding] {
    var all = Households()
    try all.collect(table, clients, progress)
    guard !all.households.isEmpty else { return [] }
    try all.count(table, clients, progress)
    return all.findings(file: table.name)
  }

  private mutating func collect<Failure>(
    _ table: CheckTable<Failure>, _ clients: AnonymousClients, _ progress: CheckProgress
  ) throws(CheckError<Failure>) {
    var found: Places?
    try TableScan(table, progress).rows { row, columns in
      let places = found ?? Places(columns)
      found = places
      let id = places.value(row, places.personalID)
      guard clients.contains(personalID: id), !places.isDeleted(row) else { return .more }
      let household = places.value(row, places.household)
      guard !household.isEmpty else { return .more }
      households[household, default: Household()].anonymous.append((id, row.number))
      return .more
    }
  }

  private mutating func count<Failure>(
    _ table: CheckTable<Failure>, _ clients: AnonymousClients, _ progress: CheckProgress
  ) throws(CheckError<Failure>) {
    var found: Places?
    try TableScan(table, progress).rows { row, columns in
      let places = found ?? Places(columns)
      found = places
      guard let index = households.index(forKey: places.value(row, places.household)),
        !places.isDeleted(row)
      else { return .more }
      if places.value(row, places.relationship) == "1" { households.values[index].heads += 1 }
      if !clients.contains(personalID: places.value(row, places.personalID)) {
        households.values[index].named += 1
      }
      return .more
    }
  }

  private func findings(file: String) -> [Finding] {
    households.values.flatMap { household in
      household.anonymous.flatMap { member in
        Self.messages(household).map { message in
          Finding(
            rule: Rule.household.code, .error, file: file, row: member.row, column: "HouseholdID",
            personalID: member.id, message: message)
        }
      }
    }
  }

  private static func messages(_ household: Household) -> [String] {
    var messages: [String] = []
    if household.named > 0 {
      messages.append(
        "\(household.named) \(household.named == 1 ? "member" : "members") of the household "
          + "\(household.named == 1 ? "is" : "are") recorded by name")
    }
    if household.heads != 1 {
      messages.append("the household has \(household.heads) heads, and not one")
    }
    return messages
  }

  /// Where the columns of enrollments are.
  private struct Places {
    let personalID: Int?
    let household: Int?
    let relationship: Int?
    let deleted: Int?

    init(_ columns: TableColumns) {
      personalID = columns.place("PersonalID")
      household = columns.place("HouseholdID")
      relationship = columns.place("RelationshipToHoH")
      deleted = columns.place("DateDeleted")
    }

    func value(_ row: TableRow, _ place: Int?) -> String {
      place.map { Trimmed.text(row[$0]) } ?? ""
    }

    func isDeleted(_ row: TableRow) -> Bool { deleted.map { !row.isEmpty($0) } ?? false }
  }
}
