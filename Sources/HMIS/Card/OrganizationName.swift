/// The name of the agency, which stands in for the first name of a client
/// until the first save.
package struct OrganizationName: Hashable, Sendable {
  /// What a name in HMIS holds, in characters. Source: HUD HMIS CSV, Client.
  package static let limit = 50
  /// Source: HUD HMIS CSV FY2026, rules for names.
  private static let brackets = Set("<>[]{}".unicodeScalars)

  /// The name without blanks at its ends.
  package let text: String

  /// Takes a name that the standard's name fields can hold.
  ///
  /// - Throws: `organizationEmpty`; `organizationTooLong`;
  ///   `organizationInvisible` for control and formatting characters and for
  ///   blanks other than a space; `organizationBracket` from FY2026 on.
  package init(_ text: String, standard: StandardYear) throws(HMISError) {
    let inner = text.unicodeScalars.drop { $0 == " " }
    let scalars = Array(inner.prefix(inner.count - inner.reversed().prefix { $0 == " " }.count))
    guard !scalars.isEmpty else { throw .organizationEmpty }
    guard scalars.count <= Self.limit else {
      throw .organizationTooLong(found: scalars.count, limit: Self.limit)
    }
    for (place, scalar) in scalars.enumerated() {
      guard Self.isVisible(scalar) else { throw .organizationInvisible(position: place + 1) }
      guard standard == .fy2024 || !Self.brackets.contains(scalar) else {
        throw .organizationBracket(position: place + 1)
      }
    }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars)
    self.text = String(name)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
