extension TableImport {
  /// More similar people of one row are not listed.
  private static let similarPerRow = 5

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
    rows.forgetKeys()
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
    guard !options.duplicates.allows(similar.map(\.isCertain)) else { return }
    similarRows += 1
    rows.setFate(of: row, to: .refused)
  }
}
