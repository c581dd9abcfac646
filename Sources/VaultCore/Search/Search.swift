import VaultStore

/// One search of the directory.
struct Search: Sendable {
  private let query: Query
  private let limit: Int

  /// An entry that met the query.
  struct Hit: Sendable {
    let merit: Merit
    let entry: DirectoryEntry
    let reasons: [MatchReason]
  }

  /// What was found.
  struct Found: Sendable {
    /// At most as many as the limit, best first.
    let best: [Hit]
    let total: Int
  }

  init(_ query: Query, limit: Int) {
    self.query = query
    self.limit = max(1, limit)
  }

  /// A block that stays open until the search is over: a second look costs no second opening.
  private final class OpenBlock: Sendable {
    let block: DirectoryBlock

    init(_ block: consuming DirectoryBlock) {
      self.block = block
    }
  }

  /// Looks at every entry, on all cores; forgivingly once more if that finds nobody.
  ///
  /// - Throws: `.damaged`, `.file`.
  func run(in directory: Directory) throws(VaultError) -> Found {
    let usual = Matcher(query, .usual)
    let looks = try directory.concurrently {
      [self] (number, block) throws(FormatProblem) -> (block: OpenBlock, seen: Sightings) in
      let open = OpenBlock(block)
      return (open, try look(in: open, number, usual))
    }
    let blocks = looks.map(\.block)
    let seen = merged(looks.map(\.seen))
    if seen.total > 0 { return try found(seen, by: usual, in: blocks) }
    let forgiving = Matcher(query, .forgiving)
    return try found(try lookAgain(at: blocks, forgiving), by: forgiving, in: blocks)
  }

  private func lookAgain(
    at blocks: [OpenBlock], _ matcher: Matcher
  ) throws(VaultError) -> Sightings {
    let work = BlockWork<Sightings>(count: blocks.count)
    for (number, block) in blocks.enumerated() {
      work.begin(number) { [self] () throws(VaultError) in
        try inBlock(number) { () throws(FormatProblem) in try look(in: block, number, matcher) }
      }
    }
    return merged(try work.results())
  }

  private func look(
    in open: OpenBlock, _ number: Int, _ matcher: Matcher
  ) throws(FormatProblem) -> Sightings {
    try open.block.withBytes { (bytes) throws(FormatProblem) in
      var seen = Sightings(limit: limit)
      var entries = DirectoryBlock.EntryCursor(open.block)
      while let view = try entries.next(in: bytes) {
        guard let merit = matcher.merit(of: view, in: bytes) else { continue }
        seen.add(Sighting(merit, view, in: bytes, block: number))
      }
      return seen
    }
  }

  private func merged(_ parts: [Sightings]) -> Sightings {
    var all = Sightings(limit: limit)
    for part in parts { all.add(part) }
    return all
  }

  private func found(
    _ seen: Sightings, by matcher: Matcher, in blocks: [OpenBlock]
  ) throws(VaultError) -> Found {
    let best = try seen.best().map { (sighting) throws(VaultError) in
      try inBlock(sighting.block) { () throws(FormatProblem) in
        try blocks[sighting.block].block.withBytes { (bytes) throws(FormatProblem) in
          try hit(at: sighting, in: bytes, by: matcher)
        }
      }
    }
    return Found(best: best, total: seen.total)
  }

  private func hit(
    at sighting: Sighting, in bytes: RawSpan, by matcher: Matcher
  ) throws(FormatProblem) -> Hit {
    var offset = sighting.offset
    let view = try EntryView(in: bytes, at: &offset)
    offset = sighting.offset
    return Hit(
      merit: sighting.merit, entry: try DirectoryEntry(from: bytes, at: &offset),
      reasons: matcher.reasons(for: view, in: bytes))
  }

  private func inBlock<Value>(
    _ number: Int, _ body: () throws(FormatProblem) -> Value
  ) throws(VaultError) -> Value {
    do throws(FormatProblem) { return try body() } catch {
      throw .damage(.directory, UInt64(number).key, .format(error))
    }
  }
}
