/// A client whose retention has run out: what a list of them shows, without an identity.
package struct DueClient: Equatable, Sendable {
  package let id: ClientID
  /// The present UID, otherwise the latest.
  package let uid: String?
  /// The month in which the retention ran out.
  package let year, month: Int
  /// Whether a legal hold stops destruction.
  package let isHeld: Bool
}

extension Session {
  /// Lists who is due for destruction, which is recorded before it returns.
  ///
  /// - Parameter order: Why and when.
  /// - Returns: Longest due first.
  /// - Throws: `.notPermitted`, `.reasonDemanded`, `.unknownReason`, `.damaged`, `.file`.
  package func due(_ order: MemberOrder) throws(VaultError) -> [DueClient] {
    try change { (change) throws(VaultError) in
      let reason = try change.permit(order)
      let month = DirectoryEntry.monthDue(after: order.now, years: 0)
      let due = try change.directory().due(in: month)
      try change.append(LogContent(.due, reason: reason, clients: due.map(\.id)), at: order.now)
      return due.map(DueClient.init)
    }
  }
}

extension DueClient {
  /// - Parameter entry: One with a month due.
  fileprivate init(_ entry: DirectoryEntry) {
    self.init(
      id: entry.id, uid: entry.uids.first.map { String(decoding: $0, as: UTF8.self) },
      year: 2000 + Int(entry.monthDue) / 12, month: Int(entry.monthDue) % 12 + 1,
      isHeld: entry.isHeld)
  }
}

extension Directory {
  /// The entries whose month due is not after a month, longest due first.
  fileprivate func due(in month: UInt16) throws(VaultError) -> [DirectoryEntry] {
    try concurrently { (_, block) throws(FormatProblem) in
      var found: [DirectoryEntry] = []
      try block.forEachEntry { (bytes, view) throws(FormatProblem) in
        guard view.isDue(in: month, bytes) else { return }
        var offset = view.range.lowerBound - 2
        found.append(try DirectoryEntry(from: bytes, at: &offset))
      }
      return found
    }.flatMap { $0 }.sorted { ($0.monthDue, $0.id.number) < ($1.monthDue, $1.id.number) }
  }
}
