import Testing

@testable import VaultCrypto

/// Source: BIP-173, "Test vectors".
@Suite struct Bech32Tests {
  private func values(in text: [UInt8]) throws(CryptoError) -> [UInt8] {
    let prefix = try unsafe Bech32.prefix(of: text.span.bytes)
    return try unsafe Bech32.values(in: text.span.bytes, after: prefix).array
  }

  @Test(arguments: [
    ("A12UEL5L", 0), ("a12uel5l", 0),
    (
      """
      an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs
      """, 0
    ),
    ("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", 32),
    ("11" + String(repeating: "q", count: 82) + "c8247j", 82),
    ("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", 48),
    ("?1ezyfcl", 0),
  ])
  func `BIP-173's valid strings are read`(text: String, count: Int) throws {
    #expect(try values(in: [UInt8](text.utf8)).count == count)
  }

  @Test func `all values are read in the alphabet's order`() throws {
    let text = [UInt8]("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw".utf8)
    #expect(try values(in: text) == [UInt8](0..<32))
  }

  @Test(
    arguments: [
      ([0x20] + Array("1nwldj5".utf8), .character(position: 1)),
      ([0x7f] + Array("1axkwrx".utf8), .character(position: 1)),
      ([0x80] + Array("1eym55h".utf8), .character(position: 1)),
      (
        Array(
          """
          an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx
          """.utf8), .wrongLength(expected: 90, found: 91)
      ),
      (Array("pzry9x0s0muk".utf8), .checksum),  // no separator
      (Array("1pzry9x0s0muk".utf8), .character(position: 1)),  // empty prefix
      (Array("x1b4n0q5v".utf8), .character(position: 3)),  // a letter outside the alphabet
      (Array("li1dgmt3".utf8), .truncated(expected: 6, found: 5)),  // checksum too short
      (Array("de1lg7wt".utf8) + [0xff], .character(position: 9)),
      (Array("A1G7SGD8".utf8), .checksum),  // computed over the upper-case prefix
      (Array("10a06t8".utf8), .character(position: 1)),
      (Array("1qzzfhee".utf8), .character(position: 1)),
      (Array("A12UEL5l".utf8), .character(position: 8)),  // mixed case
    ] as [([UInt8], CryptoError)])
  func `BIP-173's invalid strings are refused`(text: [UInt8], expected: CryptoError) {
    #expect(throws: expected) { try values(in: text) }
  }

  @Test func `bytes of every length come back`() throws {
    let prefix = [UInt8]("any".utf8)
    for count in 0...40 {
      let bytes = Sodium.randomBytes(count: count)
      for spelling in [Bech32.Spelling.lower, .upper] {
        let text = unsafe Bech32.encode(bytes.span.bytes, prefix: prefix, spelling: spelling)
        let read = try text.withBytes { (text) throws(CryptoError) in
          try Bech32.decode(text, prefix: prefix, count: count).array
        }
        #expect(read == bytes)
      }
    }
  }

  @Test func `left-over bits that are not zero are refused`() throws {
    // One byte takes two characters, whose last two bits stand for nothing.
    let prefix = [UInt8]("any".utf8)
    var checksum = Bech32Checksum(prefix: prefix)
    for value in [31, 31] as [UInt8] { checksum.add(value) }
    let alphabet = [UInt8]("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    let text = prefix + [0x31, 0x6c, 0x6c] + checksum.values().map { alphabet[Int($0)] }
    #expect(throws: CryptoError.character(position: 6)) {
      _ = try unsafe Bech32.decode(text.span.bytes, prefix: prefix, count: 1).array
    }
  }
}
