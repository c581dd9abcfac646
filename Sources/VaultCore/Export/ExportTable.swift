import Tabular

/// Clients as rows of a table with the columns that `import` takes.
///
/// A field that a spreadsheet would take for a formula has an apostrophe before it.
package enum ExportTable {
  private static let writer = TableWriter(formulas: .guarded)

  /// The first line.
  package static var header: [UInt8] { writer.row(ClientField.allCases.map(\.rawValue)) }

  /// A client's row; nil for who has none: a record that was destroyed holds no identity, one that
  /// was merged is somebody who is in another row.
  package static func row(of client: Client) -> [UInt8]? {
    guard client.status != .destroyed, client.status != .merged else { return nil }
    return writer.row(ClientField.allCases.map { text(of: $0, client) ?? "" })
  }

  private static func text(of field: ClientField, _ client: Client) -> String? {
    let details = client.details
    return switch field {
    case .given: details.given
    case .middle: details.middle
    case .surname: details.surname
    case .suffix: details.suffix
    case .preferred: details.preferred
    case .aliases: list(details.aliases.map(\.text))
    case .birthDate: details.birthDate?.text
    case .ssn: details.ssn
    case .phones: list(details.phones)
    case .address: details.address
    case .note: details.note
    case .reason: details.reason?.text
    case .firstServed: details.firstServed?.text
    case .household: details.household
    case .uid: client.uid?.text
    case .personalID: client.personalID?.text
    }
  }

  /// Several values in one cell, as `import` takes them apart.
  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
