import VaultStore

/// Whether UIDs stand beside the ids of clients.
package enum UIDJoining: Sendable {
  case idsAlone
  /// For holders of the identity key, and recorded.
  case joined
}

/// How the log is to be read, by whom it is not recorded unless UIDs are joined in.
package struct AuditOrder: Sendable {
  let uids: UIDJoining
  /// A code of the policy's list.
  let reason: String?
  /// Seconds since 1970, UTC.
  let now: UInt64

  /// - Parameters:
  ///   - uids: Whether UIDs stand beside ids.
  ///   - reason: A code of the policy's list, or nil; counts only where UIDs are joined in.
  ///   - now: Seconds since 1970, UTC.
  package init(uids: UIDJoining, reason: String?, now: UInt64) {
    (self.uids, self.reason, self.now) = (uids, reason, now)
  }
}

/// Entries of the log, and what it takes to show them.
package struct AuditReading: Sendable {
  package fileprivate(set) var entries: [AuditEntry] = []
  package let names: MemberNames
  /// The one client who was asked for, if any was and it is in the log.
  package fileprivate(set) var client: ClientID?
  /// The present or else latest UID of each client, where they were asked for.
  package fileprivate(set) var uids: [ClientID: String] = [:]
  /// What is wrong with the log, the first of it; entries that are sound were read all the same.
  package fileprivate(set) var damage: Damage?
}

extension Session {
  /// Reads the log.
  ///
  /// Nothing is recorded unless UIDs are joined to ids: beside the answer, or because the client was
  /// named by UID. That is a reveal, and durable before this returns.
  ///
  /// - Parameters:
  ///   - filter: Which entries are asked for.
  ///   - order: Whether with UIDs, why and when.
  ///   - progress: Called with links done and links in all.
  /// - Returns: The entries that were asked for.
  /// - Throws: `.notPermitted` for a caseworker, and for an auditor who asks for UIDs;
  ///   `.unknownMember`, `.noSuchClient`, `.ambiguousID`, `.reasonDemanded`, `.unknownReason`,
  ///   `.damaged`, `.file`.
  package func audit(
    _ filter: AuditFilter, _ order: AuditOrder,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> AuditReading {
    let join = try UIDJoin(for: filter, order, under: self)
    let (names, resolved) = try resolve(filter)
    var reading = AuditReading(names: names)
    let damage = try forEachEntry(progress: progress) { entry in
      if resolved.matches(entry) { reading.entries.append(entry) }
    }
    reading.damage = damage
    reading.client = try Self.client(resolved, in: reading.entries)
    if let join {
      let named = Set(reading.entries.flatMap(\.clients))
      reading.uids = try join.uids(of: named, askedFor: reading.client)
    }
    return reading
  }

  /// Reads every entry of the log that is sound, in order.
  ///
  /// - Returns: The first damage of the log, or nil.
  /// - Throws: `.notPermitted` for a caseworker; `.damaged`, `.file`.
  func forEachEntry(
    progress: (_ done: Int, _ total: Int) -> Void, _ take: (AuditEntry) -> Void
  ) throws(VaultError) -> Damage? {
    var damage: Damage?
    _ = try walkLog(.demanded, progress: progress) { finding in
      switch finding {
      case .link(let checked):
        guard let content = checked.content else {
          preconditionFailure("contents were demanded")
        }
        take(AuditEntry(checked.link, content))
      case .damaged, .missing: if damage == nil { damage = finding.damage }
      }
    }
    return damage
  }

  /// Looks names and client up; nothing of it is shown yet.
  func resolve(_ filter: AuditFilter) throws(VaultError) -> (MemberNames, ResolvedFilter) {
    try look { (rows, tree) throws(VaultError) in
      let names = try MemberNames(in: rows, for: tree.standing)
      var members: Set<MemberID> = []
      if let name = filter.member {
        members = names.members(named: name)
        guard !members.isEmpty else { throw .unknownMember }
      }
      let client: ResolvedFilter.ClientMatch
      switch filter.client {
      case nil: client = .any
      case .id(let prefix): client = .prefix(prefix)
      case .uid(let uid):
        client = .one(
          try Directory(in: rows, under: tree).find(.uid(uid)).entry.id)
      }
      return (names, ResolvedFilter(filter: filter, members: members, client: client))
    }
  }

  /// The one client that was asked for.
  ///
  /// - Throws: `.ambiguousID` if an id's beginning fits several.
  private static func client(
    _ resolved: ResolvedFilter, in entries: [AuditEntry]
  ) throws(VaultError) -> ClientID? {
    switch resolved.client {
    case .any: return nil
    case .one(let id): return id
    case .prefix:
      let found = Set(entries.flatMap(\.clients).filter(resolved.client.matches))
      guard found.count <= 1 else { throw .ambiguousID(found.count) }
      return found.first
    }
  }
}

extension LogWalk.Finding {
  /// What is wrong, if anything is.
  var damage: Damage? {
    switch self {
    case .link: nil
    case .damaged(let damage): damage
    case .missing(let numbers):
      Damage(namespace: Namespace.log.name, key: numbers.lowerBound.key, problem: .missing)
    }
  }
}

extension Directory {
  /// The directory that a tree's head names.
  ///
  /// - Throws: `.notPermitted` without the identity key.
  init(in rows: Rows, under tree: Tree) throws(VaultError) {
    self.init(
      rows: rows,
      opening: BlockOpening(
        hashes: tree.head.blockHashes, vault: tree.standing.vault,
        epoch: tree.standing.epochKeys.epoch, keys: try tree.standing.identityKeys()))
  }
}
