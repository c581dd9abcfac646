import Dispatch
import Synchronization

/// The check of an export: which of its clients are meant to be anonymous, and whether they are.
///
/// Tables are read as streams, the enrollments twice; what is kept grows with the number of
/// anonymous clients and of their households, not with the size of the tables.
package struct ExportCheck: Sendable {
  /// How the community records anonymous clients.
  package var profile = Profiles.standard
  /// The year's standard; nil to be told by the columns.
  package var standard: StandardYear?
  /// What UIDs look like.
  package var pattern = UIDPattern.standard
  /// Names that may stand in for the first name; those of Organization.csv count in any case.
  package var organizations: [String] = []
  /// Findings that are accepted.
  package var baseline = Baseline()

  /// Takes the job aid's profile, and asks the columns for the year.
  package init() {}

  /// Checks the tables, which may come in any order, on all cores.
  ///
  /// - Throws: `CheckError`, for the first table that cannot be checked.
  package func run<Failure>(
    _ tables: [CheckTable<Failure>], progress: CheckProgress
  ) throws(CheckError<Failure>) -> CheckReport {
    let columns = try ExportColumns(tables, asked: standard)
    var headings = ExportHeadings()
    try headings.read(tables)
    let owners = tables.filter(columns.isOfClients)
    var isHashed = false
    for table in owners where try headings.tellHashed(table) { isHashed = true }
    let context = RuleContext(
      profile: profile, standard: columns.year, pattern: pattern,
      organizations: headings.organizations.union(organizations.map { $0.lowercased() }),
      isHashed: isHashed)
    var clients = AnonymousClients()
    for table in owners { try clients.read(table, context, progress: progress) }
    // Else it would be said that nothing was found, where nobody was looked at.
    guard clients.clientCount > 0 else { throw .noClients(file: owners.first?.name) }
    let rest = try Self.findings(tables, clients, context, progress)
    // A vendor's table is read as clients and as records, and some rules look at both.
    let all = Set(headings.findings + clients.findings + clients.shared + rest)
    let open = all.filter { !baseline.accepts($0) }
    return CheckReport(
      profile: profile, standard: columns.year, findings: open.sorted(by: Self.isBefore),
      accepted: all.count - open.count, tables: tables.count, clients: clients.clientCount,
      meanings: clients.counts.map { (meaning: $0.0, count: $0.1) })
  }

  /// Reads what is left, the longest tables first so that no core waits long for another.
  private static func findings<Failure>(
    _ tables: [CheckTable<Failure>], _ clients: AnonymousClients, _ context: RuleContext,
    _ progress: CheckProgress
  ) throws(CheckError<Failure>) -> [Finding] {
    let jobs = jobs(tables, clients, context, progress)
    let found = Mutex<[Finding]>([])
    let failures = Mutex<[Int: CheckError<Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      do throws(CheckError<Failure>) {
        let findings = try jobs[index]()
        found.withLock { $0 += findings }
      } catch {
        failures.withLock { $0[index] = error }
      }
    }
    // The first of them, so that the same export fails in the same way.
    if let first = failures.withLock({ $0.min { $0.key < $1.key }?.value }) { throw first }
    return found.withLock { $0 }
  }

  private static func jobs<Failure>(
    _ tables: [CheckTable<Failure>], _ clients: AnonymousClients, _ context: RuleContext,
    _ progress: CheckProgress
  ) -> [@Sendable () throws(CheckError<Failure>) -> [Finding]] {
    tables.sorted { $0.byteCount > $1.byteCount }.flatMap {
      table -> [@Sendable () throws(CheckError<Failure>) -> [Finding]] in
      let rows: @Sendable () throws(CheckError<Failure>) -> [Finding] = {
        () throws(CheckError<Failure>) in
        try RecordRows.findings(table, clients, context, progress: progress)
      }
      let households: @Sendable () throws(CheckError<Failure>) -> [Finding] = {
        () throws(CheckError<Failure>) in
        try Households.findings(table, clients, progress: progress)
      }
      switch table.baseName {
      case "enrollment.csv": return [rows, households]
      case "client.csv": return []
      default: return [rows]
      }
    }
  }

  private static func isBefore(_ one: Finding, _ other: Finding) -> Bool {
    (one.file, one.row ?? 0, one.rule, one.column ?? "", one.message)
      < (other.file, other.row ?? 0, other.rule, other.column ?? "", other.message)
  }
}
