import VaultCrypto

/// The keys of one epoch that a member holds; docs/FORMAT.md section 2.2.
struct EpochKeys: ~Copyable, Sendable {
  let epoch: UInt64
  let house: HouseKey
  let houseSealing: HouseSealingKey
  /// Nil for an auditor.
  let identity: IdentityEpochKeys?

  init(epoch: UInt64, house: consuming HouseKey, identity: consuming IdentityKey?) {
    self.epoch = epoch
    houseSealing = house.sealingKey()
    self.house = house
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
