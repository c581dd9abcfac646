/// A column of a standard's table.
struct StandardColumn: Hashable, Sendable {
  /// What a column holds.
  enum Kind: Hashable, Sendable {
    /// Text of so many characters at most; 0 where the standard names no length.
    case text(longest: Int)
    case integer
    case date
    case time
    /// An amount of dollars, perhaps with cents.
    case money
    /// The same, and not less than nothing.
    case income
  }

  /// Its name, as the standard writes it.
  let name: String
  /// What it holds.
  let kind: Kind
  /// The codes of its list; empty if it has none that is checked.
  let codes: Set<String>
  /// What its values look like beyond their type; nil if the standard's notes do not say.
  let form: ColumnForm?
  /// Whether a row may leave it empty.
  let mayBeEmpty: Bool

  /// Reads a column as `ColumnsFY2026` writes it.
  init(_ text: Substring, lists: [Substring: Set<String>]) {
    let parts = text.split(separator: ":", maxSplits: 1)
    precondition(parts.count == 2, "a column of the standard without a type")
    let rest = parts[1].split(separator: "/")
    let type = (rest[0].last == "!" ? rest[0].dropLast() : rest[0])
    name = String(parts[0])
    form = ColumnForm(ofColumn: name)
    mayBeEmpty = parts[1].last != "!"
    codes = rest.count == 2 ? lists[rest[1].last == "!" ? rest[1].dropLast() : rest[1]] ?? [] : []
    kind =
      switch type.first {
      case "I": .integer
      case "D": .date
      case "T": .time
      case "M": type.last == "+" ? .income : .money
      default: .text(longest: Int(type.dropFirst()) ?? 0)
      }
  }
}

/// The tables of one year's standard.
struct StandardTables: Sendable {
  private let columns: [String: [StandardColumn]]

  /// The tables of a year.
  static func of(_ year: StandardYear) -> StandardTables {
    switch year {
    case .fy2024: fy2024
    case .fy2026: fy2026
    }
  }

  private static let fy2024 = StandardTables(ColumnsFY2024.tables, ColumnsFY2024.lists)
  private static let fy2026 = StandardTables(ColumnsFY2026.tables, ColumnsFY2026.lists)

  private init(_ tables: String, _ lists: String) {
    var codes: [Substring: Set<String>] = [:]
    for line in lists.split(separator: "\n") {
      let words = line.split(separator: " ")
      codes[words[0]] = Set(words.dropFirst().flatMap(Self.codes))
    }
    var columns: [String: [StandardColumn]] = [:]
    for line in tables.split(separator: "\n") {
      let words = line.split(separator: " ")
      columns[words[0].lowercased()] = words.dropFirst().map { StandardColumn($0, lists: codes) }
    }
    self.columns = columns
  }

  /// A code, or all from one to another.
  private static func codes(_ text: Substring) -> [String] {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 ? (ends[0]...ends[1]).map(String.init) : [String(text)]
  }

  /// The columns of a table by its file's name in lower case; nil if the standard has no such
  /// table.
  func columns(of file: String) -> [StandardColumn]? { columns[file] }
}
