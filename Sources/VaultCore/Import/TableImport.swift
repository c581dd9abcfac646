import Matching
import VaultCrypto

/// The judging of a table's rows against the vault and each other, and their storing.
struct TableImport {
  let session: Session
  let options: ImportOptions
  let plan: ColumnPlan
  /// Seconds since 1970, UTC.
  let now: UInt64
  let progress: (ImportStage, Int) -> Void

  private(set) var report = ImportReport()
  private var rows = ImportRows()
  /// Rows that have a problem.
  private var problemRows = 0
  /// Rows that resemble somebody more than the options allow.
  private var similarRows = 0

  /// So many rows are read, judged and stored at a time.
  static let batch = 4_096
  /// More similar people of one row are not listed.
  private static let similarPerRow = 5

  init(
    session: Session, options: ImportOptions, plan: ColumnPlan, now: UInt64,
    progress: @escaping (ImportStage, Int) -> Void
  ) {
    self.session = session
    self.options = options
    self.plan = plan
    self.now = now
    self.progress = progress
  }
}

// MARK: Taking rows in

extension TableImport {
  /// A row that was read, with all by which it is compared.
  struct Candidate: Sendable {
    let row: Int
    let entry: DirectoryEntry
    let record: [UInt8]
  }

  /// Takes in rows that were read, in their order.
  ///
  /// - Throws: `.table` (`tooManyRows`).
  mutating func take(_ outcomes: [Result<Candidate, RowProblems>]) throws(VaultError) {
    var kept: [(number: Int, record: [UInt8])] = []
    kept.reserveCapacity(outcomes.count)
    let start = rows.count
    for outcome in outcomes {
      switch outcome {
      case .failure(let refusal): refuse(refusal.problems)
      case .success(let candidate):
        let key = candidate.entry.key
        if let problem = clash(of: candidate, key, kept, from: start) {
          refuse([problem])
          continue
        }
        rows.note(key, row: start + kept.count)
        kept.append((candidate.row, candidate.record))
      }
    }
    rows.append(kept)
    guard rows.count <= ImportRows.limit else {
      throw .table(.tooManyRows(limit: ImportRows.limit))
    }
  }

  private mutating func refuse(_ problems: [ImportProblem]) {
    problemRows += 1
    for problem in problems { report.add(problem) }
  }

  /// What speaks against a row because of an earlier one of the table.
  private func clash(
    of candidate: Candidate, _ key: PersonKey, _ kept: [(number: Int, record: [UInt8])],
    from start: Int
  ) -> ImportProblem? {
    func other(_ row: UInt32) -> (number: Int, entry: DirectoryEntry) {
      let index = Int(row) - start
      guard index >= 0 else { return (rows.number(Int(row)), entry(ofRow: Int(row))) }
      let record = kept[index].record
      let client = record.withSpan { bytes in
        do { return try ClientCodec.decode(content: bytes) } catch {
          preconditionFailure("what was encoded here decodes")
        }
      }
      return (kept[index].number, DirectoryEntry(judging: client, in: vault))
    }
    switch key {
    case .uid(let uid):
      guard let first = rows.byUID[uid].map(other) else { return nil }
      let isSame = candidate.entry.isSamePerson(as: first.entry)
      return ImportProblem(
        row: candidate.row, column: plan.column(of: .uid),
        kind: isSame ? .samePerson(row: first.number) : .uidTwice(row: first.number))
    case .print(let print):
      for first in rows.rows(withPrint: print).map(other)
      where candidate.entry.isSamePerson(as: first.entry) {
        return ImportProblem(
          row: candidate.row, column: nil, kind: .samePerson(row: first.number))
      }
      return nil
    }
  }

  private var vault: VaultID { session.roster.end.vault }

  private func entry(ofRow row: Int) -> DirectoryEntry {
    DirectoryEntry(judging: rows.client(row), in: vault)
  }
}

/// What is wrong with one row.
struct RowProblems: Error {
  let problems: [ImportProblem]
}

extension DirectoryEntry {
  /// The entry of somebody who is not stored, to be compared with others.
  init(judging client: Client, in vault: VaultID) {
    self.init(of: client, recordHash: .zeros, in: vault, retentionYears: 1)
  }

