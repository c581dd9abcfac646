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
    try store.write { (rows) throws(StoreError) in
      try rows.put(.client, [1, 2], sealed([9, 8, 7]))
      try rows.put(.tip, [], sealed([]))
    }
    let again = try SQLiteStore.open(at: folder.path("a.uidvault"), access: .readOnly)
    let found = try again.read { (rows) throws(StoreError) in
      try (rows.get(.client, [1, 2]), rows.get(.tip, []), rows.get(.member, [1, 2]))
    }
    #expect(found.0?.bytes == [9, 8, 7])
    #expect(found.1?.bytes == [])
    #expect(found.2 == nil)
  }

  @Test func `an error thrown by the body undoes everything it did`() throws {
    try store.write { (rows) throws(StoreError) in try rows.put(.log, [1], sealed([1])) }
    #expect(throws: UpperError.refused) {
      try store.write { (rows) throws(UpperError) in
        do throws(StoreError) {
          try rows.put(.log, [1], sealed([2]))
          try rows.put(.log, [2], sealed([2]))
          try rows.delete(.log, [1])
        } catch { throw .store(error) }
        throw .refused
      }
    }
    try store.read { (rows) throws(StoreError) in
      #expect(try rows.get(.log, [1])?.bytes == [1])
      #expect(try rows.count(.log) == 1)
    }
  }
}
