/// The names of a table's columns.
package struct TableHeader: Equatable, Sendable {
  /// The names in the table's order, without the blanks around them; a column
  /// without a name has an empty one.
  package let names: [String]
  /// The names as they are compared, in the same order.
  package let folded: [FoldedHeader]

  /// Creates a header from names as they stand in the file.
  package init(_ names: [String]) {
    self.names = names.map(Self.trimmed)
    folded = self.names.map(FoldedHeader.init)
  }

  /// How many columns there are.
  package var count: Int {
    names.count
  }

  /// The columns, counting from 0, whose name folds to the same as an earlier
  /// one's; columns without a name are not compared.
  package var duplicates: [Int] {
    var seen: Set<FoldedHeader> = []
    return folded.indices.filter { !folded[$0].text.isEmpty && !seen.insert(folded[$0]).inserted }
  }

  /// The columns, counting from 0, that carry a name which folds to the same.
  package func columns(named name: FoldedHeader) -> [Int] {
    folded.indices.filter { folded[$0] == name }
  }

  private static func trimmed(_ name: String) -> String {
    let scalars = name.unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    guard
      let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
