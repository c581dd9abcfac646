/// Which clients could have been seen, by whom, since when.
package struct Exposure: Sendable {
  /// Those who were asked for; otherwise all who have seen anybody, or could have.
  package internal(set) var members: [MemberExposure] = []
  /// All clients in the vault now.
  package internal(set) var clients: UInt64 = 0
  package let names: MemberNames
  /// The present or else latest UID of each client who was seen, where they were asked for.
  package internal(set) var uids: [ClientID: String] = [:]
  /// What is wrong with the log, the first of it; entries that are sound were counted all the same.
  package internal(set) var damage: Damage?
}

/// Which clients one member could have seen, and which the log says they have.
package struct MemberExposure: Sendable {
  package let member: MemberID
  /// Their role while they held the key to clients; nil if they never did.
  package let role: Role?
  /// From when to when they held the key to clients: seconds since 1970, UTC.
  package let from, until: UInt64?
  /// All clients that stood in the vault while they held the key: with file and passphrase each of
  /// them can be read without a trace in the log.
  package let readable: UInt64
  /// Clients whom their entries name, in the order of ids.
  package let clients: [ClientID]
  /// Their entries that name anybody, by kind.
  package let actions: [Action: Int]
}

/// Adds up what the log says of each member.
struct ExposureTally {
  private let period: AuditPeriod
  private var clients: [MemberID: Set<ClientID>] = [:]
  private var actions: [MemberID: [Action: Int]] = [:]
  /// The version under which each client came into the vault, as far as the log is kept.
  private var arrivals: [ClientID: UInt64] = [:]

  init(period: AuditPeriod) {
    self.period = period
  }

  mutating func take(_ entry: AuditEntry) {
    switch entry.action {
    // Behind the one who was added stand people who resemble them.
    case .add: arrive(entry.clients.prefix(1), entry.version)
    case .import: arrive(entry.clients[...], entry.version)
    default: break
    }
    guard period.contains(entry.time), !entry.clients.isEmpty else { return }
    clients[entry.member, default: []].formUnion(entry.clients)
    actions[entry.member, default: [:]][entry.action, default: 0] += 1
  }

  private mutating func arrive(_ clients: ArraySlice<ClientID>, _ version: UInt64) {
    for client in clients where arrivals[client] == nil { arrivals[client] = version }
  }

  /// What is known of a member.
  ///
  /// - Parameters:
  ///   - member: The member.
  ///   - holding: When they held the key to clients; nil for never.
  ///   - total: Clients in the vault now.
  /// - Returns: Whom they have seen, and could have.
  func exposure(of member: MemberID, _ holding: KeyHolding?, total: UInt64) -> MemberExposure {
    var readable = holding == nil ? 0 : total
    if let end = holding?.end {
      let later = UInt64(arrivals.values.count { $0 >= end.version })
      readable -= min(readable, later)
    }
    return MemberExposure(
      member: member, role: holding?.role, from: holding?.from, until: holding?.end?.time,
      readable: readable, clients: clients[member, default: []].sorted(),
      actions: actions[member, default: [:]])
  }

  /// Everybody who is in the tally.
  var members: Set<MemberID> { Set(actions.keys) }
}

extension Session {
  /// Finds which clients could have been seen by whom.
  ///
  /// Nothing is recorded unless UIDs are asked for, which is a reveal and durable before this
  /// returns.
  ///
  /// - Parameters:
  ///   - name: Whose sight is asked for; nil for everybody's.
  ///   - period: Which entries count.
  ///   - order: Whether with UIDs, why and when.
  ///   - progress: Called with links done and links in all.
  /// - Returns: What is known of each member.
  /// - Throws: as `audit` does.
  package func exposure(
    of name: MemberName?, in period: AuditPeriod, _ order: AuditOrder,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> Exposure {
    var filter = AuditFilter()
    filter.member = name
    let join = try UIDJoin(for: filter, order, under: self)
    let (names, resolved) = try resolve(filter)
    var exposure = Exposure(names: names)
    var tally = ExposureTally(period: period)
    exposure.damage = try forEachEntry(progress: progress) { tally.take($0) }
    let (holdings, total) = try look { (rows, tree) throws(VaultError) in
      let whole = try Self.wholeRoster(in: rows, under: tree)
      return (whole.identityKeyHoldings(), tree.head.counts.total)
    }
    exposure.clients = total
    let members =
      name == nil ? tally.members.union(holdings.keys) : resolved.members
    exposure.members = members.sorted().map { member in
      tally.exposure(of: member, holdings[member], total: total)
    }
    if let join {
      let seen = Set(exposure.members.flatMap(\.clients))
      exposure.uids = try join.uids(of: seen, askedFor: nil)
    }
    return exposure
  }
}
