import Glibc

/// Looks at a vault's file, folder and neighbours before SQLite does, and so
/// gives each kind of wrong file its own error.
enum FileInspection {
  /// Refuses a file that must not be opened.
  ///
  /// - Throws: `StoreError.networkFileSystem`, `notWritable`,
  ///   `folderNotWritable`, `permissionDenied`, `foreign`, `empty`,
  ///   `notAVault`, `truncated`, `newerVersion`, `system`.
  static func check(_ facts: FileFacts, for access: StoreAccess) throws(StoreError) {
    try checkFileSystem(of: facts.path)
    try checkNeighbours(of: facts.path)
    try checkHeader(of: facts.path)
    try checkRights(on: facts.path, for: access)
  }

  /// - Throws: `StoreError.networkFileSystem`, `fileSystemUnknown`.
  static func checkFileSystem(of path: VaultPath) throws(StoreError) {
    guard let mount = try MountTable.current().mount(of: path) else { throw .fileSystemUnknown }
    if let kind = FileSystemKind.refused(mount) {
      throw .networkFileSystem(kind)
    }
  }

  /// Refuses a write-ahead log, which SQLite would read whatever the header
  /// says, and a journal that ends in the name of a "super-journal": SQLite
  /// deletes the file so named, and we never write one.
  ///
  /// Source: "Database File Format", section 3, and "Atomic Commit", 5.
  private static func checkNeighbours(of path: VaultPath) throws(StoreError) {
    if try exists(path.beside("-wal")) { throw .foreign(.writeAheadLog) }
    guard let tail = try tail(of: path.beside("-journal")) else { return }
    if tail == superJournalMagic { throw .foreign(.journal) }
  }

  private static func checkHeader(of path: VaultPath) throws(StoreError) {
    let file = try OpenFile(reading: path)
    for _ in 0..<8 {
      let header = try FileHeader(file.bytes(at: 0, count: FileHeader.byteCount))
      try header.checkOrigin()
      let size = try file.size()
      let atRest = try !exists(path.beside("-journal"))
      let again = try FileHeader(file.bytes(at: 0, count: FileHeader.byteCount))
      // A writer that was at work meanwhile has moved the change counter.
      guard header == again else { continue }
      if atRest { try header.checkLength(size) }
      return
    }
    // Never at rest: SQLite, which waits its turn, will judge the length.
  }

  /// Makes the empty file of a new store, where nothing is yet.
  ///
  /// - Throws: `StoreError.alreadyExists`, `strayJournal`, `notFound`,
  ///   `folderNotWritable`, `networkFileSystem`, `system`.
  static func makeFile(
    at path: VaultPath, _ mode: StoreFileMode
  ) throws(StoreError) -> (path: VaultPath, identity: FileIdentity) {
    let real = try path.resolvedForCreation()
    try checkFileSystem(of: real.folder)
    guard try !exists(real) else { throw .alreadyExists }
    for suffix in ["-journal", "-wal"] where try exists(real.beside(suffix)) {
      throw .strayJournal
    }
    let file = try OpenFile(creating: real)
    let identity = try file.identity()
    do throws(StoreError) { try file.setMode(mode.rawValue) } catch {
      remove(real, ifStill: identity)
      throw error
    }
    return (real, identity)
  }

  /// Takes back a file that was made and came to nothing, and the journal that
  /// a failing disk may have left of it: none was there before.
  static func remove(_ path: VaultPath, ifStill identity: FileIdentity) {
    var status = stat()
    guard unsafe lstat(path.text, &status) == 0, FileIdentity(status) == identity else { return }
    unsafe unlink(path.text)
    unsafe unlink(path.beside("-journal").text)
  }

  private static func checkRights(
    on path: VaultPath, for access: StoreAccess
  ) throws(StoreError) {
    guard access == .readWrite else { return }
    guard may(W_OK, path) else { throw .notWritable }
    guard may(W_OK | X_OK, path.folder) else { throw .folderNotWritable }
  }

  static func may(_ rights: Int32, _ path: VaultPath) -> Bool {
    unsafe faccessat(AT_FDCWD, path.text, rights, AT_EACCESS) == 0
  }

  /// Tells whether anything has this name, a dangling link included.
  static func exists(_ path: VaultPath) throws(StoreError) -> Bool {
    var status = stat()
    if unsafe lstat(path.text, &status) == 0 { return true }
    guard errno == ENOENT else { throw StoreError(systemCall: errno) }
    return false
  }

  private static func tail(of journal: VaultPath) throws(StoreError) -> [UInt8]? {
    guard try exists(journal) else { return nil }
    do {
      let file = try OpenFile(reading: journal)
      return try file.bytes(at: max(0, file.size() - 8), count: 8)
    } catch .notFound {
      return nil  // Its writer finished between the two calls.
    }
  }

  private static let superJournalMagic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
}
