import Testing

@testable import VaultCrypto

extension HashPurpose {
  static let roster = HashPurpose("roster")
  static let block = HashPurpose("block")
  static let commit = HashPurpose("commit")
}

/// Answers from the second implementation.
@Suite struct HashingTests {
  private static let abc = [UInt8]("abc".utf8)
  private static let rosterOfABC =
    "d29df44bdcaaa373d60b4d71e5f94ffa4aa142f5768bacd58f24947542ec3acf"

  @Test func `known answers come out`() {
    #expect(Digest(purpose: .roster, vault: vault, data: Self.abc).hex == Self.rosterOfABC)
    #expect(
      Digest(purpose: .roster, vault: vault, data: [UInt8]()).hex
        == "42db6e64065f73142ea049cdee62c6e80dc341fbf51aeb3561a4109b67c17a1b")
    let block = (0..<65_536).map { UInt8($0 * 7 % 251) }
    #expect(
      Digest(purpose: .block, vault: vault, data: block).hex
        == "a144b9ea8958a396c4ea2d6ca0bde28717ff077a7342faea9d3c8c5e24f72a20")
  }

  @Test func `a keyed hash is known too, and needs its key`() {
    let key = IdentityKey(counting)
    #expect(
      key.keyedHash(purpose: .commit, vault: vault, data: Self.abc).hex
        == "a372dd50ff58150d930ff0fb81aa42d94faad3a3146b151d5145b5d8cc3e9b63")
    #expect(
      IdentityKey().keyedHash(purpose: .commit, vault: vault, data: Self.abc)
        != key.keyedHash(purpose: .commit, vault: vault, data: Self.abc))
  }

  @Test func `pieces hash as their whole`() {
    var hashing = Hashing(purpose: .roster, vault: vault)
    hashing.update([UInt8]("a".utf8))
    hashing.update([UInt8]())
    hashing.update([UInt8]("bc".utf8))
    #expect(hashing.finish().hex == Self.rosterOfABC)
    let pieces = ["", "ab", "", "c"].map { [UInt8]($0.utf8) }
    #expect(Digest(purpose: .roster, vault: vault, pieces: pieces).hex == Self.rosterOfABC)
  }

  @Test func `purpose, vault and data all count`() {
    let digests: Set = [
      Digest(purpose: .roster, vault: vault, data: Self.abc),
      Digest(purpose: .block, vault: vault, data: Self.abc),
      Digest(purpose: .roster, vault: otherVault, data: Self.abc),
      Digest(purpose: .roster, vault: vault, data: [UInt8]("abd".utf8)),
    ]
    #expect(digests.count == 4)
  }

  @Test func `a digest goes out and comes in`() throws {
    let digest = Digest(purpose: .roster, vault: vault, data: Self.abc)
    #expect(digest.bytes == hex(Self.rosterOfABC))
    #expect(digest.withBytes { $0.array } == digest.bytes)
    #expect(try Digest(untrusted: digest.bytes) == digest)
    for index in digest.bytes.indices {
      #expect(try Digest(untrusted: digest.bytes.flipped(at: index)) != digest)
    }
  }

  @Test(arguments: [0, 31, 33])
  func `a digest of another length is refused`(count: Int) {
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try Digest(untrusted: [UInt8](repeating: 0, count: count))
    }
  }

  @Test func `a hash for a vault id of another length is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = Digest(purpose: .roster, vault: [1], data: [UInt8]())
    }
  }
}
