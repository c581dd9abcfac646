import VaultStore

/// The reveal that joins UIDs to ids: permitted before the log is read, recorded before it is shown.
struct UIDJoin {
  private let session: Session
  private let order: AuditOrder

  /// Nil where no UID is asked for.
  ///
  /// - Throws: `.notPermitted` without the identity key and the audit secret, `.reasonDemanded`,
  ///   `.unknownReason`; `.damaged`, `.file`.
  init?(
    for filter: AuditFilter, _ order: AuditOrder, under session: Session
  ) throws(VaultError) {
    (self.session, self.order) = (session, order)
    var isAsked = order.uids == .joined
    if case .uid = filter.client { isAsked = true }
    guard isAsked else { return nil }
    _ = try session.standing.identityKeys()
    guard session.standing.auditPair != nil else { throw .notPermitted }
    _ = try Reason(order.reason, under: try session.policy())
  }

  /// Finds the UIDs and records whose they are.
  ///
  /// - Parameters:
  ///   - clients: Everybody whom the answer names.
  ///   - client: The one who was asked for, who alone counts where ids stand alone.
  /// - Returns: The present UIDs, of those who have one.
  /// - Throws: `.notPermitted`, `.reasonDemanded`, `.unknownReason`, `.damaged`, `.file`.
  func uids(
    of clients: Set<ClientID>, askedFor client: ClientID?
  ) throws(VaultError) -> [ClientID: String] {
    var wanted = order.uids == .joined ? clients : []
    if let client { wanted.insert(client) }
    guard !wanted.isEmpty else { return [:] }
    return try session.change { (change) throws(VaultError) in
      let reason = try Reason(order.reason, under: change.policy)
      let found = try change.directory().latestUIDs(of: wanted)
      try change.append(
        LogContent(.audit, reason: reason, clients: wanted.sorted()), at: order.now)
      return found
    }
  }
}

extension Directory {
  /// The present or else latest UID of each of these clients that has one.
  ///
  /// - Throws: `.damaged`, `.store`.
  func latestUIDs(of clients: Set<ClientID>) throws(VaultError) -> [ClientID: String] {
    let found = try concurrently { (_, block) throws(FormatProblem) in
      var found: [(ClientID, String)] = []
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        let id = ClientID(number: view.idNumber(in: bytes))
        guard clients.contains(id) else { return }
        var offset = view.range.lowerBound - 2
        let entry = try DirectoryEntry(from: bytes, at: &offset)
        if let uid = entry.uids.first { found.append((id, String(decoding: uid, as: UTF8.self))) }
      }
      return found
    }
    return Dictionary(found.joined()) { first, _ in first }
  }
}
