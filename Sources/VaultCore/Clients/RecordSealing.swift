import VaultCrypto
import VaultStore

/// Seals and opens client records on any core, and names the rows that they go to.
struct RecordSealing: Sendable {
  let keys: IdentityEpochKeys
  let vault: VaultID
  let epoch: UInt64

  /// - Throws: `.notPermitted` without the identity key.
  init(_ standing: Standing) throws(VaultError) {
    keys = try standing.identityKeys()
    vault = standing.vault
    epoch = standing.epochKeys.epoch
  }

  /// The key of the client's row.
  func key(of id: ClientID) -> [UInt8] { keys.blinded(id, in: vault) }

  /// What a record under a key is bound to.
  func place(of key: [UInt8]) -> Place {
    Place(vault: vault.bytes, namespace: .client, key: key, epoch: epoch)
  }

  /// Seals an encoded record for its row.
  func seal(_ record: [UInt8], under key: [UInt8]) -> SealedBytes {
    keys.record.seal(record, place: place(of: key))
  }

  /// The hash by which the directory names a sealed record.
  func hash(of sealed: SealedBytes) -> Digest {
    Digest(.clientRecord, vault: vault, data: sealed.bytes)
  }

  /// Opens the record under a key, which must be the one that the directory names.
  ///
  /// - Throws: `.damaged` (`hash`, `seal`).
  func opened(
    _ sealed: SealedBytes, of key: [UInt8], named hash: Digest
  ) throws(VaultError) -> WipedBytes {
    guard self.hash(of: sealed) == hash else { throw .damage(.client, key, .hash) }
    do { return try keys.record.open(sealed, place: place(of: key)) } catch {
      throw .damage(.client, key, .seal)
    }
  }

  /// The same, read.
  ///
  /// - Throws: `.damaged` (`hash`, `seal`, `format`).
  func client(
    _ sealed: SealedBytes, of key: [UInt8], named hash: Digest
  ) throws(VaultError) -> Client {
    let opened = try opened(sealed, of: key, named: hash)
    do {
      return try opened.withBytes { (bytes) throws(FormatProblem) in try ClientCodec.decode(bytes) }
    } catch {
      throw .damage(.client, key, .format(error))
    }
  }
}
