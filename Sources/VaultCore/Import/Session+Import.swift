import Tabular

extension Session {
  /// Registers the people of a table in one transaction, as far as nothing speaks against it.
  ///
  /// All rows are judged before anything is stored. That similar people were shown is recorded, also
  /// in a dry run.
  ///
  /// - Parameters:
  ///   - table: The table's bytes: CSV, its fields set apart by comma, semicolon or tab.
  ///   - options: Mappings of columns, and what to do about problems and similar people.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  ///   - progress: Is told how many rows have passed a stage.
  /// - Returns: What became of every row.
  /// - Throws: `.source` with the failure of whoever reads the bytes; `.vault` with `.table`,
  ///   `.reasonDemanded`, `.unknownReason`, `.notPermitted` (`allowDuplicate` by others than
  ///   supervisors), `.damaged`, `.file`.
  package func importTable<Failure: Error>(
    _ table: TableBytes<Failure>, options: ImportOptions, reason: String?, now: UInt64,
    progress: @escaping (ImportStage, Int) -> Void = { _, _ in }
  ) throws(ImportFailure<Failure>) -> ImportReport {
    let policy: Policy
    do { policy = try checkedPolicy(for: options, reason: reason) } catch { throw .vault(error) }
    let rules = ClientInput.Rules(policy: policy, today: Today(secondsSince1970: now))
    var work = try read(table, options, rules, now, progress)
    do {
      return try change { (change) throws(VaultError) in
        try work.run(in: change, reason: reason)
      }
    } catch {
      throw .vault(error)
    }
  }

  /// The policy, if this member may import so.
  func checkedPolicy(
    for options: ImportOptions, reason: String?
  ) throws(VaultError) -> Policy {
    if options.duplicates == .allowDuplicate { try standing.requireSupervisor() }
    _ = try standing.identityKeys()
    let policy = try policy()
    _ = try Reason(reason, under: policy)
    return policy
  }

  /// Reads all rows, some thousands at a time, and checks them on all cores.
  private func read<Failure: Error>(
    _ table: TableBytes<Failure>, _ options: ImportOptions, _ rules: ClientInput.Rules,
    _ now: UInt64, _ progress: @escaping (ImportStage, Int) -> Void
  ) throws(ImportFailure<Failure>) -> TableImport {
    var batches = try TableBatches(table)
    let plan: ColumnPlan
    do { plan = try ColumnPlan(batches.header, mappings: options.mappings) } catch {
      throw .vault(.table(error))
    }
    let reading = RowReading(plan: plan, rules: rules)
    var work = TableImport(
      session: self, options: options, plan: plan, now: now, progress: progress)
    var count = 0
    while let batch = try batches.next() {
      let read = Cores.map(batch.count) { self.candidate(reading.read(batch[$0]), batch[$0], now) }
      do { try work.take(read.compactMap { $0 }) } catch { throw .vault(error) }
      count += batch.count
      progress(.reading, count)
    }
    return work
  }

  /// Makes a client of a row; nil for a blank one.
  private func candidate(
    _ outcome: RowReading.Outcome, _ row: TableRow, _ now: UInt64
  ) -> Result<TableImport.Candidate, RowProblems>? {
    switch outcome {
    case .blank: return nil
    case .problems(let problems): return .failure(RowProblems(problems: problems))
    case .client(let input):
      let client = newClient(input, at: now)
      return .success(
        TableImport.Candidate(
          row: row.number,
          entry: DirectoryEntry(judging: client, in: vaultID),
          record: ClientCodec.content(of: client)))
    }
  }
}
