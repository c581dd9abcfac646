import VaultCrypto
import VaultStore

/// A vault that a member has unlocked, and the keys that they hold.
package final class Session: Sendable {
  let vault: Vault
  package let member: RosterMember
  let memberKeys: MemberKeys
  let epochKeys: EpochKeys
  /// The pair that opens what was done to whom; nil for a caseworker.
  let auditPair: BoxKeyPair?

  init(
    vault: Vault, member: RosterMember, keys: consuming MemberKeys, epochKeys: consuming EpochKeys,
    auditPair: consuming BoxKeyPair?
  ) {
    self.vault = vault
    self.member = member
    memberKeys = keys
    self.epochKeys = epochKeys
    self.auditPair = auditPair
  }

  var roster: VerifiedRoster { vault.roster }
  private var store: any Store { vault.store }

  /// The keys to clients.
  ///
  /// - Throws: `.notPermitted` for an auditor.
  func identityKeys() throws(VaultError) -> IdentityEpochKeys {
    guard let keys = epochKeys.identity else { throw .notPermitted }
    return keys
  }

  /// Seals a value under the house key.
  func seal(_ plaintext: [UInt8], namespace: Place.Namespace, key: [UInt8]) -> SealedBytes {
    epochKeys.houseSealing.seal(
      unsafe plaintext.span.bytes,
      place: Place(
        vault: roster.end.vault.bytes, namespace: namespace, key: key, epoch: epochKeys.epoch))
  }

  /// Runs a transaction that may change the vault; it is durable when this returns.
  ///
  /// - Throws: what `body` throws, after which nothing is changed; `.damaged`, `.store`.
  func change<Value>(_ body: (Change) throws(VaultError) -> Value) throws(VaultError) -> Value {
    try store.write { (writing) throws(VaultError) in
      try body(try Change(writing, in: self))
    }
  }

  /// Runs a transaction that only reads, and that must reveal nothing.
  ///
  /// - Throws: what `body` throws; `.damaged`, `.store`.
  func look<Value>(
    _ body: (Rows, Tree) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try store.read { (reading) throws(VaultError) in
      let rows = Rows(reading: reading)
      return try body(rows, try Tree(in: rows, under: self.roster, with: self.epochKeys))
    }
  }

  /// Opens what a link records, if this member may.
  ///
  /// - Throws: `.damaged` (`seal`, `format`).
  func checkContent(_ sealed: SealedBytes, number: UInt64) throws(VaultError) {
    switch auditPair {
    case .some(let pair):
      _ = try LogContentBox.open(sealed, number: number, in: roster.end.vault, with: pair)
    case .none: return
    }
  }

  /// What supervisors have set.
  ///
  /// - Throws: `.damaged`, `.store`.
  package func policy() throws(VaultError) -> Policy {
    try look { (_, tree) throws(VaultError) in tree.policy }
  }
}
