import Tabular

/// The households that have an anonymous member.
struct Households {
  private var numbers = IdentifierIndex()
  /// By their numbers.
  private var households: [Household] = []

  private struct Household {
    /// The anonymous members' enrollments: PersonalID and row.
    var anonymous: [(id: String, row: Int)] = []
    var named = 0
    /// Nil where no column tells who the head is.
    var heads: Int?
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
      guard places.isAnonymous(row, clients), !places.isDeleted(row),
        let column = places.household, let number = number(row, column)
      else { return .more }
      households[number].anonymous.append((places.value(row, places.personalID), row.number))
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
      guard let column = places.household,
        let number = row.withTrimmed(column, { numbers.number($0) }), !places.isDeleted(row)
      else { return .more }
      if let relationship = places.relationship {
        let isHead = places.value(row, relationship) == "1"
        households[number].heads = (households[number].heads ?? 0) + (isHead ? 1 : 0)
      }
      if !places.isAnonymous(row, clients) { households[number].named += 1 }
      return .more
    }
  }

  /// The number of a row's household, a new one where it is met for the first time; nil if the row
  /// names none.
  private mutating func number(_ row: TableRow, _ column: Int) -> Int? {
    row.withTrimmed(column) { household in
      guard !household.isEmpty else { return nil }
      if numbers.insert(household) { households.append(Household()) }
      return numbers.number(household)
    }
  }

  private func findings(file: String) -> [Finding] {
    households.flatMap { household in
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
    if let heads = household.heads, heads != 1 {
      messages.append("the household has \(heads) heads, and not one")
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

    func isAnonymous(_ row: TableRow, _ clients: AnonymousClients) -> Bool {
      personalID.map { clients.contains(row, personalID: $0) } ?? false
    }

    func isDeleted(_ row: TableRow) -> Bool {
      deleted.map { row.withTrimmed($0) { !$0.isEmpty } } ?? false
    }
  }
}
