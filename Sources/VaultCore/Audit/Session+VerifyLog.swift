import VaultStore

/// What the check of the log found.
package struct LogVerification: Sendable {
  /// The first link kept, and the last one.
  package internal(set) var first: UInt64 = 0
  package internal(set) var last: UInt64 = 0
  /// Links that were there.
  package internal(set) var links: UInt64 = 0
  /// What is wrong with the first bad link.
  package internal(set) var damage: Damage?
  /// Whether what links record was opened too, or their hashes alone compared.
  package internal(set) var areContentsRead = false
  /// What became of the checkpoint, if one was given.
  package internal(set) var checkpoint: CheckpointVerdict?
  /// Who signed the checkpoint, by name where the vault knows them.
  package internal(set) var signer: String?

  package var isSound: Bool {
    damage == nil && (checkpoint.map { $0 == .contained || $0 == .notKept } ?? true)
  }
}

extension Session {
  /// Checks every link from the first kept, through all key sets: chain, signature, entitlement,
  /// changes of the head, and what they record as far as the member may read it.
  ///
  /// - Parameters:
  ///   - checkpoint: Whether the log still contains its link is checked as well.
  ///   - progress: Called with links done and links in all.
  /// - Returns: What was found.
  /// - Throws: `.noLongerMember`, `.roster`, `.file`; damage is an answer.
  package func verifyLog(
    against checkpoint: Checkpoint? = nil,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> LogVerification {
    var found = LogVerification()
    found.areContentsRead = standing.auditPair != nil
    var comparing = checkpoint.map { CheckpointComparison($0) }
    do throws(VaultError) {
      let walked = try walkLog(.whereEntitled, progress: progress) { finding in
        if found.damage == nil { found.damage = finding.damage }
        if case .link(let checked) = finding { comparing?.meet(checked) }
      }
      (found.first, found.last, found.links) = (walked.first, walked.last, walked.links)
      found.checkpoint = comparing?.verdict(
        in: walked.roster, words: vault.fingerprint, keeping: walked.first...walked.last)
    } catch .damaged(let damage) {
      // The end cannot be climbed from. What stands before it may be bad as well, and is then what
      // is to be named.
      if found.damage == nil { found.damage = try firstDamage(atMost: damage) }
    }
    if let checkpoint, found.damage == nil {
      found.signer = try look { (rows, tree) throws(VaultError) in
        try MemberNames(in: rows, for: tree.standing).name(of: checkpoint.signer)
      }
    }
    return found
  }

  /// Looks from the beginning for a bad link before the damage that is known.
  private func firstDamage(atMost known: Damage) throws(VaultError) -> Damage {
    try vault.store.read { (reading) throws(VaultError) in
      let rows = Rows(reading: reading)
      let standing = try self.standing.renewed(in: rows)
      try standing.roster.reach(number: 1, in: rows)
      let ends = [
        try rows.last(.log)?.key, known.namespace == Namespace.log.name ? known.key : nil,
      ]
      let numbers = ends.compactMap { $0.flatMap(LogWalk.number(of:)) }
      guard let number = numbers.max() else { return known }
      let ground = LogWalk.Ground(
        opening: LinkOpening(roster: try rows.roster(), keys: standing.epochKeys), contents: nil,
        end: min(number, Tip.numberLimit))
      var walk = LogWalk(from: standing.roster.end.firstLink)
      var first: Damage?
      _ = try walk.walk(in: rows, on: ground) { finding in
        if first == nil { first = finding.damage }
      }
      return first ?? known
    }
  }
}
