import Tabular

/// The clients of an export that are meant to be anonymous.
struct AnonymousClients: Sendable {
  /// Why each counts as anonymous, by PersonalID; without those of whom it is a doubt.
  private(set) var meanings: [String: Meaning] = [:]
  /// The PersonalIDs once more, to be found by their bytes.
  private var personalIDs = IdentifierIndex()
  /// How many clients there are in all.
  private(set) var clientCount = 0
  /// What the rules found.
  private(set) var findings: [Finding] = []
  /// The records of each UID: PersonalID, table and row.
  private var uses: [UniqueIdentifier: [Use]] = [:]

  private struct Use {
    let personalID: String?
    let file: String
    let row: Int
  }

  /// Whether a PersonalID is an anonymous client's.
  func contains(personalID: String) -> Bool { meanings[personalID] != nil }

  /// Whether the field in a column is an anonymous client's PersonalID: asked of every row, and
  /// so without making a text of it.
  func contains(_ row: TableRow, personalID column: Int) -> Bool {
    row.withTrimmed(column) { personalIDs.number($0) != nil }
  }

  /// Whether a UID is the first name of an anonymous client.
  func contains(_ uid: UniqueIdentifier) -> Bool { uses[uid] != nil }

  /// The PersonalID of the anonymous client whose first name is a UID; nil if there is none, or not
  /// one alone.
  func personalID(of uid: UniqueIdentifier) -> String? {
    let ids = Set(uses[uid]?.map(\.personalID) ?? [])
    return ids.count == 1 ? ids.first ?? nil : nil
  }

  /// The number of anonymous clients, by the reason.
  var counts: [(Meaning, Int)] {
    Meaning.allCases.map { meaning in (meaning, reasons.count { $0 == meaning }) }
  }

  /// Also those of tables that have no PersonalID.
  private var reasons: [Meaning] = []

  /// Reads a table of clients.
  ///
  /// - Throws: `CheckError` with `source`, `table`, `secondHeader`.
  mutating func read<Failure>(
    _ table: CheckTable<Failure>, _ context: RuleContext, progress: CheckProgress
  ) throws(CheckError<Failure>) {
    let teller = MeaningTeller(context)
    let rules = RuleBook.all.compactMap { rule in rule.clientCheck.map { (rule, $0) } }
    var found: (ClientPlaces, StandardCheck)?
    try TableScan(table, progress).rows { row, columns in
      clientCount += 1
      let (places, check) =
        found ?? (ClientPlaces(columns), StandardCheck(context, table.baseName, columns))
      found = (places, check)
      guard let meaning = places.meaning(row, teller) else { return .more }
      let id = places.personalID.map { Trimmed.text(row[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
      let checked = CheckedRow(row, columns, file: table.name, personalID: id)
      reasons.append(meaning)
      let own = rules.flatMap { rule, check in
        check(checked, context).map { checked.finding(rule, $0) }
      }
      let isInDoubt = Self.isInDoubt(meaning, checked, context)
      // A family is not to be anonymous because one of them has no SSN.
      if let id, !isInDoubt {
        meanings[id] = meaning
        personalIDs.insert(id.utf8.span)
      }
      findings += (own + check.findings(checked)).map { isInDoubt ? $0.doubtful : $0 }
      note(checked, context)
      return .more
    }
  }

  /// Whether the record may well be an ordinary client's, whose SSN somebody typed as zeros because
  /// it was not known: the quality of the name does not say that none was given.
  private static func isInDoubt(
    _ meaning: Meaning, _ row: CheckedRow, _ context: RuleContext
  ) -> Bool {
    let qualities = context.profile.nameQualities
    return meaning == .ssn && !qualities.isEmpty
      && !qualities.contains(row.value("NameDataQuality") ?? "")
  }

  private mutating func note(_ row: CheckedRow, _ context: RuleContext) {
    guard context.profile.firstName == .uid, let name = row.value("FirstName"),
      let uid = context.identifier(name)
    else { return }
    uses[uid, default: []].append(
      Use(personalID: row.personalID, file: row.file, row: row.number))
  }

  /// A finding for each record that shares its UID or its PersonalID with another.
  var shared: [Finding] { sharedUIDs + sharedPersonalIDs }

  private var sharedPersonalIDs: [Finding] {
    var records: [String: [(uid: UniqueIdentifier, use: Use)]] = [:]
    for (uid, uses) in uses {
      for use in uses {
        guard let id = use.personalID else { continue }
        records[id, default: []].append((uid, use))
      }
    }
    return records.values.filter { Set($0.map(\.uid)).count > 1 }.flatMap { records in
      records.map { record in
        Finding(
          rule: Rule.personalIDOnce.code, .error, file: record.use.file, row: record.use.row,
          column: "PersonalID", personalID: record.use.personalID,
          message: "the same PersonalID stands for \(records.count) UIDs")
      }
    }
  }

  private var sharedUIDs: [Finding] {
    uses.values.filter { Set($0.map(\.personalID)).count > 1 }.flatMap { uses in
      uses.map { use in
        Finding(
          rule: Rule.uidOnce.code, .error, file: use.file, row: use.row, column: "FirstName",
          personalID: use.personalID,
          message: "the same UID is the first name of \(uses.count) records")
      }
    }
  }
}

/// Where the columns are that tell who is meant to be anonymous.
private struct ClientPlaces {
  let personalID: Int?
  let first: Int?
  let last: Int?
  let ssn: Int?

  init(_ columns: TableColumns) {
    personalID = columns.place(anyOf: VendorColumns.personalIDs)
    first = columns.place(anyOf: VendorColumns.firstNames)
    last = columns.place("LastName")
    ssn = columns.place("SSN")
  }

  func meaning(_ row: TableRow, _ teller: MeaningTeller) -> Meaning? {
    field(row, first) { first in
      field(row, last) { last in
        field(row, ssn) { ssn in teller.meaning(first: first, last: last, ssn: ssn) }
      }
    }
  }

  private func field<Result>(
    _ row: TableRow, _ place: Int?, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let nothing: [UInt8] = []
    guard let place else { return body(nothing.span) }
    return row.withBytes(place, body)
  }
}
