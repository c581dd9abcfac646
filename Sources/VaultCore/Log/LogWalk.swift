import VaultCrypto
import VaultStore

/// Walks the log forwards, link by link, and finds what is wrong; docs/FORMAT.md section 8.
///
/// Links are read in batches that all cores open, so that a log of any length needs little memory.
/// The walk may be done in pieces, each in a transaction of its own: the chain of hashes holds them
/// together, and others may write in between.
struct LogWalk {
  /// What the walk came upon, in the order of numbers.
  enum Finding {
    case link(CheckedLink)
    case damaged(Damage)
    /// Links that are not there; their number may be anything that a forged end claims.
    case missing(Range<UInt64>)
  }

  /// What a piece of the walk stands on.
  struct Ground: Sendable {
    let opening: LinkOpening
    /// Opens contents too; nil for who may not read them.
    let contents: LogContents?
    /// The number of the last link.
    let end: UInt64
  }

  /// The next number that should come.
  private(set) var next: UInt64
  /// Links that were there, sound or not.
  private(set) var linkCount: UInt64 = 0
  private var before: (link: Link, hash: Digest)?
  /// The key after which the next piece begins.
  private var lastKey: [UInt8]?

  /// Enough that handing out costs nothing beside the signatures; some megabytes.
  private static let batchLimit = 1024

  /// - Parameter firstLink: The number of the first link kept.
  init(from firstLink: UInt64) {
    next = firstLink
  }

  /// Walks on, over at most `limit` rows.
  ///
  /// - Returns: Whether the end was reached.
  /// - Throws: `.store`, and what is no damage of the log.
  mutating func walk(
    in rows: Rows, on ground: Ground, limit: Int = .max, _ take: (Finding) -> Void
  ) throws(VaultError) -> Bool {
    var batch: [Item] = []
    var count = 0
    // The smallest key behind the last one.
    try rows.scan(.log, from: lastKey.map { $0 + [0] }) { (key, stored) throws(VaultError) in
      guard count < limit else { return .stop }
      count += 1
      lastKey = key
      sort(key, stored, end: ground.end, into: &batch)
      if batch.count >= Self.batchLimit { try check(&batch, on: ground, take) }
      return .next
    }
    let isDone = count < limit
    if isDone, next <= ground.end {
      batch.append(.missing(next..<(ground.end + 1)))
      next = ground.end + 1
    }
    try check(&batch, on: ground, take)
    return isDone
  }

  /// A row as it was met, not opened yet.
  private enum Item {
    case row(number: UInt64, SealedBytes)
    case missing(Range<UInt64>)
    case additional(key: [UInt8])
  }

  private mutating func sort(
    _ key: [UInt8], _ stored: SealedBytes, end: UInt64, into batch: inout [Item]
  ) {
    let found = min(Self.number(of: key) ?? next, end + 1)
    if found > next {
      batch.append(.missing(next..<found))
      next = found
    }
    guard key == next.key, next <= end else { return batch.append(.additional(key: key)) }
    batch.append(.row(number: next, stored))
    next += 1
  }

  /// The number that a key of a log row is; nil if it is none.
  static func number(of key: [UInt8]) -> UInt64? {
    key.count == 8 ? key.reduce(0) { $0 << 8 | UInt64($1) } : nil
  }
}

// MARK: Checking

/// A link that was checked by itself and against the one before it.
struct CheckedLink: Sendable {
  let link: Link
  let hash: Digest
  /// What was done; nil for who may not read it.
  let content: LogContent?
}

extension LogWalk {
  /// What a core made of a row: the link, and its content or what is wrong with that.
  private struct Opened: Sendable {
    let link: Link
    let hash: Digest
    let content: Result<LogContent?, VaultError>
  }

  /// Opens a batch on all cores, then compares each link with the one before it.
  private mutating func check(
    _ batch: inout [Item], on ground: Ground, _ take: (Finding) -> Void
  ) throws(VaultError) {
    let items = batch
    batch.removeAll(keepingCapacity: true)
    let opened = Cores.map(items.count, share: 32) { index -> Result<Opened, VaultError>? in
      guard case .row(let number, let stored) = items[index] else { return nil }
      return Result { () throws(VaultError) in try Self.open(stored, number: number, on: ground) }
    }
    for (item, opened) in zip(items, opened) {
      switch item {
      case .missing(let numbers): take(.missing(numbers))
      case .additional(let key):
        take(.damaged(Damage(namespace: Namespace.log.name, key: key, problem: .additional)))
      case .row:
        linkCount += 1
        guard let opened else { preconditionFailure("every row of the batch was opened") }
        do throws(VaultError) {
          take(.link(try chained(opened, under: ground.opening.roster)))
        } catch .damaged(let damage) {
          take(.damaged(damage))
        }
      }
    }
  }

  private static func open(
    _ stored: SealedBytes, number: UInt64, on ground: Ground
  ) throws(VaultError) -> Opened {
    let row = try LinkOpening.take(stored, number: number)
    let link = try ground.opening.open(row, number: number)
    return Opened(
      link: link, hash: row.hash(in: ground.opening.roster.vault),
      content: Result { () throws(VaultError) in try ground.contents?.open(row.content, of: link) })
  }

  private mutating func chained(
    _ opened: Result<Opened, VaultError>, under roster: VerifiedRoster
  ) throws(VaultError) -> CheckedLink {
    let earlier = before
    before = nil
    let opened = try opened.get()
    before = (opened.link, opened.hash)
    try Self.check(opened.link, after: earlier, under: roster)
    return CheckedLink(
      link: opened.link, hash: opened.hash, content: try opened.content.get())
  }

  private static func check(
    _ link: Link, after earlier: (link: Link, hash: Digest)?, under roster: VerifiedRoster
  ) throws(VaultError) {
    let key = link.number.key
    guard let earlier, earlier.link.number + 1 == link.number else {
      // The first kept link continues nothing; behind a damaged or missing one there is nothing to
      // compare.
      guard link.number != 1 || link.previous == .zeros else { throw .damage(.log, key, .hash) }
      return
    }
    guard link.previous == earlier.hash else { throw .damage(.log, key, .hash) }
    guard link.rosterNumber >= earlier.link.rosterNumber else {
      throw .damage(.log, key, .number)
    }
    guard link.headHash == earlier.link.headHash || roster.signerHoldsIdentityKey(link) else {
      throw .damage(.log, key, .signature)
    }
  }
}
