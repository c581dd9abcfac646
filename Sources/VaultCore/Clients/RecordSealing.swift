import VaultCrypto

/// Seals client records and names the rows that they go to.
struct RecordSealing: Sendable {
  let keys: IdentityEpochKeys
  let vault: VaultID
  let epoch: UInt64

  /// The key of the client's row.
  func key(of id: ClientID) -> [UInt8] { keys.blinded(id, in: vault) }

  /// Seals an encoded record for its row.
  func seal(_ record: [UInt8], under key: [UInt8]) -> SealedBytes {
    keys.record.seal(
      record, place: Place(vault: vault.bytes, namespace: .client, key: key, epoch: epoch))
  }

  /// The hash by which the directory names a sealed record.
  func hash(of sealed: SealedBytes) -> Digest {
    Digest(.clientRecord, vault: vault, data: sealed.bytes)
  }
}

extension Change {
  /// What seals records, on any core.
  ///
  /// - Throws: `.notPermitted` without the identity key.
  func recordSealing() throws(VaultError) -> RecordSealing {
    RecordSealing(
      keys: try standing.identityKeys(), vault: vault, epoch: standing.epochKeys.epoch)
  }
}
