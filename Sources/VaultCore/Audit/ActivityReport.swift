/// How often what was done: without names, ids or UIDs, for those who are owed nothing else.
package struct ActivityReport: Sendable {
  /// By month, oldest first.
  package internal(set) var months: [Month] = []
  /// What is wrong with the log, the first of it; entries that are sound were counted all the same.
  package internal(set) var damage: Damage?

  /// What was done in a month (UTC).
  package struct Month: Sendable {
    /// `2026-09`.
    package let month: String
    package internal(set) var actions: [Action: Int]
  }
}

extension Session {
  /// Counts the log's entries by month and kind; nothing is revealed and nothing recorded.
  ///
  /// - Throws: `.notPermitted` for a caseworker; `.damaged`, `.file`.
  package func activity(
    in period: AuditPeriod, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> ActivityReport {
    var months: [String: [Action: Int]] = [:]
    var report = ActivityReport()
    report.damage = try forEachEntry(progress: progress) { entry in
      guard period.contains(entry.time) else { return }
      months[UTCTime.month(entry.time), default: [:]][entry.action, default: 0] += 1
    }
    report.months = months.sorted { $0.key < $1.key }.map {
      ActivityReport.Month(month: $0.key, actions: $0.value)
    }
    return report
  }
}
