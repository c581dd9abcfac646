import VaultCrypto
import VaultStore

/// Called with the records that were sealed anew, and how many there are.
package typealias RotationProgress = (_ done: Int, _ total: Int) -> Void

/// A new version of the roster that takes keys from somebody, with the new epoch that this
/// demands: every value sealed anew in the transaction that takes them.
///
/// Source: docs/FORMAT.md section 5.2.
struct Rotation {
  private let change: Change
  private let now: UInt64
  /// What was lost by the entries that were put so far.
  private var loss = KeyLoss.nothing
  private var entries: [RosterMember]
  private var changed: Set<MemberID> = []
  private var wraps: [MemberID: MemberWrap] = [:]
  /// The number of the generation that begins; nil where none does.
  private var generation: UInt64?
  /// Names of new members.
  private var names: [MemberID: MemberName] = [:]

  /// Begins with the roster as it is.
  init(_ change: Change, at now: UInt64) throws(VaultError) {
    self.change = change
    self.now = now
    entries = change.standing.roster.end.members
  }

  private var roster: VerifiedRoster { change.standing.roster }

  /// Demands a new epoch even if nobody loses a key.
  mutating func demand(_ loss: KeyLoss) { self.loss = max(self.loss, loss) }

  /// Begins a generation above the file's, above one that is known, and above the time's seconds.
  ///
  /// - Throws: `.full` if somebody has begun the last one that there can be.
  mutating func beginGeneration(above known: UInt64, at now: UInt64) throws(VaultError) {
    let highest = max(roster.end.generation, known)
    guard highest < .max else { throw .full(limit: .max) }
    generation = max(highest + 1, now)
    demand(.auditSecret)
  }

