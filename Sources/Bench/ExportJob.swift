/// What is measured on an export, not on a vault.
enum ExportJob: String, CaseIterable {
  /// The check of a whole export.
  case check

  /// Clients in the export, where nobody says how many.
  static let usualClients = 100_000
}
