package import VaultCrypto

/// Keeps stored bytes under `(namespace, key)`, in transactions.
///
/// Nothing in it assumes a file, a single process or a cheap read of
/// everything: a reader may meet a store that others are writing, and a scan
/// streams. Calls must not be nested: a body must not use its own store.
package protocol Store: Sendable {
  /// Runs `body` on one unchanging state of the store.
  ///
  /// - Throws: what `body` throws, or, wrapped in it, `StoreError.busy` when
  ///   others hold the store too long, `damaged`, `io`, `interruptedChange`
  ///   when a store opened for reading alone holds an unfinished change.
  func read<Answer, Failure: WrapsStoreError>(
    _ body: (any StoreReading) throws(Failure) -> Answer
  ) throws(Failure) -> Answer

  /// Runs `body` as the only writer. What it changed is durable when `write`
  /// returns, and nothing of it is left when anything throws.
  ///
  /// - Throws: what `body` throws, or, wrapped in it, `StoreError.busy`,
  ///   `full`, `io`, `damaged`, `notWritable`, `folderNotWritable`,
  ///   `movedAway`. After `io`, when the very last step failed, the change may
  ///   stand all the same: whoever must know reads again.
  func write<Answer, Failure: WrapsStoreError>(
    _ body: (any StoreWriting) throws(Failure) -> Answer
  ) throws(Failure) -> Answer

  /// Lets whoever finds the store held meanwhile know why, and since when. That
  /// they cannot be told is no reason to fail, nor that another announces.
  ///
  /// - Parameters:
  ///   - announcement: What `body` does.
  ///   - body: Long work, made of several calls to this store.
  /// - Returns: What `body` returns.
  /// - Throws: what `body` throws.
  func announcing<Answer, Failure: Error>(
    _ announcement: Announcement, _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer

  /// Gives up all space that deleted and replaced rows took, so that nothing of
  /// them is kept. No row changes, and others wait meanwhile as for a change.
  ///
  /// - Throws: `StoreError.busy`, `full`, `io`, `damaged`, `notWritable`,
  ///   `folderNotWritable`, `movedAway`, `settingRefused`, all of which leave
  ///   the rows as they were; `notCompacted`.
  func compact() throws(StoreError)

  /// Tells whether one of `marks` stands anywhere in the raw bytes that are
  /// kept, in rows or outside of them, at any offset.
  ///
  /// - Throws: `StoreError.movedAway`, `notFound`, `permissionDenied`, `system`.
  func holds(anyOf marks: ByteMarks) throws(StoreError) -> Bool
}

/// Reads within one transaction, and is void after it.
///
/// Its methods throw `StoreError.keyTooLong` for a key beyond
/// `StoreLimits.keyBytes`; `tooLarge` and `malformedRow` for a stored row that
/// no store of ours writes; and the engine's `busy`, `damaged`, `io`.
package protocol StoreReading {
  /// Returns the value under `key`, or nil if there is none.
  func get(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> SealedBytes?

  /// Calls `body` for each row, in the order of the keys' bytes, from the first
  /// key that is not below `from`. Holds one row in memory at a time.
  ///
  /// A writer may change rows meanwhile: the scan goes on behind the key that
  /// it is at, in the rows as they are then.
  ///
  /// - Throws: what `body` throws, or a `StoreError` wrapped in it.
  func scan<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?,
    _ body: (_ key: [UInt8], _ value: SealedBytes) throws(Failure) -> ScanStep
  ) throws(Failure)

  /// Calls `body` for each key as `scan` does, without reading the values.
  ///
  /// - Throws: what `body` throws, or a `StoreError` wrapped in it.
  func keys<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?,
    _ body: (_ key: [UInt8]) throws(Failure) -> ScanStep
  ) throws(Failure)

  /// Returns the row with the highest key, or nil if there is none.
  func last(_ namespace: Namespace) throws(StoreError) -> (key: [UInt8], value: SealedBytes)?

  /// Counts the rows. Its cost grows with their number.
  func count(_ namespace: Namespace) throws(StoreError) -> Int
}

/// Reads and changes within one transaction, and is void after it.
package protocol StoreWriting: StoreReading {
  /// Stores `value` under `key`, in the place of an older one.
  ///
  /// - Throws: `StoreError.keyTooLong`, `tooLarge`, and the engine's `full`,
  ///   `io`, `damaged`.
  func put(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError)

  /// Stores `value` under a `key` that has none yet.
  ///
  /// - Throws: `StoreError.keyExists` if it has one, and as `put` does.
  func insertNew(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError)

  /// Removes the row under `key`, and tells whether there was one.
  ///
  /// - Throws: `StoreError.keyTooLong`, and the engine's `full`, `io`,
  ///   `damaged`.
  @discardableResult
  func delete(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> Deletion

  /// Removes all rows of a namespace, and tells how many there were.
  ///
  /// - Throws: the engine's `full`, `io`, `damaged`.
  @discardableResult
  func deleteAll(_ namespace: Namespace) throws(StoreError) -> Int
}

/// Says whether a scan goes on to the next row.
package enum ScanStep: Sendable {
  case next
  case stop
}

/// Says what a deletion met.
package enum Deletion: Sendable {
  case deleted
  case nothingThere
}

/// Bounds every row, on the way in and on the way out.
package enum StoreLimits {
  /// The longest key, in bytes: every key of ours is a hash, an id or a number.
  package static let keyBytes = 64

  /// The largest value, in bytes. 64 MiB: a hostile row must not exhaust memory.
  package static let valueBytes = 64 << 20
}
