import VaultCrypto
import VaultStore

/// A vault whose roster was verified, and which nobody has unlocked yet.
package final class Vault: Sendable {
  let store: any Store
  package let roster: VerifiedRoster
  /// What this account knew of the vault when it was opened.
  package let visit: Visit
  /// Nil where nothing is remembered.
  let freshness: Freshness?

  /// What an account knew of a vault that it opens.
  package enum Visit: Equatable, Sendable {
    /// The vault contains what the account has seen of it.
    case known
    /// Nothing was known of it: vault and version are to be compared by their words.
    case first
    /// As on a first visit, but under this path the account has opened another vault.
    case otherVault
    /// A new generation, accepted by its version's words.
    case newGeneration
    /// The file is to become the one that counts; the generation that the account has seen.
    case settling(UInt64)
  }

  /// Opens a vault: reads the roster and verifies it, before any passphrase is stretched.
  ///
  /// - Parameters:
  ///   - store: The vault's rows.
  ///   - account: Who opens it, and what they remember; nil to remember nothing.
  /// - Throws: `.roster` for a roster that must not be followed; `.freshness` for one that is not
  ///   what the account remembers; `.memory`, `.damaged`, `.store`.
  init(in store: any Store, for account: Account? = nil) throws(VaultError) {
    self.store = store
    let opening = try store.read { (reading) throws(VaultError) -> RosterOpening in
      let rows = Rows(reading: reading)
      guard let account else { return RosterOpening(unremembered: try rows.roster()) }
      return try RosterOpening(in: rows, for: account)
    }
    (roster, visit) = (opening.roster, opening.visit)
    freshness = account.map { Freshness(opening, for: $0) }
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

  /// The roster's number when the vault was opened.
  package var version: UInt64 { roster.end.number }

  /// The words of the version that was found when the vault was opened.
  package var versionWords: VersionWords { VersionWords(of: roster) }
}

extension Session {
  /// The roster's number, as the last transaction found it.
  package var version: UInt64 { roster.end.number }

  /// Whether both are of one vault: one founder's key and one id.
  package func isOfSameVault(as other: Session) -> Bool {
    vaultID == other.vaultID && roster.founderKey == other.roster.founderKey
  }

  /// The words by which people compare vaults.
  package var fingerprint: [String] { vault.fingerprint }

  /// The words of the version that the last transaction found.
  package var versionWords: VersionWords { VersionWords(of: roster) }
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
