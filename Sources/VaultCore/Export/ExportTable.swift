import Tabular

/// Clients as a table for a spreadsheet (CSV, RFC 4180), with columns that `import` knows.
///
/// It has what stands now: no history, no release, no status, no hold. A client who was destroyed
/// has nothing that it could show, and no row. No field is taken for a formula: an apostrophe stands
/// before one that begins like it.
package enum ExportTable {
  private static let writer = TableWriter(formulas: .guarded)
  private static let fields = ClientField.allCases

  package static var header: [UInt8] { writer.row(fields.map(\.rawValue)) }

  /// One line with its end; nothing for a client who was destroyed.
  package static func line(_ client: Client) -> [UInt8] {
    guard client.status != .destroyed else { return [] }
    return writer.row(fields.map { value(of: $0, client) })
  }

  private static func value(of field: ClientField, _ client: Client) -> String {
    let details = client.details
    let text: String? =
      switch field {
      case .given: details.given
      case .middle: details.middle
      case .surname: details.surname
      case .suffix: details.suffix
      case .preferred: details.preferred
      case .aliases: details.aliases.map(\.text).joined(separator: "; ")
      case .birthDate: details.birthDate?.text
      case .ssn: details.ssn
      case .phones: details.phones.joined(separator: "; ")
      case .address: details.address
      case .note: details.note
      case .reason: details.reason?.text
      case .firstServed: details.firstServed?.text
      case .household: details.household
      case .uid: client.uid?.text
      case .personalID: client.personalID?.text
      }
    return text ?? ""
  }
}
