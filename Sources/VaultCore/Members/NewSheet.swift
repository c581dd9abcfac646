package import VaultCrypto

/// The key of a new recovery sheet, for changes that may have to replace the old one.
package enum NewSheet: ~Copyable {
  /// No sheet was made: a change that needs one is refused.
  case none
  /// A key whose sheet was proven to be kept.
  case proven(RecoveryIdentity)
}

extension Session {
  /// Whether ending a member's supervision replaces the recovery key, so that a new sheet must be
  /// printed and proven first; false for a name that nobody has.
  package func replacesSheet(endingRoleOf name: MemberName) -> Bool {
    let roster = roster
    guard let member = roster.person(named: name), member.isSupervisor else { return false }
    return roster.recovery.madeBy == member.id
  }
}
