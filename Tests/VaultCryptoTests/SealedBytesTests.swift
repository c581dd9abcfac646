import Testing

@testable import VaultCrypto

@Suite struct SealedBytesTests {
  private static let parts = [[1, 2, 3], [], [4]].map { SealedBytes(untrusted: $0) }

  @Test func `parts are joined byte for byte`() {
    let joined = SealedBytes(publicHeader: [0xaa, 0xbb], parts: Self.parts)
    #expect(joined.bytes == hex("aabb 00000003 010203 00000000 00000001 04"))
  }

  @Test func `parts come back in order`() throws {
    let joined = SealedBytes(publicHeader: [0xaa, 0xbb], parts: Self.parts)
    #expect(try joined.parts(afterHeader: 2, limit: 3) == Self.parts)
    #expect(try SealedBytes(publicHeader: [1], parts: []).parts(afterHeader: 1, limit: 0) == [])
  }

  @Test func `more parts than allowed are refused`() {
    let joined = SealedBytes(publicHeader: [], parts: Self.parts)
    #expect(throws: CryptoError.tooManyParts(limit: 2)) {
      try joined.parts(afterHeader: 0, limit: 2)
    }
  }

  @Test func `every cut inside a part is refused`() {
    let joined = SealedBytes(publicHeader: [7, 7], parts: [SealedBytes(untrusted: [1, 2, 3])])
    for count in 0..<joined.bytes.count where count != 2 {
      let cut = SealedBytes(untrusted: [UInt8](joined.bytes.prefix(count)))
      let expected: CryptoError =
        switch count {
        case 0..<2: .truncated(expected: 2, found: count)
        case 3..<6: .trailingBytes(count: count - 2)
        default: .truncated(expected: 9, found: count)
        }
      #expect(throws: expected) { try cut.parts(afterHeader: 2, limit: 9) }
    }
  }

  @Test func `a length of four gibibytes asks for nothing`() {
    let hostile = SealedBytes(untrusted: hex("ffffffff 01"))
    #expect(throws: CryptoError.truncated(expected: 4 + 0xffff_ffff, found: 5)) {
      try hostile.parts(afterHeader: 0, limit: 9)
    }
  }
}
