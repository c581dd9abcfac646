/// What is measured of long histories, by the number of entries, not of clients.
enum LogJob: String, CaseIterable {
  /// The check of a log.
  case audit
  /// The check of the chain of lists of members.
  case roster

  /// Entries, or versions, that are measured where nobody says how many.
  var usualLength: Int {
    switch self {
    case .audit: 100_000
    case .roster: 1_000
    }
  }
}
