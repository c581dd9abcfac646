import VaultCrypto

/// The judging of a table's rows against the vault and each other, and their storing.
struct TableImport {
  let session: Session
  let options: ImportOptions
  let plan: ColumnPlan
  /// Seconds since 1970, UTC.
  let now: UInt64
  let progress: (ImportStage, Int) -> Void

  var report = ImportReport()
  var rows = ImportRows()
  /// Rows that have a problem.
  private(set) var problemRows = 0
  /// Rows that resemble somebody more than the options allow.
  var similarRows = 0

  /// So many rows are read, judged and stored at a time.
  static let batch = 4_096

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

  mutating func refuse(_ problems: [ImportProblem]) {
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
    case .names(let print):
      for first in rows.rows(withPrint: print).map(other)
      where candidate.entry.isSamePerson(as: first.entry) {
        return ImportProblem(
          row: candidate.row, column: nil, kind: .samePerson(row: first.number))
      }
      return nil
    }
  }

  private var vault: VaultID { session.vaultID }

  func entry(ofRow row: Int) -> DirectoryEntry {
    DirectoryEntry(judging: rows.client(row), in: vault)
  }
}

/// What is wrong with one row.
struct RowProblems: Error {
  let problems: [ImportProblem]
}
