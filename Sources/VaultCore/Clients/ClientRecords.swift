import VaultCrypto
import VaultStore

/// Reading of client records through the directory entries that name them.
struct ClientRecords {
  let rows: Rows
  let standing: Standing

  /// Reads the record that an entry names, where its damage shall cost no other.
  ///
  /// - Returns: The record, or what is wrong with its row.
  /// - Throws: `.notPermitted`, `.store`.
  func readable(_ entry: DirectoryEntry) throws(VaultError) -> Result<Client, Damage> {
    do throws(VaultError) { return .success(try record(of: entry)) } catch .damaged(let damage) {
      return .failure(damage)
    }
  }

  /// Reads the record that an entry names.
  ///
  /// - Throws: `.damaged` (`missing`, `hash`, `seal`, `format`, or `number` if it is another
  ///   client's or has another status), `.notPermitted`, `.store`.
  func record(of entry: DirectoryEntry) throws(VaultError) -> Client {
    let sealing = try RecordSealing(standing)
    let key = sealing.key(of: entry.id)
    let client = try sealing.client(
      try rows.row(.client, key), of: key, named: entry.recordHash)
    guard client.id == entry.id, client.status == entry.status else {
      throw .damage(.client, key, .number)
    }
    return client
  }
}
