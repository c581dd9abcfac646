import Synchronization

/// One pass over the directory for a query.
struct Search: Sendable {
  private let query: Query
  private let missesAllowed: Int
  private let limit: Int

  /// An entry that met the query.
  struct Hit: Sendable {
    let merit: Merit
    let entry: DirectoryEntry
    let reasons: [MatchReason]
  }

  /// What a pass found.
  struct Found: Sendable {
    /// At most as many as the limit, best first.
    let best: [Hit]
    let total: Int
  }

  init(_ query: Query, missesAllowed: Int = 0, limit: Int) {
    self.query = query
    self.missesAllowed = missesAllowed
    self.limit = max(1, limit)
  }

  /// Where an entry with merit stands in its block.
  private struct Place {
    let merit: Merit
    let id: UInt64
    let offset: Int
  }

  /// Looks at every entry, on all cores.
  ///
  /// - Throws: `.damaged`, `.file`.
  func run(in directory: Directory) throws(VaultError) -> Found {
    // One for each core, taken for a block at a time: cores that shared one would wait for each
    // other's counting of references, and making one costs as much as 200 entries.
    let idle = Mutex<[Matcher]>([])
    let perBlock = try directory.concurrently { (_, block) throws(FormatProblem) in
      let matcher =
        idle.withLock { $0.popLast() } ?? Matcher(query, missesAllowed: missesAllowed)
      defer { idle.withLock { $0.append(matcher) } }
      return try look(in: block, matcher)
    }
    let total = perBlock.reduce(0) { $0 + $1.total }
    let best = perBlock.flatMap(\.best).sorted {
      ($0.merit.score, $1.entry.id.number) > ($1.merit.score, $0.entry.id.number)
    }
    return Found(best: Array(best.prefix(limit)), total: total)
  }

  /// The best of one block: no more of it can be among the best of all.
  private func look(
    in block: borrowing DirectoryBlock, _ matcher: Matcher
  ) throws(FormatProblem) -> Found {
    var places: [Place] = []
    try block.forEachEntry { (bytes, view) throws(FormatProblem) in
      guard let merit = matcher.merit(of: view, in: bytes) else { return }
      places.append(
        Place(
          merit: merit, id: view.idNumber(in: bytes), offset: view.range.lowerBound - 2))
    }
    let total = places.count
    guard total > 0 else { return Found(best: [], total: 0) }
    places.sort { ($0.merit.score, $1.id) > ($1.merit.score, $0.id) }
    places.removeLast(max(0, places.count - limit))
    let hits = try block.withBytes { (bytes) throws(FormatProblem) in
      try places.map { (place) throws(FormatProblem) in
        try hit(at: place, in: bytes, matcher)
      }
    }
    return Found(best: hits, total: total)
  }

  private func hit(
    at place: Place, in bytes: RawSpan, _ matcher: Matcher
  ) throws(FormatProblem) -> Hit {
    var offset = place.offset
    let view = try EntryView(in: bytes, at: &offset)
    offset = place.offset
    return Hit(
      merit: place.merit, entry: try DirectoryEntry(from: bytes, at: &offset),
      reasons: matcher.reasons(for: view, in: bytes))
  }
}
