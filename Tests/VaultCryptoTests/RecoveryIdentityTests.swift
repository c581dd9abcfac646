import Testing

@testable import VaultCrypto

@Suite struct RecoveryIdentityTests {
  /// The pair of keys in the tests of age (`age_test.go`).
  private static let identity = [UInt8](
    "AGE-SECRET-KEY-184JMZMVQH3E6U0PSL869004Y3U2NYV7R30EU99CSEDNPH02YUVFSZW44VU".utf8)
  private static let recipient = "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"

  private func read(_ text: [UInt8]) throws(CryptoError) -> RecoveryIdentity {
    try unsafe RecoveryIdentity(text: text.span.bytes)
  }

  @Test func `age's own identity gives age's own recipient`() throws {
    let identity = try read(Self.identity)
    #expect(identity.agePublicKey.text == Self.recipient)
    #expect(try AgePublicKey(text: Self.recipient) == identity.agePublicKey)
    #expect(identity.withText { $0.array } == Self.identity)
  }

  /// Answers from the second implementation.
  @Test func `box, signing and pin keys come from the scalar`() throws {
    let identity = try read(Self.identity)
    #expect(
      identity.boxKeyPair().publicKey.bytes
        == hex("f4b9c00e153358d040a4e8542f476cc582f72cb3a667f54d5f0ba957775fc310"))
    #expect(
      identity.signingKeyPair().publicKey.bytes
        == hex("a0d8ec2cb9014f6a0deb817be32f50792164e2ad8ab7d1274ffefa600f73912d"))
    #expect(
      identity.pinKey().array
        == hex("b8256a9c69a2bd14f0e94c962460a926537d72c96ad5bb365ab056152d445045"))
  }

  @Test func `a random identity is written and read`() throws {
    for _ in 0..<20 {
      let identity = RecoveryIdentity()
      let text = identity.withText { $0.array }
      #expect(text.count == 74)
      #expect(text.starts(with: "AGE-SECRET-KEY-1".utf8))
      let again = try read(text)
      #expect(again.agePublicKey == identity.agePublicKey)
      #expect(try AgePublicKey(text: identity.agePublicKey.text) == identity.agePublicKey)
    }
  }

  @Test func `lower case and groups are read, a mixture is not`() throws {
    let lower = [UInt8](String(decoding: Self.identity, as: UTF8.self).lowercased().utf8)
    #expect(try read(lower).agePublicKey.text == Self.recipient)
    var grouped: [UInt8] = []
    for (index, character) in Self.identity.enumerated() {
      if index % 8 == 0 { grouped += [UInt8](" \r\n\t".utf8) }
      grouped.append(character)
    }
    #expect(try read(grouped).agePublicKey.text == Self.recipient)
    let mixed = Self.identity.dropLast() + lower.suffix(1)
    #expect(throws: CryptoError.character(position: 74)) { _ = try read([UInt8](mixed)) }
  }

  @Test func `every wrong letter is noticed`() {
    let alphabet = [UInt8]("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".utf8)
    for index in 16..<74 {
      for letter in alphabet where letter != Self.identity[index] {
        var typed = Self.identity
        typed[index] = letter
        #expect(throws: CryptoError.checksum) { _ = try read(typed) }
      }
    }
  }

  @Test func `neighbours exchanged are noticed`() {
    for index in 16..<73 where Self.identity[index] != Self.identity[index + 1] {
      var typed = Self.identity
      typed.swapAt(index, index + 1)
      #expect(throws: CryptoError.checksum) { _ = try read(typed) }
    }
  }

  @Test(arguments: Array("BIO1-\u{0}\u{ff}".unicodeScalars.map { UInt8($0.value) }))
  func `a character that cannot stand there is pointed at`(character: UInt8) {
    for index in 0..<74 where Self.identity[index] != character {
      // In the prefix, only the prefix can stand; I is one of its neighbours by sight, not by rule.
      var typed = Self.identity
      typed[index] = character
      #expect(throws: CryptoError.character(position: index + 1)) { _ = try read(typed) }
    }
  }

  @Test(arguments: [0, 1, 73, 75])
  func `another length is refused`(count: Int) {
    let typed = [UInt8]((Self.identity + Self.identity).prefix(count))
    #expect(throws: CryptoError.wrongLength(expected: 74, found: count)) { _ = try read(typed) }
  }

  @Test func `a recipient with an error is refused`() {
    #expect(throws: CryptoError.wrongLength(expected: 62, found: 3)) {
      try AgePublicKey(text: "age")
    }
    #expect(throws: CryptoError.character(position: 1)) {
      try AgePublicKey(text: "b" + Self.recipient.dropFirst())
    }
    #expect(throws: CryptoError.checksum) {
      try AgePublicKey(text: Self.recipient.dropLast() + "q")
    }
  }
}
