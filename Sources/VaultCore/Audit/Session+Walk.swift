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
  /// The roster from its first version on, as the last transaction verified it.
  let roster: VerifiedRoster
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
  /// - Returns: What was walked over, and the roster by which it was judged.
  /// - Throws: `.notPermitted` where contents are demanded of a caseworker; `.damaged` for what a
  ///   transaction stands on, `.file`.
  func walkLog(
    _ contents: ContentReading, progress: (_ done: Int, _ total: Int) -> Void,
    _ take: (LogWalk.Finding) -> Void
  ) throws(VaultError) -> WalkedLog {
    var walk = LogWalk(from: standing.roster.end.firstLink)
    let first = walk.next
    var known: VerifiedRoster?
    while true {
      let (last, isDone, whole) = try look { (rows, tree) throws(VaultError) in
        let whole = try Self.wholeRoster(after: known, in: rows, under: tree)
        let ground = LogWalk.Ground(
          opening: LinkOpening(roster: whole, keys: tree.standing.epochKeys),
          contents: try Self.contents(contents, in: rows, for: tree.standing, under: whole),
          end: tree.tip.number)
        let isDone = try walk.walk(in: rows, on: ground, limit: Self.pieceLength, take)
        return (ground.end, isDone, whole)
      }
      known = whole
      progress(Int(clamping: walk.next - 1), Int(clamping: last))
      if isDone {
        return WalkedLog(first: first, last: last, links: walk.linkCount, roster: whole)
      }
    }
  }

  /// The roster from its first version on: links name versions from before the one that this
  /// account remembers.
  ///
  /// - Throws: `.damaged` (`hash`) if it does not end as the member's own, `.roster`, `.store`.
  static func wholeRoster(
    after known: VerifiedRoster? = nil, in rows: Rows, under tree: Tree
  ) throws(VaultError) -> VerifiedRoster {
    let whole: VerifiedRoster
    if let known { whole = try rows.roster(after: known) } else { whole = try rows.roster() }
    let end = tree.standing.roster
    guard whole.endHash == end.endHash else { throw .damage(.roster, end.end.number.key, .hash) }
    return whole
  }

  private static func contents(
    _ reading: ContentReading, in rows: Rows, for standing: Standing, under whole: VerifiedRoster
  ) throws(VaultError) -> LogContents? {
    let contents = try LogContents(in: rows, for: standing, under: whole)
    if contents.areReadable { return contents }
    switch reading {
    case .whereEntitled: return nil
    case .demanded: throw .notPermitted
    }
  }
}
