import SystemPackage
import VaultCrypto
import VaultStore

/// How many rows of which size a vault holds.
struct StoredRows {
  /// Size of a sealed block in bytes → number of blocks.
  let directory: [Int: Int]
  /// Size of a sealed record in bytes → number of records.
  let records: [Int: Int]
  let fileBytes: Int
  let logBytes: Int

  init(of vault: FilePath) throws {
    let store = try SQLiteStore.open(at: try VaultPath(vault.string), access: .readOnly)
    var sizes: [Namespace: [Int: Int]] = [:]
    var logBytes = 0
    try store.read { (reading) throws(StoreError) in
      for namespace in Namespace.allCases {
        try reading.scan(namespace, from: nil) { (key, value) throws(StoreError) in
          sizes[namespace, default: [:]][value.bytes.count, default: 0] += 1
          if namespace == .log { logBytes += key.count + value.bytes.count }
          return .next
        }
      }
    }
    directory = sizes[.directory, default: [:]]
    records = sizes[.client, default: [:]]
    self.logBytes = logBytes
    fileBytes = try Files.byteCount(of: vault)
  }

  var clients: Int { records.values.reduce(0, +) }

  /// What a client takes in the file, the log apart.
  var bytesPerClient: Int { (fileBytes - logBytes) / max(1, clients) }

  var directoryBytes: Int { directory.reduce(0) { $0 + $1.key * $1.value } }
  var recordBytes: Int { records.reduce(0) { $0 + $1.key * $1.value } }
}
