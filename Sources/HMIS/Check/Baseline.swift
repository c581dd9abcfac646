import Tabular

/// Findings that are known and accepted: by rule, file and PersonalID, whatever the row, which is
/// another in each export.
package struct Baseline: Sendable {
  private struct Key: Hashable {
    let rule: String
    let file: String
    let personalID: String

    /// Files compare by the last part of their name without case: a folder and a zip of the same
    /// export give them otherwise.
    init(rule: String, file: String, personalID: String) {
      self.rule = rule.uppercased()
      self.file = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
      self.personalID = personalID
    }
  }

  private var keys: Set<Key> = []

  /// Accepts nothing.
  package init() {}

  /// Reads a table with the columns `rule`, `file` and `personalID`, such as `check --csv` writes;
  /// other columns do not matter.
  ///
  /// - Throws: `table` with what is wrong with the table, `column` with the name of
  ///   one that is missing or there twice, `incomplete` with the row that names no rule or no file.
  package init(_ bytes: [UInt8]) throws(BaselineError) {
    var reader = try Self.reader(bytes)
    var columns: [Int] = []
    for name in ["rule", "file", "personalID"] {
      let found = reader.header.columns(named: FoldedHeader(name))
      guard found.count == 1 else { throw .column(name) }
      columns += found
    }
    while let row = try Self.next(&reader) {
      if row.isBlank { continue }
      let values = columns.map { Self.plain(row[$0]) }
      guard !values[0].isEmpty, !values[1].isEmpty else { throw .incomplete(row: row.number) }
      keys.insert(Key(rule: values[0], file: values[1], personalID: values[2]))
    }
  }

  /// Whether a finding is accepted. One in a row without a PersonalID never is: nothing would tell
  /// it from the next one of its kind.
  package func accepts(_ finding: Finding) -> Bool {
    guard !keys.isEmpty, finding.personalID != nil || finding.row == nil else { return false }
    return keys.contains(
      Key(rule: finding.rule, file: finding.file, personalID: finding.personalID ?? ""))
  }

  private static func reader(
    _ bytes: [UInt8]
  ) throws(BaselineError) -> TableReader<MemorySource> {
    do throws(TableReadError<Never>) {
      return try TableReader(MemorySource(bytes), raggedRows: .refuse)
    } catch {
      throw failure(error)
    }
  }

  private static func next(
    _ reader: inout TableReader<MemorySource>
  ) throws(BaselineError) -> TableRow? {
    do throws(TableReadError<Never>) {
      return try reader.next()
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: TableReadError<Never>) -> BaselineError {
    switch error {
    case .table(let problem): .table(TableDefect(problem))
    }
  }

  /// A value without the blanks around it and the apostrophe that keeps a spreadsheet from running
  /// it.
  private static func plain(_ value: String) -> String {
    let trimmed = value.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    let text = String(trimmed)
    return text.hasPrefix("'") ? String(text.dropFirst()) : text
  }
}

/// Why a baseline cannot be read.
package enum BaselineError: Error, Equatable {
  /// The bytes are no table.
  case table(TableDefect)
  /// A column is missing, or there twice.
  case column(String)
  /// A row names no rule or no file.
  case incomplete(row: Int)
}
