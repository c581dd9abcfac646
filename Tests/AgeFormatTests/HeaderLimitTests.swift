import Testing
import VaultCrypto

@testable import AgeFormat

@Suite struct HeaderLimitTests {
  private let type = "a.example/b"

  @Test func `a header is read up to its last allowed byte, and no further`() {
    let file = HandMadeFile(plaintext: [1])
    let count = file.header.count
    let exact = AgeHeaderLimits(bytes: count, stanzas: 1)
    #expect(Reading(file.bytes, with: HandMadeFile.identity, limits: exact).error == nil)
    for bytes in [1, 21, 22, count - 1] {
      let limits = AgeHeaderLimits(bytes: bytes, stanzas: 1)
      #expect(
        Reading(file.bytes, with: HandMadeFile.identity, limits: limits).error
          == .headerTooLong(limit: bytes))
    }
  }

  @Test func `a line without an end is not read for ever`() {
    let limits = AgeHeaderLimits(bytes: 100_000, stanzas: 10)
    for beginning in ["age-encryption.org/v1", "age-encryption.org/v1\n-> "] {
      var taken = 0
      #expect(throws: AgeTransferError<Never>.age(.headerTooLong(limit: 100_000))) {
        _ = try UnverifiedAgeFile(limits: limits) { () throws(Never) in
          taken += 1
          return taken == 1 ? Array(beginning.utf8) : [UInt8](repeating: 0x41, count: 1000)
        }
      }
      #expect(taken <= 101)
    }
  }

  @Test func `a stream that is no age file is refused at its first wrong byte`() {
    var taken = 0
    #expect(throws: AgeTransferError<Never>.age(.notAge)) {
      _ = try UnverifiedAgeFile { () throws(Never) in
        taken += 1
        return [0x41]
      }
    }
    #expect(taken <= 2)
  }

  @Test func `a stanza too many is refused before its body is read`() {
    let limits = AgeHeaderLimits(bytes: 10_000, stanzas: 3)
    let full = HandMadeFile().with { $0.lines += ["-> a", "", "-> b", ""] }
    #expect(Reading(full.bytes, with: HandMadeFile.identity, limits: limits).error == nil)
    let more = full.with { $0.lines += ["-> c", "?"] }
    #expect(
      Reading(more.bytes, with: HandMadeFile.identity, limits: limits).error
        == .tooManyStanzas(limit: 3))
  }

  @Test func `what would not be read is not written`() throws {
    let identity = RecoveryIdentity()
    let stanzas = [AgeStanza](repeating: AgeStanza(type: type, body: []), count: 999)
    let most = try encrypt([1], to: [identity.agePublicKey], stanzas: stanzas)
    #expect(Reading(most, with: identity) == Reading([1], nil))
    #expect(throws: AgeTransferError<Never>.age(.tooManyStanzas(limit: 1000))) {
      try encrypt([1], to: [identity.agePublicKey, identity.agePublicKey], stanzas: stanzas)
    }
    let large = AgeStanza(type: type, body: [UInt8](repeating: 0, count: 1 << 20))
    #expect(throws: AgeTransferError<Never>.age(.headerTooLong(limit: 1 << 20))) {
      try encrypt([1], to: [identity.agePublicKey], stanzas: [large])
    }
  }
}
