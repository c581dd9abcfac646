import VaultCrypto
import VaultStore

/// A vault whose roster was verified, and which nobody has unlocked yet.
package final class Vault: Sendable {
  let store: any Store
  package let roster: VerifiedRoster

  /// Opens a vault: reads the roster and verifies it, before any passphrase is stretched.
  ///
  /// - Throws: `.roster` for a roster that must not be followed, `.store`.
  init(in store: any Store) throws(VaultError) {
    self.store = store
    roster = try store.read { (reading) throws(VaultError) in
      try Rows(reading: reading).roster()
    }
  }

  /// The present person of that name.
  ///
  /// - Throws: `.unknownMember`.
  package func person(named name: MemberName) throws(VaultError) -> RosterMember {
    guard let member = roster.person(named: name) else { throw .unknownMember }
    return member
  }

  /// The words by which people compare vaults: of the founder's key, under the vault's id.
  package var fingerprint: [String] {
    Fingerprint.words(of: roster.founderKey, in: roster.end.vault)
  }
}

/// Words that two people can compare by telephone.
enum Fingerprint {
  /// Eight words of 11 bits: 88 bits, beyond any search for a second key that shows the same.
  private static let count = 8

  static func words(of key: VerifyingKey, in vault: VaultID) -> [String] {
    WordList.encode(
      Digest(.fingerprint, vault: vault, data: key.bytes).bytes, count: count)
  }
}
