/// Which entries of the log are asked for.
package struct AuditFilter: Sendable {
  /// Done by somebody who has, or had, that name.
  package var member: MemberName?
  /// About this client. By UID only for holders of the identity key.
  package var client: ClientReference?
  package var period = AuditPeriod.all
  /// Of one of these kinds; of all where it is empty.
  package var actions: Set<Action> = []

  /// Asks for everything.
  package init() {}
}

/// A filter whose names were looked up.
struct ResolvedFilter {
  let filter: AuditFilter
  let members: Set<MemberID>
  let client: ClientMatch

  /// How an entry's clients are compared.
  enum ClientMatch {
    case any
    case one(ClientID)
    case prefix(ClientIDPrefix)

    func matches(_ id: ClientID) -> Bool {
      switch self {
      case .any: true
      case .one(let wanted): id == wanted
      case .prefix(let prefix): prefix.matches(id.number)
      }
    }
  }

  func matches(_ entry: AuditEntry) -> Bool {
    guard filter.period.contains(entry.time),
      filter.actions.isEmpty || filter.actions.contains(entry.action),
      filter.member == nil || members.contains(entry.member)
    else { return false }
    if case .any = client { return true }
    return entry.clients.contains(where: client.matches)
  }
}
