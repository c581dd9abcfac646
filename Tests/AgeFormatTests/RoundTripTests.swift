import AgeFormat
import Testing
import VaultCrypto

@Suite struct RoundTripTests {
  static let counts = [
    0, 1, 15, 16, 17, 65_519, 65_520, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 200_000,
  ]

  @Test(arguments: counts)
  func `what one recipient's file holds is read again`(count: Int) throws {
    let identity = RecoveryIdentity()
    let file = try encrypt(sample(count), to: [identity.agePublicKey])
    let reading = Reading(file, with: identity)
    #expect(reading.error == nil)
    #expect(reading.plaintext == sample(count))
    let chunks = max(1, (count + 65_535) / 65_536)
    // The version line, a stanza of two lines, the MAC; the nonce; the chunks with their tags.
    #expect(file.count == 22 + 98 + 48 + 16 + count + 16 * chunks)
  }

  @Test(arguments: counts)
  func `each of forty recipients reads the file`(count: Int) throws {
    let sheet = RecoveryIdentity()
    let member = RootKey().ageKeyPair()
    let crowd = (0..<38).map { _ in RecoveryIdentity().agePublicKey }
    let file = try encrypt(
      sample(count), to: [member.publicKey] + crowd + [sheet.agePublicKey])
    #expect(Reading(file, with: sheet) == Reading(file, with: member))
    #expect(Reading(file, with: member).plaintext == sample(count))
    #expect(Reading(file, with: RecoveryIdentity()).error == .noMatchingStanza)
  }

  @Test(arguments: [1, 2, 7, 65_535, 65_536, 65_537, 65_552, 65_553, 1_000_000])
  func `the pieces in which bytes come and go do not matter`(size: Int) throws {
    let identity = RecoveryIdentity()
    for count in [0, 65_536, 131_073] {
      let file = try encrypt(sample(count), to: [identity.agePublicKey], pieces: size)
      let reading = Reading(file, with: identity, pieces: size)
      #expect(reading.error == nil)
      #expect(reading.plaintext == sample(count))
    }
  }

  @Test func `empty pieces are not the end`() throws {
    let identity = RecoveryIdentity()
    let pieces = Pieces(try encrypt(sample(70_000), to: [identity.agePublicKey]), size: 1000)
    var isEmpty = false
    let file = try UnverifiedAgeFile { () throws(Never) in
      isEmpty.toggle()
      return isEmpty ? [] : pieces.next()
    }
    let collected = Collected()
    let fileKey = try file.fileKey(with: identity)
    try file.verify(with: fileKey).copy {
      (bytes) throws(Never) in collected.take(bytes)
    }
    #expect(collected.bytes == sample(70_000))
  }

  @Test func `two files of the same bytes to one key share no secret part`() throws {
    let recipient = RecoveryIdentity().agePublicKey
    let first = try encrypt(sample(100), to: [recipient])
    let second = try encrypt(sample(100), to: [recipient])
    #expect(first.prefix(32) == second.prefix(32))
    #expect(first[32..<75] != second[32..<75])
    #expect(first.suffix(116) != second.suffix(116))
  }

  @Test func `a chunk is written as soon as the next one begins`() throws {
    let collected = Collected()
    var writer = try AgeWriter(recipients: [RecoveryIdentity().agePublicKey]) {
      (bytes) throws(Never) in collected.take(bytes)
    }
    let header = collected.bytes.count
    unsafe writer.append(sample(65_536).span.bytes)
    #expect(collected.bytes.count == header)
    unsafe writer.append(sample(1).span.bytes)
    #expect(collected.bytes.count == header + 65_552)
    writer.finish()
    #expect(collected.bytes.count == header + 65_552 + 17)
  }
}
