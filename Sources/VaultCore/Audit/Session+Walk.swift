import VaultStore

/// Whether the contents of links are to be read.
enum ContentReading {
  /// Where the member may; a caseworker checks the links alone.
  case whereEntitled
  /// A member who may not is refused.
  case demanded
}

/// The log as a walk over all of it found it.
struct WalkedLog {
  /// The first link kept, and the last one.
  let first, last: UInt64
  /// Links that were there, sound or not.
  let links: UInt64
}

extension Session {
  /// Links that one transaction walks over: a second's work, for which others wait.
  private static let pieceLength = 16_384

  /// Walks the log from the first link kept to the last, in several transactions.
  ///
  /// - Parameters:
  ///   - contents: Whether contents are read.
  ///   - progress: Called with the number reached, and the last one.
  ///   - take: Called with what is found, in the order of numbers.
  /// - Returns: What was walked over.
  /// - Throws: `.notPermitted` where contents are demanded of a caseworker; `.damaged` for what a
  ///   transaction stands on, `.file`.
  func walkLog(
    _ contents: ContentReading, progress: (_ done: Int, _ total: Int) -> Void,
    _ take: (LogWalk.Finding) -> Void
  ) throws(VaultError) -> WalkedLog {
    var walk = LogWalk(from: standing.roster.end.firstLink)
    let first = walk.next
    while true {
      let (last, isDone) = try look { (rows, tree) throws(VaultError) in
        try tree.standing.roster.reach(number: 1, in: rows)
        let ground = LogWalk.Ground(
          opening: LinkOpening(roster: tree.standing.roster, keys: tree.standing.epochKeys),
          contents: try Self.contents(contents, in: rows, for: tree.standing),
          end: tree.tip.number)
        return (
          ground.end, try walk.walk(in: rows, on: ground, limit: Self.pieceLength, take)
        )
      }
      progress(Int(clamping: walk.next - 1), Int(clamping: last))
      if isDone { return WalkedLog(first: first, last: last, links: walk.linkCount) }
    }
  }

  private static func contents(
    _ reading: ContentReading, in rows: Rows, for standing: Standing
  ) throws(VaultError) -> LogContents? {
    let contents = try LogContents(in: rows, for: standing)
    if contents.areReadable { return contents }
    switch reading {
    case .whereEntitled: return nil
    case .demanded: throw .notPermitted
    }
  }
}
