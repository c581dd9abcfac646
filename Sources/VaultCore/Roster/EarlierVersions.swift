import Synchronization
import VaultCrypto
import VaultStore

/// Versions before the first that a chain was verified from, read back as something needs them.
///
/// The account has verified the first one and therefore, by the hash of the version before that
/// each holds, exactly these. All copies of a roster share them.
final class EarlierVersions: Sendable {
  /// The version right before the first one stands at index 0.
  private let versions = Mutex<[SignedRosterVersion]>([])

  /// The earliest that was read; nil for none.
  var earliest: SignedRosterVersion? { versions.withLock { $0.last } }

  /// The version at that distance before the first one, from 1 on.
  func version(before distance: UInt64) -> SignedRosterVersion? {
    versions.withLock { versions in
      distance >= 1 && distance <= UInt64(versions.count) ? versions[Int(distance) - 1] : nil
    }
  }

  /// The last version of an epoch among them.
  func version(ofEpoch epoch: UInt64) -> RosterVersion? {
    versions.withLock { $0.first { $0.version.epoch == epoch }?.version }
  }

  /// Adds the version before the earliest; one that another core has added already is dropped.
  func add(_ version: SignedRosterVersion) {
    versions.withLock { versions in
      if versions.last.map({ version.version.number < $0.version.number }) ?? true {
        versions.append(version)
      }
    }
  }
}

extension VerifiedRoster {
  /// Reads back, by the hashes of the chain, to a version's number.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`), `.store`.
  func reach(number: UInt64, in rows: Rows) throws(VaultError) {
    try reach(in: rows) { $0.number <= max(number, 1) }
  }

  /// Reads back to the last version of an epoch.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`), `.store`.
  func reach(epoch: UInt64, in rows: Rows) throws(VaultError) {
    try reach(in: rows) { $0.epoch <= epoch || $0.number <= 1 }
  }

  private func reach(
    in rows: Rows, until isEnough: (RosterVersion) -> Bool
  ) throws(VaultError) {
    while true {
      let known = earliest.version
      if isEnough(known) { return }
      let key = (known.number - 1).key
      let stored = SignedBytes(untrusted: try rows.row(.roster, key).bytes)
      guard Digest(.rosterVersion, vault: vault, data: stored.bytes) == known.previous else {
        throw .damage(.roster, key, .hash)
      }
      do { earlier.add(try SignedRosterVersion(untrusted: stored)) } catch {
        throw .roster(error)
      }
    }
  }
}
