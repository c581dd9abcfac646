import Testing
import VaultCrypto
import VaultStore

/// The error of a room above, which wraps the store's in one case.
enum UpperError: Error, Equatable, WrapsStoreError {
  case store(StoreError)
  case refused

  init(_ error: StoreError) { self = .store(error) }
}

func sealed(_ bytes: [UInt8]) -> SealedBytes { SealedBytes(untrusted: bytes) }

@Suite struct TransactionTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner)
  }

  @Test func `what was put is there after the file is opened again`() throws {
    let large = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try store.write { (rows) throws(StoreError) in
      try rows.put(.client, [1, 2], sealed(large))
      try rows.put(.tip, [], sealed([]))
      try rows.put(.roster, [0], SignedBytes(untrusted: [5]))
    }
    let again = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    try again.read { (rows) throws(StoreError) in
      #expect(try rows.get(.client, [1, 2])?.bytes == large)
      #expect(try rows.get(.tip, [])?.bytes == [])
      #expect(try rows.get(.roster, [0])?.bytes == [5])
      #expect(try rows.get(.member, [1, 2]) == nil)
    }
  }

  @Test func `rows made with the store come to be with it`() throws {
    let other = try SQLiteStore.create(at: folder.path("b.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in try rows.insertNew(.roster, [1], sealed([7]))
    }
    let found = try other.read { (rows) throws(StoreError) in try rows.get(.roster, [1]) }
    #expect(found?.bytes == [7])
  }

  @Test func `an error thrown by the body undoes everything it did`() throws {
    try store.write { (rows) throws(StoreError) in try rows.put(.log, [1], sealed([1])) }
    let before = try folder.bytes("a.uidvault")
    #expect(throws: UpperError.refused) {
      try store.write { (rows) throws(UpperError) in
        do throws(StoreError) {
          try rows.put(.log, [1], sealed([2]))
          try rows.put(.log, [2], sealed(Array(repeating: 3, count: 3_000_000)))
          try rows.delete(.log, [1])
        } catch { throw .store(error) }
        throw .refused
      }
    }
    #expect(try folder.bytes("a.uidvault") == before)
    #expect(try folder.names == ["a.uidvault"])
    try store.read { (rows) throws(StoreError) in
      #expect(try rows.get(.log, [1])?.bytes == [1])
      #expect(try rows.count(.log) == 1)
    }
  }

  @Test func `a put takes the place of an older value, an insertion does not`() throws {
    try store.write { (rows) throws(StoreError) in
      try rows.put(.head, [], sealed([1]))
      try rows.put(.head, [], sealed([2]))
    }
    #expect(throws: StoreError.keyExists) {
      try store.write { (rows) throws(StoreError) in try rows.insertNew(.head, [], sealed([3])) }
    }
    let found = try store.read { (rows) throws(StoreError) in try rows.get(.head, []) }
    #expect(found?.bytes == [2])
  }

  @Test func `a refused insertion leaves the transaction usable`() throws {
    try store.write { (rows) throws(StoreError) in
      try rows.put(.head, [], sealed([1]))
      do throws(StoreError) {
        try rows.insertNew(.head, [], sealed([3]))
        Issue.record("the key was there")
      } catch { #expect(error == .keyExists) }
      try rows.put(.tip, [], sealed([4]))
    }
    let found = try store.read { (rows) throws(StoreError) in try rows.get(.tip, []) }
    #expect(found?.bytes == [4])
  }

  @Test func `a deletion tells whether there was a row`() throws {
    try store.write { (rows) throws(StoreError) in
      try rows.put(.member, [1], sealed([1]))
      #expect(try rows.delete(.member, [1]) == .deleted)
      #expect(try rows.delete(.member, [1]) == .nothingThere)
      #expect(try rows.get(.member, [1]) == nil)
    }
  }

  @Test func `the same key in two namespaces is two rows`() throws {
    try store.write { (rows) throws(StoreError) in
      for namespace in Namespace.allCases {
        try rows.insertNew(namespace, [1], sealed([namespace.rawValue]))
      }
      for namespace in Namespace.allCases {
        #expect(try rows.get(namespace, [1])?.bytes == [namespace.rawValue])
        #expect(try rows.count(namespace) == 1)
      }
    }
  }

  @Test func `a key or value beyond its limit is refused`() throws {
    let key = [UInt8](repeating: 1, count: StoreLimits.keyBytes)
    let value = [UInt8](repeating: 1, count: StoreLimits.valueBytes + 1)
    try store.write { (rows) throws(StoreError) in
      try rows.put(.client, key, sealed([1]))
      #expect(throws: StoreError.keyTooLong(bytes: 65)) {
        try rows.put(.client, key + [1], sealed([1]))
      }
      #expect(throws: StoreError.keyTooLong(bytes: 65)) { try rows.get(.client, key + [1]) }
      #expect(throws: StoreError.keyTooLong(bytes: 65)) { try rows.delete(.client, key + [1]) }
      #expect(throws: StoreError.tooLarge(bytes: 67_108_865)) {
        try rows.put(.client, key, sealed(value))
      }
      #expect(try rows.get(.client, key)?.bytes == [1])
    }
  }

  @Test func `a store opened for reading takes no change`() throws {
    let reader = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    #expect(throws: StoreError.notWritable) {
      try reader.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([1])) }
    }
  }

  @Test func `a large change is whole and gives its memory back`() throws {
    try store.write { (rows) throws(StoreError) in
      for number in UInt16(0)..<3_000 {
        let key = [
          UInt8(truncatingIfNeeded: number &* 37), UInt8(number >> 8), UInt8(number & 255),
        ]
        try rows.insertNew(.client, key, sealed(Array(repeating: 9, count: 336)))
      }
    }
    try store.write { (rows) throws(StoreError) in try rows.put(.tip, [], sealed([1])) }
    let count = try store.read { (rows) throws(StoreError) in try rows.count(.client) }
    #expect(count == 3_000)
  }

  @Test func `a deleted value is no longer in the file`() throws {
    let mark = Array("a value that must be gone".utf8)
    try store.write { (rows) throws(StoreError) in try rows.put(.client, [1], sealed(mark)) }
    #expect(try folder.bytes("a.uidvault").contains(mark))
    try store.write { (rows) throws(StoreError) in _ = try rows.delete(.client, [1]) }
    #expect(try !folder.bytes("a.uidvault").contains(mark))
  }
}
