import Testing

@testable import VaultCrypto

@Suite struct PassphraseTests {
  private func text(_ typed: [UInt8]) throws -> [UInt8] {
    try Passphrase(existing: SecretBytes(copying: typed)).text.array
  }

  private func text(_ typed: String) throws -> String {
    String(decoding: try text([UInt8](typed.utf8)), as: UTF8.self)
  }

  @Test func `nothing is stripped`() throws {
    #expect(try [UInt8](text("  two  blanks \u{a0}").utf8) == [UInt8]("  two  blanks \u{a0}".utf8))
    #expect(try text("").isEmpty)
  }

  @Test(arguments: [
    ("e\u{301}", "\u{e9}"),  // composes
    ("\u{212b}", "\u{c5}"),  // one character stands for another
    ("\u{1100}\u{1161}\u{11a8}", "\u{ac01}"),  // Hangul
    ("e\u{302}\u{323}", "\u{1ec7}"),  // marks in the other order
    ("\u{958}", "\u{915}\u{93c}"),  // never composed
    ("\u{fb01}", "\u{fb01}"),  // compatibility is not touched
    ("\u{10041}\u{301}", "\u{10041}\u{301}"),  // above U+FFFF: not cut down to A with an accent
    ("\u{11099}\u{110ba}", "\u{1109a}"),  // composes above U+FFFF
    ("\u{1f469}\u{200d}\u{1f680}", "\u{1f469}\u{200d}\u{1f680}"),  // an emoji of three
  ])
  func `text is brought to NFC`(typed: String, composed: String) throws {
    #expect(try text([UInt8](typed.utf8)) == [UInt8](composed.utf8))
  }

  @Test(
    arguments: [
      [0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x61, 0x80],
    ] as [[UInt8]])
  func `what is not UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: CryptoError.notUTF8) { try text(bytes) }
  }

  @Test func `NUL and every other control character is refused`() {
    for value in Array(UInt8(0)..<32) + Array(127..<160) {
      let typed = "correct horse" + String(Unicode.Scalar(value)) + "battery"
      #expect(throws: CryptoError.controlCharacter) { try text(typed) }
    }
  }

  @Test func `a new passphrase has at least fifteen characters`() throws {
    func count(_ typed: String) throws -> Int {
      try Passphrase(forNewVault: SecretBytes(copying: [UInt8](typed.utf8))).characterCount
    }
    #expect(try count("fifteen letters") == 15)
    #expect(throws: CryptoError.tooShort(found: 14)) { try count("fourteen signs") }
    #expect(throws: CryptoError.tooShort(found: 0)) { try count("") }
    // Characters, not bytes and not accents.
    #expect(throws: CryptoError.tooShort(found: 14)) {
      try count(String(repeating: "e\u{301}", count: 14))
    }
    #expect(try count(String(repeating: "e\u{301}\u{323}", count: 15)) == 15)
    #expect(throws: CryptoError.tooShort(found: 3)) {
      try count(String(repeating: "\u{1f469}\u{200d}\u{1f680}", count: 3))
    }
  }

  @Test func `an existing passphrase has no floor`() throws {
    let short = try Passphrase(existing: SecretBytes(copying: [UInt8]("abc".utf8)))
    #expect(short.characterCount == 3)
  }

  @Test func `a passphrase of more than a kibibyte is refused`() throws {
    let longest = [UInt8](repeating: 0x61, count: 1024)
    #expect(try text(longest) == longest)
    #expect(throws: CryptoError.tooLong(bytes: 1025)) { try text(longest + [0x61]) }
  }

  @Test func `typed twice is compared in NFC`() throws {
    func passphrase(_ typed: String) throws -> Passphrase {
      try Passphrase(existing: SecretBytes(copying: [UInt8](typed.utf8)))
    }
    let first = try passphrase("caf\u{e9}")
    let same = first.matches(try passphrase("cafe\u{301}"))
    let other = first.matches(try passphrase("cafe"))
    #expect(same && !other)
  }
}
