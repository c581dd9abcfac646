import Foundation
import Testing
import VaultCrypto

@testable import AgeFormat

/// Files that a passphrase opens: the specification's "scrypt recipient type".
@Suite struct ScryptTests {
  private static func passphrase(_ text: String) throws -> Passphrase {
    try Passphrase(existing: SecretBytes(copying: Array(text.utf8)))
  }

  /// What a passphrase finds in a file.
  private static func reading(_ file: [UInt8], _ text: String) throws -> Reading {
    var reading = Reading(file, fileKey: HandMadeFile.fileKey)
    do {
      let key = try Reading.header(of: file).fileKey(with: passphrase(text))
      reading = Reading(file, fileKey: key)
    } catch let error as AgeError {
      reading.error = error
    }
    return reading
  }

  @Test func `what was written for a passphrase opens with it alone`() throws {
    let collected = Collected()
    var writer = try AgeWriter(passphrase: Self.passphrase("harbor velvet cinder")) {
      (bytes) throws(Never) in collected.take(bytes)
    }
    unsafe writer.append(sample(70_000).span.bytes)
    writer.finish()
    let found = try Self.reading(collected.bytes, "harbor velvet cinder")
    #expect(found.error == nil)
    #expect(found.plaintext == sample(70_000))
    #expect(try Self.reading(collected.bytes, "harbor velvet cinders").error == .noMatchingStanza)
    let stanzas = try Reading.header(of: collected.bytes).stanzas
    #expect(stanzas.map(\.type) == ["scrypt"])
    #expect(stanzas.first?.arguments.last == "18")
    #expect(Reading(collected.bytes, with: RecoveryIdentity()).error == .noMatchingStanza)
  }

  /// Made by `age -p` 1.1.1 with the passphrase "harbor velvet cinder".
  private static let stock = """
    YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB6K1dmMnVod0RYL05NamgyMy9EcmN3IDE4ClE1Rm5JY2pG\
    M0NScVZ3T05TV3lnd29jVWV5b1FtWVZyM2s0Nlplc0xHMEkKLS0tIFlPb2Y0clBzbkFPRzF2SCtqRmdPcGZOQUZh\
    U3Q1QTV6RFgweEJ6TkRCK3cKK02ltWoJdVSUFSFwXFNV7b+vTO9gSxAa1DDyozPDoX8fMfCCj4A=
    """

  @Test func `age's own file opens`() throws {
    let file = try [UInt8](#require(Data(base64Encoded: Self.stock)))
    let found = try Self.reading(file, "harbor velvet cinder")
    #expect(found.error == nil)
    #expect(found.plaintext == Array("vector".utf8))
  }

  private static let salt = base64([UInt8](0..<16))

  private static func stanza(
    _ line: String, body: String = base64([UInt8](repeating: 9, count: 32))
  ) -> @Sendable (inout HandMadeFile) -> Void {
    { $0.lines.replaceSubrange(1..., with: [line, body]) }
  }

  /// Every MUST that can be broken in the stanza alone. None is stretched first: the dearest would
  /// take a gibibyte.
  private static let defects = [
    Defect("no argument", .argumentCount(line: 2, found: 1), stanza("-> scrypt")),
    Defect("no work factor", .argumentCount(line: 2, found: 2), stanza("-> scrypt \(salt)")),
    Defect(
      "an argument too many", .argumentCount(line: 2, found: 4), stanza("-> scrypt \(salt) 10 10")),
    Defect("a salt with padding", .notCanonical(line: 2), stanza("-> scrypt \(salt)== 10")),
    Defect(
      "a salt of 15 bytes", .saltLength(line: 2, found: 15),
      stanza("-> scrypt \(base64([UInt8](0..<15))) 10")),
    Defect(
      "a salt of 17 bytes", .saltLength(line: 2, found: 17),
      stanza("-> scrypt \(base64([UInt8](0..<17))) 10")),
    Defect("a work factor of zero", .workFactorSyntax(line: 2), stanza("-> scrypt \(salt) 0")),
    Defect(
      "a work factor with a zero before it", .workFactorSyntax(line: 2),
      stanza("-> scrypt \(salt) 010")),
    Defect(
      "a work factor with a sign", .workFactorSyntax(line: 2), stanza("-> scrypt \(salt) +10")),
    Defect(
      "a work factor that is not decimal", .workFactorSyntax(line: 2),
      stanza("-> scrypt \(salt) 0xa")),
    Defect(
      "a work factor beyond the ceiling", .workFactorTooHigh(line: 2, limit: 20),
      stanza("-> scrypt \(salt) 21")),
    Defect(
      "a work factor beyond all numbers", .workFactorTooHigh(line: 2, limit: 20),
      stanza("-> scrypt \(salt) 18446744073709551626")),
    Defect(
      "a body of 31 bytes", .bodyLength(line: 2, found: 31),
      stanza("-> scrypt \(salt) 10", body: base64([UInt8](repeating: 9, count: 31)))),
    Defect(
      "a body of 33 bytes", .bodyLength(line: 2, found: 33),
      stanza("-> scrypt \(salt) 10", body: base64([UInt8](repeating: 9, count: 33)))),
    Defect(
      "a body of another file", .noMatchingStanza, stanza("-> scrypt \(salt) 10")),
  ]

  @Test(arguments: defects)
  func `a stanza with one defect is refused for it`(defect: Defect) throws {
    let file = HandMadeFile(plaintext: [1]).with(defect.change)
    #expect(try Self.reading(file.bytes, "harbor velvet cinder").error == defect.error)
  }

  @Test func `a file for keys opens with no passphrase`() throws {
    let file = HandMadeFile(plaintext: [1])
    #expect(try Self.reading(file.bytes, "harbor velvet cinder").error == .noMatchingStanza)
  }
}
