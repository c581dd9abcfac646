import Tabular

/// What an export says of itself: whose it is, and whether names are hashed.
struct ExportHeadings {
  /// The organizations' names, folded.
  private(set) var organizations: Set<String> = []
  /// What was found; none of it is about a client.
  private(set) var findings: [Finding] = []
  private var declared: String?

  /// Reads Organization.csv and Export.csv.
  ///
  /// - Throws: `CheckError` with `source`, `table`, `secondHeader`.
  mutating func read<Failure>(
    _ tables: [CheckTable<Failure>]
  ) throws(CheckError<Failure>) {
    for table in tables {
      switch table.baseName {
      case "organization.csv": try readOrganizations(table)
      case "export.csv": try readExport(table)
      default: break
      }
    }
  }

  private mutating func readOrganizations<Failure>(
    _ table: CheckTable<Failure>
  ) throws(CheckError<Failure>) {
    var hasAnswers = true
    try TableScan(table).rows { row, columns in
      let checked = CheckedRow(row, columns, file: table.name, personalID: nil)
      for column in ["OrganizationName", "OrganizationCommonName"] {
        // HMIS cuts a first name at 50 characters.
        if let name = checked.value(column), !name.isEmpty {
          organizations.insert(String(name.prefix(50)).lowercased())
        }
      }
      guard let value = checked.value(Self.victimColumn) else {
        hasAnswers = false
        return .more
      }
      if let problem = Self.victimServices(value) {
        findings.append(checked.finding(.victimServices, problem))
      }
      return .more
    }
    guard !hasAnswers else { return }
    findings.append(
      Finding(
        rule: Rule.victimServices.code, .warning, file: table.name,
        message: "no column \(Self.victimColumn): ask whether one of them is such a provider"))
  }

  private static let victimColumn = "VictimServiceProvider"

  /// What is not a plain "no" is not passed over: 1 and 0 are all that the standard has.
  private static func victimServices(_ value: String) -> Rule.Problem? {
    switch value {
    case "0": nil
    case "1":
      Rule.Problem(
        column: victimColumn, severity: .error,
        message: "a victim service provider, whose clients may not be in HMIS")
    default:
      Rule.Problem(
        column: victimColumn, severity: .warning,
        message: "neither 0 nor 1: ask whether this is a victim service provider")
    }
  }

  private mutating func readExport<Failure>(
    _ table: CheckTable<Failure>
  ) throws(CheckError<Failure>) {
    try TableScan(table).rows { row, columns in
      declared = CheckedRow(row, columns, file: table.name, personalID: nil).value("HashStatus")
      return .enough
    }
  }

  /// Compares what is declared with the shape of the names, of which the first hundred are enough.
  ///
  /// - Returns: Whether names are hashed.
  /// - Throws: `CheckError` with `source`, `table`, `secondHeader`.
  mutating func tellHashed<Failure>(
    _ table: CheckTable<Failure>
  ) throws(CheckError<Failure>) -> Bool {
    var (names, hashes) = (0, 0)
    try TableScan(table).rows { row, columns in
      guard let place = columns.place(anyOf: VendorColumns.firstNames), !row.isEmpty(place) else {
        return names < 100 ? .more : .enough
      }
      names += 1
      if Self.isHash(Trimmed.text(row[place])) { hashes += 1 }
      return names < 100 ? .more : .enough
    }
    let isHashed = names > 0 && hashes * 2 > names
    note(isHashed, file: table.name)
    return isHashed
  }

  private mutating func note(_ isHashed: Bool, file: String) {
    let saysSo = ["2", "3", "4"].contains(declared ?? "1")
    let add = { (findings: inout [Finding], severity: Severity, message: String) in
      findings.append(Finding(rule: Rule.hashed.code, severity, file: file, message: message))
    }
    if isHashed {
      add(
        &findings, .warning,
        "names are hashed: who is meant to be anonymous, names and SSNs could not be checked")
    }
    if isHashed != saysSo {
      add(
        &findings, .warning,
        isHashed
          ? "names are hashed, but Export.csv says that they are not"
          : "Export.csv says that names are hashed, and they are not")
    }
  }

  /// Whether a text is hexadecimal, as long as MD5, SHA-1 or SHA-256 in digits.
  private static func isHash(_ text: String) -> Bool {
    [32, 40, 64].contains(text.utf8.count)
      && text.utf8.allSatisfy { ASCII.isDigit($0) || (0x61...0x66).contains(ASCII.small($0)) }
  }
}
