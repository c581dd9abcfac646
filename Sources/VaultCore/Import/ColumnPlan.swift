import Tabular

/// Where each column of a table goes.
struct ColumnPlan: Sendable {
  let columns: [TableColumn]
  let targets: [ColumnTarget]

  /// More are not named: the hint is understood by then.
  private static let unknownLimit = 20

  /// No columns, for what is no table.
  init() { (columns, targets) = ([], []) }

  /// Recognises the columns, and follows the mappings.
  ///
  /// - Throws: `TableProblem` for a header or a mapping that cannot be followed. Names of columns
  ///   are told only if one of them is known to hold names: the first line is a header then.
  init(_ header: TableHeader, mappings: [String]) throws(TableProblem) {
    let columns = header.names.enumerated().map { index, name in
      TableColumn(number: index + 1, header: name)
    }
    var found = header.folded.map { name in
      name.text.isEmpty ? ColumnTarget.nameless : ColumnTarget(header: name)
    }
    var mapped: Set<Int> = []
    for (index, mapping) in mappings.enumerated() {
      let (places, target) = try Self.read(mapping, number: index + 1, in: header)
      for place in places {
        guard mapped.insert(place).inserted else { throw .mappingTwice(index + 1) }
        found[place] = target
      }
    }
    guard found.contains(where: { $0?.holdsName == true }) else { throw .noUsableHeader }
    let unknown = found.indices.filter { found[$0] == nil }
    guard unknown.isEmpty else {
      throw .unknownColumns(unknown.prefix(Self.unknownLimit).map { columns[$0] })
    }
    self.columns = columns
    targets = found.compactMap { $0 }
    try checkSingles()
  }

  /// Which column holds a field; of several the first.
  func column(of field: ClientField) -> TableColumn? {
    targets.firstIndex(of: .field(field)).map { columns[$0] }
  }

  /// Reads COLUMN=FIELD; the column by its name, or as # and its number.
  private static func read(
    _ mapping: String, number: Int, in header: TableHeader
  ) throws(TableProblem) -> (places: [Int], target: ColumnTarget) {
    // A column's name may hold the sign, a field's does not.
    guard let sign = mapping.lastIndex(of: "=") else { throw .mappingForm(number) }
    let name = String(mapping[..<sign])
    let field = mapping[mapping.index(after: sign)...].filter { !$0.isWhitespace }
    guard let target = ColumnTarget(mapping: field) else { throw .mappingField(number) }
    let folded = FoldedHeader(name)
    var places = folded.text.isEmpty ? [] : header.columns(named: folded)
    if places.isEmpty, name.first == "#", let place = Int(name.dropFirst()),
      (1...header.count).contains(place)
    {
      places = [place - 1]
    }
    guard !places.isEmpty else { throw .mappingColumn(number) }
    return (places, target)
  }

  private func checkSingles() throws(TableProblem) {
    for (index, target) in targets.enumerated() where !target.addsUp {
      if let first = targets[..<index].firstIndex(of: target) {
        throw .columnTwice(columns[first], columns[index])
      }
    }
    guard let whole = targets.firstIndex(of: .wholeName) else { return }
    let parts: [ClientField] = [.given, .middle, .surname, .suffix]
    for part in parts {
      if let index = targets.firstIndex(of: .field(part)) {
        throw .wholeNameBesidePart(columns[whole], columns[index])
      }
    }
  }
}
