import VaultCrypto

/// Somebody who meets a query.
package struct SearchHit: Equatable, Sendable {
  /// How sure it is that this person was meant.
  package enum Strength: String, Sendable {
    /// Every word met something whole.
    case exact
    /// Some words met a part.
    case strong
    /// Some word met with a slip.
    case similar
  }

  package let client: Client
  package let why: [MatchReason]
  package let strength: Strength
}

/// The best hits of a query.
package struct SearchAnswer: Equatable, Sendable {
  /// Best first.
  package let hits: [SearchHit]
  /// How many more there are.
  package let more: Int
  /// Records that met the query and cannot be read; nothing of them is shown.
  package let damage: [Damage]
}

extension Session {
  /// Searches, and records who was shown before it returns.
  ///
  /// - Parameters:
  ///   - query: What to search for.
  ///   - limit: Most hits that are shown, from 1 on.
  ///   - reason: A code of the policy's list.
  ///   - now: Seconds since 1970, UTC.
  /// - Returns: The best hits, and how many more there are. A damaged record costs no other hit.
  /// - Throws: `.reasonDemanded`, `.unknownReason`, `.notPermitted`, `.damaged`, `.file`.
  package func find(
    _ query: Query, limit: Int, reason: String?, now: UInt64
  ) throws(VaultError) -> SearchAnswer {
    try change { (change) throws(VaultError) in
      let reason = try Reason(reason, under: change.policy)
      let directory = try change.directory()
      var found = try Search(query, limit: limit).run(in: directory)
      if found.total == 0, Matcher.canRelax(query) {
        found = try Search(query, missesAllowed: 1, limit: limit).run(in: directory)
      }
      var (hits, damage): ([SearchHit], [Damage]) = ([], [])
      for hit in found.best {
        switch try change.readable(hit.entry) {
        case .success(let client):
          hits.append(
            SearchHit(
              client: client, why: hit.reasons, strength: SearchHit.Strength(hit.merit)))
        case .failure(let problem): damage.append(problem)
        }
      }
      if hits.isEmpty, let first = damage.first { throw .damaged(first) }
      try change.append(
        LogContent(.find, reason: reason, clients: hits.map(\.client.id)), at: now)
      return SearchAnswer(hits: hits, more: found.total - found.best.count, damage: damage)
    }
  }
}

extension SearchHit.Strength {
  fileprivate init(_ merit: Merit) {
    self =
      switch merit.worst {
      case .exact: .exact
      case .part: .strong
      case .similar: .similar
      }
  }
}
