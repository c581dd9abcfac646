import VaultCrypto
import VaultStore

/// What `verify` found.
package struct VerificationReport: Sendable {
  /// Client rows that are what the rest of the vault says they are.
  package internal(set) var clients = 0
  /// Links of the log that were checked.
  package internal(set) var links: UInt64 = 0
  /// At most `damageLimit`, in the order in which they were met.
  package internal(set) var damage: [Damage] = []
  /// How many more there were.
  package internal(set) var damageBeyond = 0

  /// Enough to see what happened; a vault that was overwritten must not fill the memory.
  package static let damageLimit = 1_000

  package var isSound: Bool { damage.isEmpty }

  mutating func add(_ found: Damage) {
    if damage.count < Self.damageLimit { damage.append(found) } else { damageBeyond += 1 }
  }

  /// Adds what a part of the check found.
  mutating func add(_ part: VerificationReport) {
    clients += part.clients
    for found in part.damage { add(found) }
    damageBeyond += part.damageBeyond
  }

  /// Adds links that are missing, of which a forged end of the log may claim any number.
  mutating func addMissing(_ links: Range<UInt64>) {
    let told = links.prefix(max(0, Self.damageLimit - damage.count))
    for number in told {
      add(Damage(namespace: Namespace.log.name, key: number.key, problem: .missing))
    }
    damageBeyond += links.count - told.count
  }
}

extension Session {
  /// Checks every row of the vault, and that there is no other; reveals nothing.
  ///
  /// What unlocking climbs through (roster, own row, tip, last link, head, policy) ends the check
  /// with its error, as nothing behind it can be judged; all other damage is collected.
  ///
  /// - Parameter progress: Called with rows done and rows in all.
  /// - Returns: What was checked, and all damage that was found.
  /// - Throws: `.notPermitted` for an auditor; `.damaged`, `.file`.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws(VaultError) -> VerificationReport {
    _ = try standing.identityKeys()
    return try look { (rows, tree) throws(VaultError) in
      var verification = Verification(rows: rows, tree: tree)
      return try verification.run(progress)
    }
  }
}

/// One run over all rows, within one read transaction.
private struct Verification {
  let rows: Rows
  let tree: Tree
  private var report = VerificationReport()

  init(rows: Rows, tree: Tree) {
    self.rows = rows
    self.tree = tree
  }

  private var standing: Standing { tree.standing }
  private var roster: VerifiedRoster { standing.roster }

  mutating func run(
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws(VaultError) -> VerificationReport {
    let whole = try checkRoster()
    try checkMembers()
    try checkSingleRows()
    let links = Int(clamping: tree.tip.number)
    // A forged head may count anything: the sum must not overflow.
    let total = links + Int(clamping: min(tree.head.counts.total, Tip.numberLimit))
    try checkLog(under: whole) { progress($0, total) }
    try checkDirectory { progress(links + $0, total) }
    return report
  }

  /// The chain is verified anew: a session has read it long ago.
  ///
  /// - Returns: All of it; links name versions from before the one that this account remembers.
  private func checkRoster() throws(VaultError) -> VerifiedRoster {
    let whole = try rows.roster()
    guard whole.endHash == roster.endHash else {
      throw .damage(.roster, roster.end.number.key, .hash)
    }
    return whole
  }

  /// Every member's row is the roster's, and no row is anybody else's.
  private mutating func checkMembers() throws(VaultError) {
    for member in roster.end.members {
      do throws(VaultError) { try checkMember(member) } catch .damaged(let damage) {
        report.add(damage)
      } catch .roster {
        add(.member, member.id.bytes, .format(.badValue))
      }
    }
    let known = Set(roster.end.members.map(\.id.bytes))
    try rows.keys(.member) { (key) throws(VaultError) in
      if !known.contains(key) { add(.member, key, .additional) }
      return .next
    }
  }

  private func checkMember(_ member: RosterMember) throws(VaultError) {
    let row = try rows.memberRow(of: member, in: roster.end)
    _ = try MemberOpening(row: row, member: member, version: roster.end)
      .name(with: standing.epochKeys)
  }

  /// Settings, tip and head have the rows that the tree has read, and no others.
  private mutating func checkSingleRows() throws(VaultError) {
    let expected: [(Namespace, Set<[UInt8]>)] = [
      (.settings, [Policy.key, Diary.key]), (.tip, [Tip.key]), (.head, [Head.key]),
    ]
    for (namespace, keys) in expected {
      try rows.keys(namespace) { (key) throws(VaultError) in
        if !keys.contains(key) { add(namespace, key, .additional) }
        return .next
      }
    }
  }

  private mutating func add(_ namespace: Namespace, _ key: [UInt8], _ problem: Damage.Problem) {
    report.add(Damage(namespace: namespace.name, key: key, problem: problem))
  }
}

// MARK: Log

extension Verification {
  /// Every link from the first kept to the tip: chain, signature, entitlement, content.
  private mutating func checkLog(
    under whole: VerifiedRoster, _ progress: (Int) -> Void
  ) throws(VaultError) {
    var walk = LogWalk(from: roster.end.firstLink)
    let ground = LogWalk.Ground(
      opening: LinkOpening(roster: whole, keys: standing.epochKeys),
      contents: try contents(under: whole),
      end: tree.tip.number)
    _ = try walk.walk(in: rows, on: ground) { finding in
      switch finding {
      case .link(let checked): progress(Int(clamping: checked.link.number))
      case .damaged(let damage): report.add(damage)
      case .missing(let numbers): report.addMissing(numbers)
      }
    }
    report.links = walk.linkCount
  }

  /// What opens contents; nil for a caseworker, and if the own row, which was reported, is damaged.
  private func contents(under whole: VerifiedRoster) throws(VaultError) -> LogContents? {
    do throws(VaultError) {
      let contents = try LogContents(in: rows, for: standing, under: whole)
      return contents.areReadable ? contents : nil
    } catch .damaged {
      return nil
    }
  }
}

// MARK: Directory and clients

extension Verification {
  /// Every block, every entry, the record that it names; and the counts by status.
  private mutating func checkDirectory(_ progress: (Int) -> Void) throws(VaultError) {
    var records = try RecordVerification(rows, tree)
    try records.run(progress)
    report.add(records.report)
    // All of them: a key that is no number may stand between two that are.
    let blocks = UInt64(tree.head.blockHashes.count)
    try rows.keys(.directory) { (key) throws(VaultError) in
      let isBlock = Self.number(of: key).map { $0 < blocks } ?? false
      if !isBlock { add(.directory, key, .additional) }
      return .next
    }
  }

  /// The number that a key of a block is; nil if it is none.
  private static func number(of key: [UInt8]) -> UInt64? {
    key.count == 8 ? key.reduce(0) { $0 << 8 | UInt64($1) } : nil
  }
}
