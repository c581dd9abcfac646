/// Whether the values of a row are what the standard allows; what it finds is an error of the
/// export or of the record, but names nobody.
struct StandardCheck {
  private let columns: [(column: StandardColumn, place: Int)]
  private let conditions: [(column: StandardColumn, condition: ColumnCondition)]
  private let hasRequirements: Bool
  private let year: StandardYear

  /// Takes the columns of a table by its file's name; a table that is none of the standard's is
  /// not looked at.
  init(_ context: RuleContext, _ file: String, _ found: TableColumns) {
    year = context.standard ?? .fy2026
    let all = StandardTables.of(year).columns(of: file) ?? []
    // A hash is longer than what it stands for.
    let known = all.filter { !context.isHashed || !Self.hashed.contains($0.name) }
    columns = known.compactMap { column in found.place(column.name).map { (column, $0) } }
    conditions = ColumnConditions.of(file).compactMap { entry in
      known.first { $0.name.lowercased() == entry.column.lowercased() }
        .map { ($0, entry.condition) }
    }
    // In other tables, whether a column may be empty depends on answers and on the program.
    hasRequirements = ["client.csv", "enrollment.csv", "exit.csv"].contains(file)
  }

  private static let hashed = ["FirstName", "MiddleName", "LastName", "SSN"]

  /// What is wrong with a row.
  func findings(_ row: CheckedRow) -> [Finding] {
    columns.compactMap { column, place in
      guard let message = problem(row.value(at: place), column, row) else { return nil }
      return row.finding(
        .standard, Rule.Problem(column: column.name, severity: .warning, message: message))
    } + conditions.compactMap { unmet($0.column, $0.condition, row) }
  }

  /// Words where none may be are a leak; a code is merely wrong.
  private func unmet(
    _ column: StandardColumn, _ condition: ColumnCondition, _ row: CheckedRow
  ) -> Finding? {
    guard let value = row.value(column.name), !value.isEmpty, condition.holds(row.value) == false
    else { return nil }
    let isCode = if case .text = column.kind { false } else { value.utf8.allSatisfy(ASCII.isDigit) }
    return row.finding(
      .conditions,
      Rule.Problem(
        column: column.name, severity: isCode ? .warning : .error,
        message: "the field must be empty beside the other answers of this row"))
  }

  private func problem(
    _ value: String, _ column: StandardColumn, _ row: CheckedRow
  ) -> String? {
    if value.isEmpty {
      return column.mayBeEmpty || !hasRequirements ? nil : "the standard requires a value here"
    }
    if let codes = ChosenCodes.of(column.name, year, row.value) {
      return codes.contains(value) ? nil : "the code is not in the list that the row chooses"
    }
    if !column.codes.isEmpty {
      return column.codes.contains(value) ? nil : "the code is not in the standard's list"
    }
    if let form = column.form, !form.fits(value) { return "not \(form.words)" }
    switch column.kind {
    case .text(let longest):
      // 0: the standard names no length.
      return longest == 0 || value.count <= longest
        ? nil : "the text is longer than the standard's \(longest) characters"
    case .integer: return Int(value) == nil ? "not a whole number" : nil
    case .money: return Double(value) == nil ? "not an amount" : nil
    case .income: return Double(value).map { $0 >= 0 } == true ? nil : "not an amount of 0 or more"
    case .date, .time: return CheckedDay(value) == nil ? "not a day that the calendar has" : nil
    }
  }
}
