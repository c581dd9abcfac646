import Synchronization
import VaultCrypto
import VaultStore

/// Where a row stands, in the order in which stores give rows.
struct RowPlace: Hashable, Comparable {
  let namespace: Namespace
  let key: [UInt8]

  init(_ namespace: Namespace, _ key: [UInt8]) {
    self.namespace = namespace
    self.key = key
  }

  static func < (one: RowPlace, other: RowPlace) -> Bool {
    one.namespace == other.namespace
      ? one.key.lexicographicallyPrecedes(other.key)
      : one.namespace.rawValue < other.namespace.rawValue
  }
}

/// A store in memory whose rows a test can alter as an attacker alters a file.
final class MemoryStore: Store {
  typealias Rows = [RowPlace: [UInt8]]

  private let stored: Mutex<Rows>
  private let writesLeft = Mutex<Int?>(nil)

  /// How many more rows the disk takes in each transaction; nil for any number.
  var room: Int? {
    get { writesLeft.withLock { $0 } }
    set { writesLeft.withLock { $0 = newValue } }
  }

  private let vacuum = Mutex(Vacuum())

  /// What compacting does, and what it leaves.
  struct Vacuum {
    /// Compacting fails with that.
    var failure: StoreError?
    /// How many rows the disk takes in each transaction afterwards; nil for as many as before.
    var roomAfterwards: Int?
    /// Bytes that stand in the file outside of all rows, whatever is done.
    var leftovers: [UInt8] = []
  }

  /// How compacting goes from now on.
  func setVacuum(_ new: Vacuum) { vacuum.withLock { $0 = new } }

  init(_ rows: Rows = [:]) {
    stored = Mutex(rows)
  }

  /// All rows; setting them is the attacker's hex editor.
  var rows: Rows {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }

  func read<Result, Failure: WrapsStoreError>(
    _ body: (any StoreReading) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(MemoryTransaction(rows))
  }

  func write<Result, Failure: WrapsStoreError>(
    _ body: (any StoreWriting) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let transaction = MemoryTransaction(rows, room: room)
    let result = try body(transaction)
    rows = transaction.rows
    return result
  }

  func announcing<Answer, Failure: Error>(
    _ announcement: Announcement, _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try body()
  }

  func compact() throws(StoreError) {
    let vacuum = vacuum.withLock { $0 }
    if let failure = vacuum.failure { throw failure }
    if let left = vacuum.roomAfterwards { room = left }
  }

  func holds(anyOf marks: ByteMarks) throws(StoreError) -> Bool {
    let sieve = MarkSieve(marks)
    let leftovers = vacuum.withLock { $0.leftovers }
    if unsafe sieve.finds(in: leftovers.span.bytes) { return true }
    return rows.contains { place, value in
      unsafe sieve.finds(in: place.key.span.bytes) || sieve.finds(in: value.span.bytes)
    }
  }
}

/// One transaction on a copy of the rows.
final class MemoryTransaction: StoreWriting {
  var rows: MemoryStore.Rows
  private var room: Int?

  init(_ rows: MemoryStore.Rows, room: Int? = nil) {
    self.rows = rows
    self.room = room
  }

  private func takeRoom() throws(StoreError) {
    guard let left = room else { return }
    guard left > 0 else { throw .full }
    room = left - 1
  }

  private func places(_ namespace: Namespace, from key: [UInt8]?) -> [RowPlace] {
    rows.keys.filter { place in
      place.namespace == namespace
        && !(key.map { place.key.lexicographicallyPrecedes($0) } ?? false)
    }.sorted()
  }

  func get(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> SealedBytes? {
    rows[RowPlace(namespace, key)].map(SealedBytes.init(untrusted:))
  }

  func scan<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?,
    _ body: ([UInt8], SealedBytes) throws(Failure) -> ScanStep
  ) throws(Failure) {
    for place in places(namespace, from: from) {
      guard let value = rows[place] else { continue }
      if try body(place.key, SealedBytes(untrusted: value)) == .stop { return }
    }
  }

  func keys<Failure: WrapsStoreError>(
    _ namespace: Namespace, from: [UInt8]?, _ body: ([UInt8]) throws(Failure) -> ScanStep
  ) throws(Failure) {
    try scan(namespace, from: from) { (key, _) throws(Failure) in try body(key) }
  }

  func last(_ namespace: Namespace) throws(StoreError) -> (key: [UInt8], value: SealedBytes)? {
    guard let place = places(namespace, from: nil).last, let value = rows[place] else {
      return nil
    }
    return (place.key, SealedBytes(untrusted: value))
  }

  func count(_ namespace: Namespace) throws(StoreError) -> Int {
    places(namespace, from: nil).count
  }

  func put(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError) {
    try takeRoom()
    rows[RowPlace(namespace, key)] = value.bytes
  }

  func insertNew(
    _ namespace: Namespace, _ key: [UInt8], _ value: some StoredValue
  ) throws(StoreError) {
    guard rows[RowPlace(namespace, key)] == nil else { throw .keyExists }
    try takeRoom()
    rows[RowPlace(namespace, key)] = value.bytes
  }

  func delete(_ namespace: Namespace, _ key: [UInt8]) throws(StoreError) -> Deletion {
    rows.removeValue(forKey: RowPlace(namespace, key)) == nil ? .nothingThere : .deleted
  }

  func deleteAll(_ namespace: Namespace) throws(StoreError) -> Int {
    let all = places(namespace, from: nil)
    for place in all { rows[place] = nil }
    return all.count
  }
}
