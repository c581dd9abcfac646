import GRDB

/// Says what a store is opened for.
package enum StoreAccess: Sendable {
  case readOnly
  case readWrite
}

/// Says who may use the file of a new store.
package enum StoreFileMode: UInt32, Sendable {
  /// The owner alone: 0600.
  case owner = 0o600
  /// Owner and group, for a machine with several accounts: 0660.
  case group = 0o660
}

/// Keeps a store in one SQLite file with a rollback journal.
package final class SQLiteStore: Store {
  /// The file, with all symbolic links followed.
  package let path: VaultPath
  private let settings: EngineSettings
  private let identity: FileIdentity
  private let note: BusyNote
  private let connection: DatabaseQueue

  /// Opens the store at `path`.
  ///
  /// - Parameters:
  ///   - path: Where it is; links are followed.
  ///   - access: `readOnly` never changes the file, nor undoes an interrupted
  ///     change.
  ///   - busyTimeout: How long to wait for others at each step.
  /// - Returns: The store, which is closed when the last reference goes.
  /// - Throws: every `StoreError` of the groups "where the file should be" and
  ///   "what the file is", and `busy`, `io`, `system`, `settingRefused`.
  package static func open(
    at path: VaultPath, access: StoreAccess, busyTimeout: Duration = .seconds(10)
  ) throws(StoreError) -> SQLiteStore {
    let facts = try FileFacts(of: path)
    try OpenStores.enter(facts.identity) { () throws(StoreError) in
      try FileInspection.check(facts, for: access)
    }
    let settings = EngineSettings(access: access, busyTimeout: busyTimeout)
    let store = try SQLiteStore(entered: facts.identity, at: facts.path, settings)
    try store.transact(.deferred, preparing: StoreSchema.check) { (_) throws(StoreError) in }
    if access == .readWrite { store.note.removeStale() }
    return store
  }

  /// Makes a new store; what `first` puts into it comes to be with it, or not.
  ///
  /// - Parameters:
  ///   - path: Where it is to be; nothing may be there.
  ///   - mode: The file's permissions, whatever the mask of the process.
  ///   - busyTimeout: How long to wait for others at each step.
  ///   - first: Writes the first rows.
  /// - Returns: The store, open for reading and writing.
  /// - Throws: what `first` throws, or wrapped in it `StoreError.alreadyExists`,
  ///   `strayJournal`, `notFound` (no such folder), `folderNotWritable`,
  ///   `networkFileSystem`, `full`, `io`, `system`, `settingRefused`.
  package static func create<Failure: WrapsStoreError>(
    at path: VaultPath, mode: StoreFileMode, busyTimeout: Duration = .seconds(10),
    _ first: (any StoreWriting) throws(Failure) -> Void
  ) throws(Failure) -> SQLiteStore {
    let file: (path: VaultPath, identity: FileIdentity)
    let store: SQLiteStore
    do throws(StoreError) {
      file = try FileInspection.makeFile(at: path, mode)
    } catch {
      throw Failure(error)
    }
    do throws(StoreError) {
      try OpenStores.enter(file.identity) { () throws(StoreError) in }
      let settings = EngineSettings(access: .readWrite, busyTimeout: busyTimeout)
      store = try SQLiteStore(entered: file.identity, at: file.path, settings)
    } catch {
      FileInspection.remove(file.path, ifStill: file.identity)
      throw Failure(error)
    }
    do throws(Failure) {
      try store.transact(.immediate, preparing: StoreSchema.make) { (transaction) throws(Failure) in
        try first(transaction)
      }
    } catch {
      FileInspection.remove(file.path, ifStill: file.identity)
      throw error
    }
    return store
  }

  /// Makes a new store without a row.
  ///
  /// - Throws: as the other form does.
  package static func create(
    at path: VaultPath, mode: StoreFileMode
  ) throws(StoreError) -> SQLiteStore {
    try create(at: path, mode: mode) { (_) throws(StoreError) in }
  }

  private init(
    entered identity: FileIdentity, at path: VaultPath, _ settings: EngineSettings
  ) throws(StoreError) {
    note = BusyNote(beside: path)
    do {
      let connection = try DatabaseQueue(path: path.text, configuration: settings.configuration)
      try connection.inDatabase(settings.verify)
      self.connection = connection
    } catch {
      OpenStores.leave(identity)
      throw note.explained(error)
    }
    (self.identity, self.path, self.settings) = (identity, path, settings)
  }

  package func read<Answer, Failure: WrapsStoreError>(
    _ body: (any StoreReading) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try transact(.deferred) { (transaction) throws(Failure) in try body(transaction) }
  }

  package func write<Answer, Failure: WrapsStoreError>(
    _ body: (any StoreWriting) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    guard settings.access == .readWrite else { throw Failure(.notWritable) }
    return try transact(.immediate) { (transaction) throws(Failure) in try body(transaction) }
  }

  /// Keeps a note beside the file meanwhile.
  package func announcing<Answer, Failure: Error>(
    _ announcement: Announcement, _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try note.standing(announcement, body)
  }

  package func compact() throws(StoreError) {
    guard settings.access == .readWrite else { throw .notWritable }
    do {
      try connection.writeWithoutTransaction { database in
        try Compaction(of: path, identity, on: database, settings).run()
      }
    } catch {
      throw note.explained(error)
    }
  }

  package func holds(anyOf marks: ByteMarks) throws(StoreError) -> Bool {
    let file = try OpenStores.descriptor(of: identity, at: path)
    let sieve = MarkSieve(marks)
    if try FileScan(sieve).finds(in: file) { return true }
    do throws(StoreError) {
      // It has no locks that closing it could drop.
      return try FileScan(sieve).finds(in: SharedFile(OpenFile(reading: path.beside("-journal"))))
    } catch .notFound {
      return false
    }
  }

  /// Copies all that is kept as it is at one moment; others can change nothing while the copy is
  /// made, and go on after it.
  ///
  /// - Parameter body: Reads of the same state; it must read something, which takes the lock.
  /// - Returns: The copy, and what `body` returns.
  /// - Throws: what `body` throws, or wrapped in it what `read` throws and `full`,
  ///   `folderNotWritable`, `movedAway`.
  package func snapshot<Answer, Failure: WrapsStoreError>(
    _ body: (any StoreReading) throws(Failure) -> Answer
  ) throws(Failure) -> (StoreSnapshot, Answer) {
    try read { (reading) throws(Failure) in
      let answer = try body(reading)
      do throws(StoreError) {
        let file = try OpenStores.descriptor(of: identity, at: path)
        return (try StoreSnapshot(copying: file.file, beside: path), answer)
      } catch {
        throw Failure(error)
      }
    }
  }

  private func transact<Answer, Failure: WrapsStoreError>(
    _ kind: Database.TransactionKind, preparing prepare: (Database) throws -> Void = { _ in },
    _ body: (SQLiteTransaction) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    var outcome: Result<Answer, Failure>?
    do {
      try connection.writeWithoutTransaction { database in
        let transaction = SQLiteTransaction(database, note)
        try database.inTransaction(kind) {
          try prepare(database)
          outcome = Self.outcome(of: body, transaction)
          try transaction.end()  // Before the commit, after which nothing may fail.
          if case .success = outcome { return .commit }
          return .rollback
        }
      }
    } catch {
      // Why the body failed says more than why its undoing did.
      if case .failure(let failure) = outcome { throw failure }
      throw Failure(note.explained(error))
    }
    guard let outcome else { preconditionFailure("a transaction ended without its body") }
    return try outcome.get()
  }

  private static func outcome<Answer, Failure: WrapsStoreError>(
    of body: (SQLiteTransaction) throws(Failure) -> Answer, _ transaction: SQLiteTransaction
  ) -> Result<Answer, Failure> {
    do throws(Failure) { return .success(try body(transaction)) } catch { return .failure(error) }
  }

  deinit {
    do { try connection.close() } catch {
      // SQLite closes what is left once the last statement is gone. The file
      // stays counted as open, so that its locks are not dropped by hand.
      return
    }
    OpenStores.leave(identity)
  }
}
