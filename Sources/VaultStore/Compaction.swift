import GRDB
import Glibc
import Synchronization

/// Rewrites a file without the space that rows no longer take, by `VACUUM`.
///
/// SQLite copies all rows into a temporary file, and that back over the vault's
/// pages under its rollback journal: whatever happens meanwhile, the old file
/// stands or is restored from the journal. Killed when the journal is gone and
/// the file not yet cut, it leaves old pages behind the last one, which the next
/// compaction cuts: only one that returned has come to its end. Memory stays with
/// the two small caches, as larger ones gain no time. The temporary file is made in the
/// vault's folder where SQLite can be told so, and else where the system keeps
/// such files; it has no name from the moment it is open, and holds sealed bytes
/// alone.
struct Compaction {
  private let path: VaultPath
  private let identity: FileIdentity
  private let database: Database
  private let settings: EngineSettings

  init(
    of path: VaultPath, _ identity: FileIdentity, on database: Database, _ settings: EngineSettings
  ) {
    (self.path, self.identity) = (path, identity)
    (self.database, self.settings) = (database, settings)
  }

  /// - Throws: `StoreError.notCompacted`, `movedAway`, `folderNotWritable`,
  ///   `settingRefused`, and the engine's errors.
  func run() throws {
    var gap: StoreError?
    for _ in 0..<Self.attempts {
      try withSettings { try database.execute(sql: "VACUUM") }
      gap = try findGap()
      if gap == nil { return }
      // Another's change came between the two, and left pages unused.
    }
    if let gap { throw gap }
  }

  /// What is not as it must be, on one unchanging state of the file.
  private func findGap() throws -> StoreError? {
    var gap: StoreError?
    try database.inTransaction(.deferred) {
      let unused = try number("freelist_count")
      let expected = try number("page_count") * number("page_size")
      let facts = try FileFacts(of: path)
      guard facts.identity == identity else { throw StoreError.movedAway }
      if unused != 0 || facts.bytes != expected {
        gap = .notCompacted(unusedPages: unused, expected: expected, found: facts.bytes)
      }
      return .commit
    }
    return gap
  }

  private func number(_ pragma: String) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0
  }

  // MARK: - Settings

  /// Runs `body` with a temporary file in place of memory, and sets everything
  /// back, which is verified.
  private func withSettings(_ body: () throws -> Void) throws {
    // The temporary files' folder is one for the whole process.
    try Self.process.withLock { _ in
      let outcome = Result {
        try prepare()
        try body()
      }
      let restored = Result { try restore() }
      try outcome.get()
      try restored.get()
    }
  }

  private func prepare() throws {
    try database.execute(sql: "PRAGMA temp_store = FILE")
    guard try number("temp_store") == 1 else { throw StoreError.settingRefused(.temporaryStore) }
    let folder = path.folder
    guard FileInspection.may(W_OK | X_OK, folder) else { throw StoreError.folderNotWritable }
    if folder.text.utf8.count <= Self.folderLimit { try setTemporaryFolder(folder.text) }
  }

  private func restore() throws {
    try setTemporaryFolder("")
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try settings.verify(database)
  }

  /// Has no effect in a SQLite that was built without this deprecated setting;
  /// then the system's folder serves.
  private func setTemporaryFolder(_ folder: String) throws {
    let quoted = folder.replacing("'", with: "''")
    try database.execute(sql: "PRAGMA temp_store_directory = '\(quoted)'")
  }

  private static let process = Mutex(())
  private static let attempts = 3
  // SQLite's limit of 512 bytes, less the temporary file's own name.
  private static let folderLimit = 480
}
