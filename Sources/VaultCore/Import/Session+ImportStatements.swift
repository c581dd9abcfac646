extension Session {
  /// One line of an export, counted from 1: a client, or what is wrong with it.
  package struct StatedLine: Sendable {
    let row: Int
    let outcome: Result<ClientStatement, StatementProblem>

    package init(row: Int, _ outcome: Result<ClientStatement, StatementProblem>) {
      self.row = row
      self.outcome = outcome
    }
  }

  /// Takes over clients whom an export has written, in one transaction, as `importTable` takes those
  /// of a table: ids, histories, releases and holds stay as they were.
  ///
  /// A client whose id is in the vault counts as present. A record that was destroyed and has no UID
  /// tells nothing, and is passed over.
  ///
  /// - Parameters:
  ///   - options: What to do about problems and similar people.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  ///   - progress: Is told how many rows have passed a stage.
  ///   - next: Gives the lines in their order; nil at the end.
  /// - Returns: What became of every line.
  /// - Throws: as `importTable` does.
  package func importStatements<Failure: Error>(
    options: ImportOptions, reason: String?, now: UInt64,
    progress: @escaping (ImportStage, Int) -> Void = { _, _ in },
    _ next: () throws(Failure) -> StatedLine?
  ) throws(ImportFailure<Failure>) -> ImportReport {
    do { _ = try checkedPolicy(for: options, reason: reason) } catch { throw .vault(error) }
    var work = TableImport(
      session: self, options: options, plan: ColumnPlan(), now: now, progress: progress)
    var reading = StatementReading(member: memberID, vault: vaultID, now: now)
    var count = 0
    while let batch = try reading.batch(next) {
      do { try work.take(batch) } catch { throw .vault(error) }
      count += batch.count
      progress(.reading, count)
    }
    do {
      return try change { (change) throws(VaultError) in
        try work.recogniseIDs(in: try change.directory())
        return try work.run(in: change, reason: reason)
      }
    } catch {
      throw .vault(error)
    }
  }
}

/// Makes candidates of lines, some thousands at a time.
private struct StatementReading {
  let member: MemberID
  let vault: VaultID
  let now: UInt64
  /// In which row each id stood.
  private var rows: [ClientID: Int] = [:]

  init(member: MemberID, vault: VaultID, now: UInt64) {
    self.member = member
    self.vault = vault
    self.now = now
  }

  /// The next candidates; nil after the last.
  mutating func batch<Failure: Error>(
    _ next: () throws(Failure) -> Session.StatedLine?
  ) throws(ImportFailure<Failure>) -> [Result<TableImport.Candidate, RowProblems>]? {
    var batch: [Result<TableImport.Candidate, RowProblems>] = []
    var hasLine = false
    do throws(Failure) {
      while batch.count < TableImport.batch, let line = try next() {
        hasLine = true
        if let candidate = candidate(line) { batch.append(candidate) }
      }
    } catch {
      throw .source(error)
    }
    return hasLine ? batch : nil
  }

  /// Nil for a record that tells nothing.
  private mutating func candidate(
    _ line: Session.StatedLine
  ) -> Result<TableImport.Candidate, RowProblems>? {
    switch line.outcome {
    case .failure(let problem): return .failure(problem.inRow(line.row))
    case .success(let statement):
      guard let client = statement.client(by: member, at: now) else {
        return .failure(StatementProblem(nil, .contradiction).inRow(line.row))
      }
      if client.status == .destroyed, client.uids.isEmpty { return nil }
      if let first = rows.updateValue(line.row, forKey: client.id) {
        return .failure(StatementProblem("id", .samePerson(row: first)).inRow(line.row))
      }
      return .success(
        TableImport.Candidate(
          row: line.row, entry: DirectoryEntry(judging: client, in: vault),
          record: ClientCodec.content(of: client)))
    }
  }
}

/// What is wrong with one line of an export, and in which member of it. It never carries a value.
package struct StatementProblem: Error, Sendable {
  let member: String?
  let kind: ImportProblem.Kind

  /// - Parameters:
  ///   - member: The member's name, if it is one that there is.
  ///   - kind: What is wrong.
  package init(_ member: String?, _ kind: ImportProblem.Kind) {
    self.member = member
    self.kind = kind
  }

  fileprivate func inRow(_ row: Int) -> RowProblems {
    RowProblems(problems: [
      ImportProblem(
        row: row, column: member.map { TableColumn(number: 0, header: $0) }, kind: kind)
    ])
  }
}

extension TableImport {
  /// Finds the rows whose id the vault has: the record is the same, whatever became of it since.
  ///
  /// - Throws: `.damaged`, `.file`.
  fileprivate mutating func recogniseIDs(in directory: Directory) throws(VaultError) {
    var waiting: [UInt64: Int] = [:]
    for row in rows.fates.indices { waiting[rows.client(row).id.number] = row }
    let known = try directory.concurrently { (_, block) throws(FormatProblem) in
      var ids: [UInt64] = []
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        ids.append(view.idNumber(in: bytes))
      }
      return ids
    }
    for id in known.joined() {
      if let row = waiting[id] { rows.setFate(of: row, to: .present) }
    }
  }
}
