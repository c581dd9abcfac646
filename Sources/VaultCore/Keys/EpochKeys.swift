import Synchronization
import VaultCrypto
import VaultStore

/// The keys of one epoch that a member holds; docs/FORMAT.md section 2.2.
final class EpochKeys: Sendable {
  let epoch: UInt64
  let house: EpochHouse
  /// Nil for an auditor.
  let identity: IdentityEpochKeys?
  /// Keys of earlier epochs, opened as links demand them.
  private let earlier = Mutex<[UInt64: EpochHouse]>([:])

  init(epoch: UInt64, house: consuming HouseKey, identity: consuming IdentityKey?) {
    self.epoch = epoch
    self.house = EpochHouse(epoch: epoch, key: house)
    switch consume identity {
    case .some(let key): self.identity = IdentityEpochKeys(key)
    case .none: self.identity = nil
    }
  }

  /// The commitment by which a roster version binds a house key.
  static func commitment(
    to key: borrowing HouseKey, epoch: UInt64, in vault: VaultID
  ) -> Digest {
    key.keyedHash(
      purpose: .houseCommitment, vault: vault.bytes, data: unsafe epoch.key.span.bytes)
  }

  /// The commitment by which a roster version binds an identity key.
  static func commitment(
    to key: borrowing IdentityKey, epoch: UInt64, in vault: VaultID
  ) -> Digest {
    key.keyedHash(
      purpose: .identityCommitment, vault: vault.bytes, data: unsafe epoch.key.span.bytes)
  }
}

/// The house key of one epoch, and what it seals with.
final class EpochHouse: Sendable {
  let epoch: UInt64
  let key: HouseKey
  let sealing: HouseSealingKey

  init(epoch: UInt64, key: consuming HouseKey) {
    self.epoch = epoch
    sealing = key.sealingKey()
    self.key = key
  }
}

extension EpochKeys {
  /// The house key of this epoch or of an earlier one, which each epoch's first version hands down.
  ///
  /// Source: docs/FORMAT.md section 5.2.
  ///
  /// - Throws: `.damaged` (`number` for an epoch that the roster does not have, `seal` for a key
  ///   that does not open, `key` for one that the roster does not commit to).
  func house(ofEpoch wanted: UInt64, in roster: VerifiedRoster) throws(VaultError) -> EpochHouse {
    if wanted == epoch { return house }
    if let known = earlier.withLock({ $0[wanted] }) { return known }
    guard wanted >= 1, wanted < epoch else {
      throw .damage(.roster, roster.end.number.key, .number)
    }
    let later = try house(ofEpoch: wanted + 1, in: roster)
    let found = try Self.handedDown(by: later, in: roster)
    earlier.withLock { $0[wanted] = found }
    return found
  }

  private static func handedDown(
    by later: EpochHouse, in roster: VerifiedRoster
  ) throws(VaultError) -> EpochHouse {
    let epoch = later.epoch - 1
    guard let handing = roster.version(ofEpoch: later.epoch), let sealed = handing.previousHouse,
      let version = roster.version(ofEpoch: epoch)
    else { throw .damage(.roster, roster.end.number.key, .number) }
    let place = Place(
      vault: version.vault.bytes, namespace: .previousHouse, key: epoch.key, epoch: later.epoch)
    let key: HouseKey
    do {
      let secret = try later.sealing.openSecret(sealed, place: place)
      key = try secret.withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    } catch {
      throw .damage(.roster, handing.number.key, .seal)
    }
    guard commitment(to: key, epoch: epoch, in: version.vault) == version.houseCommitment else {
      throw .damage(.roster, handing.number.key, .key)
    }
    return EpochHouse(epoch: epoch, key: key)
  }
}

/// What follows from the identity key: who may read clients.
final class IdentityEpochKeys: Sendable {
  let record: RecordKey
  let directory: DirectoryKey

  init(_ key: borrowing IdentityKey) {
    record = key.recordKey()
    directory = key.directoryKey()
  }

  /// The key under which a client's record is stored: nobody without the record key links the two.
  func blinded(_ id: ClientID, in vault: VaultID) -> [UInt8] {
    Array(
      record.keyedHash(purpose: .blindedID, vault: vault.bytes, data: unsafe id.bytes.span.bytes)
        .bytes.prefix(16))
  }
}
