import VaultCrypto

/// The pair to which what is done is sealed; its holders read what was done to whom.
final class AuditPair: Sendable {
  /// 1 for the first of a vault.
  let number: UInt32
  let keys: BoxKeyPair

  init(number: UInt32, keys: consuming BoxKeyPair) {
    self.number = number
    self.keys = keys
  }
}
