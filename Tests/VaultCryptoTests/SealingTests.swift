import Testing

@testable import VaultCrypto

extension Place.Namespace {
  static let client = Place.Namespace("client")
  static let member = Place.Namespace("member")
}

@Suite struct SealingTests {
  private static let place = Place(
    vault: vault, namespace: .client, key: [9, 8, 7], epoch: 0x0102_0304_0506_0708)

  @Test func `a place is spelled byte for byte`() {
    #expect(
      Self.place.associated
        == hex(
          """
          107569647661756c742f7365616c2f7631000102030405060708090a0b0c0d0e0f
          06636c69656e7400030908070102030405060708
          """))
  }

  @Test func `what the second implementation sealed opens`() throws {
    let sealed = SealedBytes(
      untrusted: hex(
        """
        6465666768696a6b6c6d6e6f707172737475767778797a7b
        1d538bd59c41fbe653a9cbe98155ebeb03cf9c63c57bb7cc
        """))
    let opened = try RecordKey(counting).open(sealed, place: Self.place).array
    #expect(opened == [UInt8]("a record".utf8))
  }

  @Test(arguments: [0, 1, 255, 256, 65_536])
  func `what is sealed opens, in both kinds of memory`(count: Int) throws {
    let key = RecordKey()
    let plaintext = Sodium.randomBytes(count: count)
    let sealed = key.seal(plaintext, place: Self.place)
    #expect(sealed.bytes.count == count + RecordKey.sealingOverhead)
    #expect(try key.open(sealed, place: Self.place).array == plaintext)
    #expect(try key.openSecret(sealed, place: Self.place).array == plaintext)
  }

  @Test func `the same value is sealed differently each time`() {
    let key = DirectoryKey()
    #expect(key.seal([1], place: Self.place) != key.seal([1], place: Self.place))
  }

  @Test func `every flipped byte is refused`() {
    let key = RecordKey()
    let sealed = key.seal([1, 2, 3], place: Self.place)
    for index in sealed.bytes.indices {
      let altered = SealedBytes(untrusted: sealed.bytes.flipped(at: index))
      #expect(throws: CryptoError.notAuthentic) { _ = try key.open(altered, place: Self.place) }
      #expect(throws: CryptoError.notAuthentic) {
        _ = try key.openSecret(altered, place: Self.place)
      }
    }
  }

  @Test func `every shortened value is refused`() {
    let key = RecordKey()
    let sealed = key.seal([1, 2, 3], place: Self.place)
    for count in sealed.bytes.indices {
      let expected: CryptoError =
        count < 40 ? .truncated(expected: 40, found: count) : .notAuthentic
      let short = SealedBytes(untrusted: [UInt8](sealed.bytes.prefix(count)))
      #expect(throws: expected) { _ = try key.open(short, place: Self.place) }
      #expect(throws: expected) { _ = try key.openSecret(short, place: Self.place) }
    }
  }

  @Test(arguments: [
    Place(vault: otherVault, namespace: .client, key: [9, 8, 7], epoch: 0x0102_0304_0506_0708),
    Place(vault: vault, namespace: .member, key: [9, 8, 7], epoch: 0x0102_0304_0506_0708),
    Place(vault: vault, namespace: .client, key: [9, 8], epoch: 0x0102_0304_0506_0708),
    Place(vault: vault, namespace: .client, key: [9, 8, 6], epoch: 0x0102_0304_0506_0708),
    Place(vault: vault, namespace: .client, key: [], epoch: 0x0102_0304_0506_0708),
    Place(vault: vault, namespace: .client, key: [9, 8, 7], epoch: 0x0102_0304_0506_0709),
  ])
  func `a place that differs in any field is refused`(other: Place) {
    let key = RecordKey()
    let sealed = key.seal([1, 2, 3], place: Self.place)
    #expect(throws: CryptoError.notAuthentic) { _ = try key.open(sealed, place: other) }
  }

  @Test func `another key is refused`() {
    let sealed = HouseSealingKey().seal([1, 2, 3], place: Self.place)
    #expect(throws: CryptoError.notAuthentic) {
      _ = try HouseSealingKey().open(sealed, place: Self.place)
    }
  }

  @Test func `blocks open on several threads with one key`() async throws {
    final class Keeper: Sendable {
      let key = DirectoryKey()
    }
    final class Block: Sendable {
      let bytes: WipedBytes
      init(_ bytes: consuming WipedBytes) { self.bytes = bytes }
    }
    let keeper = Keeper()
    let plaintext = Sodium.randomBytes(count: 65_536)
    let sealed = keeper.key.seal(plaintext, place: Self.place)
    try await withThrowingTaskGroup(of: Block.self) { group in
      for _ in 0..<8 {
        group.addTask { Block(try keeper.key.open(sealed, place: Self.place)) }
      }
      for try await block in group { #expect(block.bytes.array == plaintext) }
    }
  }

  @Test func `a vault id of another length is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = Place(vault: [1, 2, 3], namespace: .client, key: [], epoch: 1)
    }
  }

  @Test func `a key that does not fit its length field is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      let key = [UInt8](repeating: 0, count: 65_536)
      _ = Place(vault: vault, namespace: .client, key: key, epoch: 1)
    }
  }
}
