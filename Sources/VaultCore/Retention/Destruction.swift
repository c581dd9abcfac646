/// What is left of a client who was destroyed, and what the vault knows of copies that may still
/// hold them: the ground of a certificate. It holds no identity.
package struct Destruction: Sendable {
  package let organization: String
  /// The vault's words, by which the certificate names the vault.
  package let fingerprint: [String]
  package let id: ClientID
  /// Oldest first; they stay, so that none of them is given to somebody else.
  package let uids: [HMISIdentifier]
  /// Seconds since 1970, UTC.
  package let registered, destroyed: UInt64
  /// Why: a code of the policy's list; empty for none.
  package let reason: String
  /// The number of the log's entry that records it, through which readers of the log find who.
  package let entry: UInt64
  /// The epoch that began with it: people see "key set".
  package let epoch: UInt64
  /// Backups that the vault knows of, all made before, oldest first; others may exist.
  package let backups: [Diary.Backup]
}

extension Client {
  /// The record that stays of a client who is destroyed: id, UIDs and dates.
  func destroyed(_ stamp: Stamp) -> Client {
    var rest = Client(
      id: id, status: .destroyed, created: created, changed: stamp, details: ClientDetails())
    rest.uids = uids
    rest.destroyedBy = stamp
    return rest
  }
}
