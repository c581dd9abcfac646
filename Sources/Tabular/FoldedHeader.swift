/// A column's name as it is compared: `First Name`, `first_name` and
/// `FirstName` are one.
///
/// Case, blanks, underscores, hyphens, dots and byte order marks do not count.
package struct FoldedHeader: Hashable, Sendable {
  /// The name in lower case without what does not count.
  package let text: String

  /// Folds a name.
  package init(_ name: String) {
    var kept = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars where !Self.isIgnored(scalar) {
      kept.append(scalar)
    }
    text = String(kept)
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // No-break hyphen and the dashes that word processors put for one, too.
    case "_", "-", ".", "\u{2010}"..."\u{2014}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
  }
}
