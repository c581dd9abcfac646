/// From when to when somebody held the key to clients, by the roster.
struct KeyHolding: Sendable {
  /// Seconds since 1970, UTC.
  let from: UInt64
  /// When it was taken from them, and the number of the version that did; nil while they hold it.
  var end: (time: UInt64, version: UInt64)?
  /// Their role as long as they held it.
  var role: Role
}

extension VerifiedRoster {
  /// Everybody who has ever held the identity key: from the first time to the last.
  ///
  /// An invitation counts: whoever has its code and the file holds what its member will.
  func identityKeyHoldings() -> [MemberID: KeyHolding] {
    var holdings: [MemberID: KeyHolding] = [:]
    for number in 1...end.number {
      guard let version = version(number) else { continue }
      for member in version.members where member.kind != .recovery {
        let role = member.role.flatMap { $0.holdsIdentityKey && member.isPresent ? $0 : nil }
        if let role {
          var holding = holdings[member.id] ?? KeyHolding(from: member.since, role: role)
          (holding.end, holding.role) = (nil, role)
          holdings[member.id] = holding
        } else if holdings[member.id] != nil, holdings[member.id]?.end == nil {
          holdings[member.id]?.end = (member.since, number)
        }
      }
    }
    return holdings
  }
}