  /// By what a row is recognised when the same table comes again.
  var key: PersonKey {
    uids.first.map { .uid(String(decoding: $0, as: UTF8.self)) } ?? .print(print)
  }
}

// MARK: Judging

extension TableImport {
  /// Judges all rows and stores what may be stored; appends one link, or none.
  ///
  /// - Throws: `.reasonDemanded`, `.unknownReason`, `.damaged`, `.file`.
  mutating func run(in change: Change, reason: String?) throws(VaultError) -> ImportReport {
    let reason = try Reason(reason, under: change.policy)
    try judge(against: try StoredPeople(try change.directory(), meeting: rows))
    report.problems.sort { $0.row < $1.row }
    let new = rows.fates.indices.filter { rows.fates[$0] == .new }
    report.refused = problemRows + similarRows
    let isRefused = similarRows > 0 || (problemRows > 0 && options.problems == .refuseTable)
    report.added = isRefused ? 0 : new.count
    var shown: Set<ClientID> = []
    let similar = report.similar.compactMap(\.id).filter { shown.insert($0).inserted }
    if report.added > 0, options.effect == .stored {
      let ids = try ImportStoring(rows: rows, new: new, progress: progress).store(in: change)
      try change.append(LogContent(.import, reason: reason, clients: ids + similar), at: now)
    } else if !similar.isEmpty {
      try change.append(LogContent(.similar, reason: reason, clients: similar), at: now)
    }
    return report
  }

  private mutating func judge(against people: StoredPeople) throws(VaultError) {
    recognise(among: people)
    let open = rows.fates.indices.filter { rows.fates[$0] == .new }
    guard !open.isEmpty else { return }
    var crowd = ImportCrowd(people: people, rows: rows, open: open)
    var start = 0
    while start < open.count {
      let range = start..<min(open.count, start + Self.batch)
      for (index, similar) in zip(range, crowd.similar(toOpen: range)) {
        take(similar, row: open[index])
      }
      start = range.upperBound
      progress(.comparing, start)
    }
  }

  /// Finds the rows whose person the vault has, and those whose UID is somebody else's.
  private mutating func recognise(among people: StoredPeople) {
    var strangers: Set<UInt32> = []
    for meeting in people.sharedUIDs where rows.fates[Int(meeting.row)] == .new {
      let one = entry(ofRow: Int(meeting.row))
      if one.isKnown(as: people.entry(meeting.person)) {
        rows.setFate(of: Int(meeting.row), to: .present)
      } else {
        strangers.insert(meeting.row)
      }
    }
    for row in strangers.sorted() where rows.fates[Int(row)] == .new {
      rows.setFate(of: Int(row), to: .refused)
      refuse([
        ImportProblem(
          row: rows.number(Int(row)), column: plan.column(of: .uid), kind: .uidTaken)
      ])
    }
    for meeting in people.sharedPrints where rows.fates[Int(meeting.row)] == .new {
      let one = entry(ofRow: Int(meeting.row))
      if one.isSamePerson(as: people.entry(meeting.person)) {
        rows.setFate(of: Int(meeting.row), to: .present)
      }
    }
    report.present = rows.fates.count { $0 == .present }
  }

  private mutating func take(_ similar: [ImportSimilar], row: Int) {
    guard !similar.isEmpty else { return }
    for person in similar.prefix(Self.similarPerRow) { report.add(person) }
    let isAllowed =
      switch options.duplicates {
      case .ask: false
      case .allowSimilar: !similar.contains(where: \.isCertain)
      case .allowDuplicate: true
      }
    guard !isAllowed else { return }
    similarRows += 1
    rows.setFate(of: row, to: .refused)
  }
}

extension DirectoryEntry {
  /// Whether a row with a UID of this person speaks of this person: as good as the same, or so much
  /// alike that somebody would be asked, the given name included (twins share all else).
  fileprivate func isKnown(as other: DirectoryEntry) -> Bool {
    if isSamePerson(as: other) { return true }
    let evidence = Evidence.between(PersonTraits(self), PersonTraits(other))
    let given: Set<EvidenceReason> = [.sameName, .sameGivenName, .similarName, .exchangedNames]
    return evidence.asks && evidence.reasons.contains { given.contains($0) }
  }
}
