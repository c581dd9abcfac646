import Tabular

/// The columns of all tables, and what they tell of the year.
struct ExportColumns<Failure: Error> {
  /// The year's standard; nil where no column tells it and nobody said it.
  private(set) var year: StandardYear?
  private var headers: [(name: String, baseName: String, header: TableHeader)] = []

  /// Reads the headers of the tables.
  ///
  /// - Throws: `CheckError` with `source`, `table`, `columnTwice`, `columnMissing`, `bothYears`,
  ///   `otherYear`, `columnMisspelt`, `nothingToCheck`.
  init(
    _ tables: [CheckTable<Failure>], asked: StandardYear?
  ) throws(CheckError<Failure>) {
    for table in tables {
      let header = try TableScan(table).header()
      headers.append((table.name, table.baseName, header))
      // First: what has none of the known names is no header, and may be a client's row.
      try checkNeeded(header, table)
      try checkTwice(header, table)
    }
    try tellYear(asked)
    for entry in headers { try checkSpelling(entry.header, entry.baseName, file: entry.name) }
  }

  /// Whether a table is Client.csv, or a vendor's that has names.
  func isOfClients(_ table: CheckTable<Failure>) -> Bool {
    headers.contains { name, baseName, header in
      name == table.name
        && VendorColumns.firstNames.contains { !header.columns(named: FoldedHeader($0)).isEmpty }
    }
  }

  private func checkTwice(
    _ header: TableHeader, _ table: CheckTable<Failure>
  ) throws(CheckError<Failure>) {
    guard let second = header.duplicates.first else { return }
    let name = header.folded[second]
    let standards = StandardYear.allCases.flatMap {
      StandardTables.of($0).columns(of: table.baseName)?.map(\.name) ?? []
    }
    throw .columnTwice(
      file: table.name,
      name: (standards + VendorColumns.keys).first { FoldedHeader($0) == name },
      places: header.columns(named: name).map { $0 + 1 })
  }

  /// A table without a PersonalID, a name or a UID cannot be joined with anybody.
  private func checkNeeded(
    _ header: TableHeader, _ table: CheckTable<Failure>
  ) throws(CheckError<Failure>) {
    let has = { (names: [String]) in
      names.contains { !header.columns(named: FoldedHeader($0)).isEmpty }
    }
    if let known = StandardTables.of(.fy2026).columns(of: table.baseName) {
      for name in ["PersonalID", "FirstName", "LastName", "HouseholdID"] {
        let isNeeded = known.contains { $0.name == name }
        guard isNeeded, !has([name]) else { continue }
        throw .columnMissing(file: table.name, name: name)
      }
    } else if !has(VendorColumns.keys) {
      throw .nothingToCheck(file: table.name)
    }
  }

  /// The year whose columns are there; both years' in one export is a mistake of whoever made it.
  private mutating func tellYear(_ asked: StandardYear?) throws(CheckError<Failure>) {
    year = asked
    for (name, baseName, header) in headers {
      let own = StandardYear.allCases.map { year in
        (
          year,
          Self.columns(onlyIn: year, baseName).filter {
            !header.columns(named: FoldedHeader($0)).isEmpty
          }
        )
      }
      let told = own.filter { !$0.1.isEmpty }
      if told.count > 1 { throw .bothYears(file: name, columns: told.compactMap(\.1.first)) }
      guard let (found, columns) = told.first, let column = columns.first else { continue }
      if let year, year != found { throw .otherYear(file: name, column: column, year: year) }
      year = found
    }
  }

  /// The columns of a table that only one year has, as its standard writes them.
  private static func columns(onlyIn year: StandardYear, _ file: String) -> [String] {
    let others = StandardYear.allCases.filter { $0 != year }.flatMap {
      StandardTables.of($0).columns(of: file) ?? []
    }
    let known = Set(others.map { FoldedHeader($0.name) })
    return (StandardTables.of(year).columns(of: file) ?? []).map(\.name).filter {
      !known.contains(FoldedHeader($0))
    }
  }

  /// A column that nobody knows, one letter from one that is not there.
  private func checkSpelling(
    _ header: TableHeader, _ baseName: String, file: String
  ) throws(CheckError<Failure>) {
    let known = StandardTables.of(year ?? .fy2026).columns(of: baseName) ?? []
    let folded = Set(known.map { FoldedHeader($0.name) })
    let missing = known.filter { header.columns(named: FoldedHeader($0.name)).isEmpty }
    for place in header.folded.indices where !folded.contains(header.folded[place]) {
      let text = header.folded[place].text
      if let near = missing.first(where: { Self.isOneLetter(text, FoldedHeader($0.name).text) }) {
        throw .columnMisspelt(file: file, place: place + 1, known: near.name)
      }
    }
  }

  /// Whether one letter more, less or another makes one text of the other.
  private static func isOneLetter(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
    let (few, many) = (Array(short.utf8), Array(long.utf8))
    guard few.count >= 3, many.count - few.count <= 1 else { return false }
    let front = zip(few, many).prefix { $0 == $1 }.count
    let rest = many.dropFirst(front + 1)
    return few.dropFirst(many.count == few.count ? front + 1 : front).elementsEqual(rest)
  }
}

/// What columns are called in vendors' own tables.
enum VendorColumns {
  static let personalIDs = ["PersonalID", "HUD Unduplicated Personal ID"]
  static let uids = [
    "UID", "Unique Identifier", "Client UID", "Client Unique Identifier", "HMIS ID",
  ]
  static let firstNames = ["FirstName", "First", "Given Name"]
  static let lastNames = ["LastName", "Last", "Surname", "Family Name"]
  static let keys = personalIDs + uids + firstNames
  /// Columns of vendors' tables in which nothing is typed.
  static let areNoText = Set(
    (keys + lastNames + ["MiddleName", "SSN", "DOB", "EnrollmentID", "ProjectID", "HouseholdID"])
      .map { FoldedHeader($0) })
}