  /// Puts an entry in the place of the member's older one, or as a new one.
  ///
  /// - Parameters:
  ///   - entry: The entry; the hash of its row is filled in.
  ///   - wrap: What opens the member's root, if that is new.
  ///   - name: The name of a new member.
  mutating func put(_ entry: RosterMember, wrap: MemberWrap? = nil, name: MemberName? = nil) {
    changed.insert(entry.id)
    wraps[entry.id] = wrap
    names[entry.id] = name
    if let index = entries.firstIndex(where: { $0.id == entry.id }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Ends what a supervisor had made, with their role: open invitations, and the recovery key.
  ///
  /// - Parameters:
  ///   - own: What the member themselves lost.
  ///   - member: The member as they were.
  ///   - sheet: The new recovery key, if one is needed.
  /// - Throws: `.recoverySheetNeeded`.
  mutating func end(
    _ own: KeyLoss, of member: RosterMember, sheet: borrowing NewSheet
  ) throws(VaultError) -> MemberLeaving {
    demand(own)
    let isSupervisor = entries.contains { $0.id == member.id && $0.isSupervisor }
    guard member.isSupervisor, !isSupervisor else {
      return MemberLeaving(withdrawn: [], isSheetReplaced: false)
    }
    let invitations = entries.filter {
      $0.kind == .invitation && $0.isPresent && $0.madeBy == member.id
    }
    for invitation in invitations { withdraw(invitation) }
    let isSheetReplaced = roster.recovery.madeBy == member.id
    if isSheetReplaced { try replaceRecovery(by: sheet, madeBy: change.standing.member.id) }
    return MemberLeaving(withdrawn: invitations.map(\.id), isSheetReplaced: isSheetReplaced)
  }

  private mutating func withdraw(_ invitation: RosterMember) {
    put(invitation.left(at: now))
    demand(invitation.holdsAuditSecrets ? .auditSecret : .epochKeys)
  }

  /// Replaces the recovery key by a new one; the old sheet opens nothing that is written later.
  ///
  /// - Throws: `.recoverySheetNeeded` if there is no new key.
  mutating func replaceRecovery(
    by sheet: borrowing NewSheet, madeBy maker: MemberID
  ) throws(VaultError) {
    put(roster.recovery.left(at: now))
    switch sheet {
    case .proven(let identity):
      let entry = RosterMember(
        id: MemberID(number: .randomID()), kind: .recovery, role: nil, since: now, madeBy: maker,
        expires: 0, keys: identity.publicKeys, cost: nil, rowHash: .zeros, nameHash: nil)
      put(entry, wrap: identity.wrap(of: entry.id, pinning: MemberWrap.Pin(roster)))
    case .none: throw .recoverySheetNeeded
    }
    demand(.auditSecret)
  }
}

// MARK: Running

extension Rotation {
  /// Signs and stores the version; with a new epoch every value is sealed anew and checked.
  ///
  /// - Parameter actor: Who goes on, where that is not the signer with the same keys.
  /// - Throws: `.full`, `.damaged`, `.roster`, `.store`.
  func run(
    as actor: (id: MemberID, keys: MemberKeys)? = nil, _ progress: RotationProgress
  ) throws(VaultError) {
    let old = try change.holdings()
    var draft = RosterDraft(after: roster, signedBy: change.standing.member.id)
    guard loss > .nothing else {
      try putRows(in: &draft, of: entries.filter { changed.contains($0.id) }, old)
      return try change.adopt(draft, as: actor)
    }
    guard old.auditPairs.count < RosterVersion.auditLimit || loss < .auditSecret else {
      throw .full(limit: Int(RosterVersion.auditLimit))
    }
    let new = Holdings(
      newEpoch: old.epoch + 1, after: old.auditPairs, isAuditRenewed: loss == .auditSecret)
    try draft.beginEpoch(new, after: old)
    if let generation { draft.beginGeneration(generation) }
    try putRows(in: &draft, of: entries, new)
    let before = change.standing
    try retireAll()
    draft.setPolicy(
      hash: try change.store(
        change.policy, sealedWith: new.house.sealingKey(), epoch: new.epoch))
    try change.adopt(draft, as: actor)
    let hashes = try RecordResealing(change, from: before, to: change.standing).run(progress)
    change.replaceDirectory(hashes: hashes)
    var diary = change.tree.diary
    diary.lastRotation = now
    diary.vacuumOwed = true
    try change.store(diary)
  }

  /// Marks what was sealed under the epoch that ends, beside records and blocks: nothing of it may
  /// be left in the file.
  private func retireAll() throws(VaultError) {
    let singles: [(Namespace, [UInt8])] = [
      (.tip, Tip.key), (.head, Head.key), (.settings, Policy.key), (.settings, Diary.key),
    ]
    for (namespace, key) in singles { change.retire(try change.rows.row(namespace, key)) }
    for member in roster.end.members {
      let row = try change.rows.memberRow(of: member, in: roster.end)
      for sealed in [row.identityBox, row.houseBox, row.name] + row.auditBoxes {
        if let sealed { change.retire(sealed) }
      }
    }
  }

  private func putRows(
    in draft: inout RosterDraft, of entries: [RosterMember], _ holdings: Holdings
  ) throws(VaultError) {
    for entry in entries {
      let name = try name(of: entry.id)
      guard entry.isPresent else {
        draft.put(entry, holdings.row(forFormer: entry.id, name: name, in: roster.vault))
        continue
      }
      var wrap = wraps[entry.id]
      if wrap == nil { wrap = try row(of: entry.id)?.wrap }
      guard let wrap else { throw .damage(.member, entry.id.bytes, .missing) }
      draft.put(
        entry, try holdings.row(for: entry, wrap: wrap, name: name, in: roster.vault))
    }
  }

  /// The member's row as it was; nil for a new member.
  private func row(of id: MemberID) throws(VaultError) -> MemberRow? {
    guard let member = roster.end.member(id) else { return nil }
    return try change.rows.memberRow(of: member, in: roster.end)
  }

  private func name(of id: MemberID) throws(VaultError) -> MemberName? {
    guard let member = roster.end.member(id), let row = try row(of: id) else { return names[id] }
    return try MemberOpening(row: row, member: member, version: roster.end)
      .name(with: change.standing.epochKeys)
  }
}
