import Testing
import VaultCrypto
import VaultStore

@Suite struct ScanTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(at: folder.path("a.uidvault"), mode: .owner) {
      (rows) throws(StoreError) in
      for key: [UInt8] in [[2], [], [0x80], [1, 0], [1], [0xFF, 0], [0]] {
        try rows.insertNew(.directory, key, sealed(key + key))
      }
      try rows.insertNew(.head, [3], sealed([3]))
      try rows.insertNew(.client, [0], sealed([4]))
    }
  }

  private func keys(from: [UInt8]?, most: Int = .max) throws -> [[UInt8]] {
    try store.read { (rows) throws(StoreError) in
      var found: [[UInt8]] = []
      try rows.scan(.directory, from: from) { (key, value) throws(StoreError) in
        #expect(value.bytes == key + key)
        found.append(key)
        return found.count < most ? .next : .stop
      }
      var without: [[UInt8]] = []
      try rows.keys(.directory, from: from) { (key) throws(StoreError) in
        without.append(key)
        return without.count < most ? .next : .stop
      }
      #expect(without == found)
      return found
    }
  }

  @Test func `a scan gives one namespace in the order of the keys' bytes`() throws {
    #expect(try keys(from: nil) == [[], [0], [1], [1, 0], [2], [0x80], [0xFF, 0]])
    #expect(try keys(from: []) == [[], [0], [1], [1, 0], [2], [0x80], [0xFF, 0]])
  }

  @Test func `a scan begins at the first key that is not below`() throws {
    #expect(try keys(from: [1]) == [[1], [1, 0], [2], [0x80], [0xFF, 0]])
    #expect(try keys(from: [1, 1]) == [[2], [0x80], [0xFF, 0]])
    #expect(try keys(from: [0xFF, 1]) == [])
  }

  @Test func `a scan stops when told`() throws {
    #expect(try keys(from: [0], most: 2) == [[0], [1]])
  }

  @Test func `a scan throws what its body throws`() throws {
    #expect(throws: UpperError.refused) {
      try store.read { (rows) throws(UpperError) in
        try rows.scan(.directory, from: nil) { (_, _) throws(UpperError) in throw .refused }
      }
    }
  }

  @Test func `a scan from a key beyond the limit is refused in the body's error`() throws {
    #expect(throws: UpperError.store(.keyTooLong(bytes: 65))) {
      try store.read { (rows) throws(UpperError) in
        let from = [UInt8](repeating: 0, count: 65)
        try rows.scan(.directory, from: from) { (_, _) throws(UpperError) in .next }
      }
    }
  }

  @Test func `the last row is that of the highest key`() throws {
    try store.read { (rows) throws(StoreError) in
      let last = try rows.last(.directory)
      #expect(last?.key == [0xFF, 0])
      #expect(last?.value.bytes == [0xFF, 0, 0xFF, 0])
      #expect(try rows.last(.head)?.key == [3])
      #expect(try rows.last(.roster)?.key == nil)
    }
  }

  @Test func `scans may be nested, with reads between`() throws {
    try store.read { (rows) throws(StoreError) in
      var pairs = 0
      try rows.scan(.directory, from: nil) { (outer, _) throws(StoreError) in
        try rows.scan(.directory, from: outer) { (inner, _) throws(StoreError) in
          #expect(try rows.get(.directory, inner)?.bytes == inner + inner)
          pairs += 1
          return .next
        }
        return .next
      }
      #expect(pairs == 28)
    }
  }

  @Test func `the row a scan is at may be changed or deleted, and other namespaces`() throws {
    try store.write { (rows) throws(StoreError) in
      var seen = 0
      try rows.scan(.directory, from: nil) { (key, _) throws(StoreError) in
        seen += 1
        if key.count == 1 {
          try rows.put(.directory, key, sealed(Array(repeating: 7, count: 20_000)))
        } else {
          try rows.delete(.directory, key)
        }
        try rows.put(.log, key, sealed([1]))
        return .next
      }
      #expect(seen == 7)
      #expect(try rows.count(.directory) == 4)
      #expect(try rows.count(.log) == 7)
      #expect(try rows.get(.directory, [0x80])?.bytes.count == 20_000)
    }
  }

  @Test func `rows put ahead of a scan are met, those behind it are not`() throws {
    try store.write { (rows) throws(StoreError) in
      var seen: [[UInt8]] = []
      try rows.scan(.directory, from: [1]) { (key, _) throws(StoreError) in
        seen.append(key)
        if key == [1, 0] {
          try rows.put(.directory, [0, 9], sealed([1]))
          try rows.put(.directory, [3], sealed([1]))
          try rows.delete(.directory, [0x80])
        }
        return .next
      }
      #expect(seen == [[1], [1, 0], [2], [3], [0xFF, 0]])
    }
  }
}
