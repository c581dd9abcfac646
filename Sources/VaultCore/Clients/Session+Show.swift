/// Clients who wait for a UID.
package struct PendingClients: Equatable, Sendable {
  /// Oldest first.
  package let clients: [Client]
  /// Records that cannot be read; nothing of them is shown.
  package let damage: [Damage]
}

extension Session {
  /// Reveals one client, which is recorded before it returns.
  ///
  /// - Parameters:
  ///   - reference: By UID, present or earlier, or by id.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: The client's record.
  /// - Throws: `.noSuchClient`, `.ambiguousID`, `.reasonDemanded`, `.unknownReason`,
  ///   `.notPermitted`, `.damaged`, `.file`.
  package func show(
    _ reference: ClientReference, reason: String?, now: UInt64
  ) throws(VaultError) -> Client {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let located = try change.directory().find(reference)
      let client = try change.record(of: located.entry)
      try change.append(LogContent(.show, reason: reason, clients: [client.id]), at: now)
      return client
    }
  }

  /// Reveals the clients who wait for a UID, oldest first, which is recorded before it returns.
  ///
  /// - Parameters:
  ///   - whose: Everybody's, or only those that this member registered.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: Their records; a damaged one costs no other.
  /// - Throws: as `show` does.
  package func pending(
    _ whose: Whose, reason: String?, now: UInt64
  ) throws(VaultError) -> PendingClients {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let mine = whose == .mine ? self.memberID : nil
      let entries = try change.directory().pending(of: mine)
      var (clients, damage): ([Client], [Damage]) = ([], [])
      for entry in entries {
        switch try change.readable(entry) {
        case .success(let client): clients.append(client)
        case .failure(let problem): damage.append(problem)
        }
      }
      if clients.isEmpty, let first = damage.first { throw .damaged(first) }
      clients.sort { ($0.created.time, $0.id.number) < ($1.created.time, $1.id.number) }
      try change.append(
        LogContent(.pending, reason: reason, clients: clients.map(\.id)), at: now)
      return PendingClients(clients: clients, damage: damage)
    }
  }

  /// Whose pending clients are meant.
  package enum Whose: Sendable {
    case mine
    case everybodys
  }
}

extension Directory {
  /// The entries that wait for a UID; of one member, or all.
  func pending(of owner: MemberID?) throws(VaultError) -> [DirectoryEntry] {
    try concurrently { (_, block) throws(FormatProblem) in
      var found: [DirectoryEntry] = []
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        guard view.status == .pending else { return }
        var offset = view.range.lowerBound - 2
        let entry = try DirectoryEntry(from: bytes, at: &offset)
        if owner == nil || entry.owner == owner { found.append(entry) }
      }
      return found
    }.flatMap { $0 }
  }
}
