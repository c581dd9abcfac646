import AgeFormat
import Testing
import VaultCrypto

/// What the other end of a stream throws.
private struct Broken: Error, Equatable {
  let after: Int
}

@Suite struct StreamFailureTests {
  @Test(arguments: [0, 30, 100, 170, 300, 70_000])
  func `a source that fails is heard in its own words`(after: Int) throws {
    let identity = RecoveryIdentity()
    let file = try encrypt(sample(100_000), to: [identity.agePublicKey])
    let pieces = Pieces(Array(file.prefix(after)), size: 50)
    #expect(throws: AgeTransferError.stream(Broken(after: after))) {
      let file = try UnverifiedAgeFile { () throws(Broken) in
        guard let piece = pieces.next() else { throw Broken(after: after) }
        return piece
      }
      let fileKey = try file.fileKey(with: identity)
      try file.verify(with: fileKey).copy { (_) throws(Broken) in }
    }
  }

  @Test func `a taker of plaintext that fails is heard in its own words`() throws {
    let identity = RecoveryIdentity()
    let pieces = Pieces(try encrypt(sample(100_000), to: [identity.agePublicKey]))
    #expect(throws: AgeTransferError.stream(Broken(after: 1))) {
      let file = try UnverifiedAgeFile { () throws(Broken) in pieces.next() }
      let fileKey = try file.fileKey(with: identity)
      try file.verify(with: fileKey).copy { (_) throws(Broken) in throw Broken(after: 1) }
    }
  }

  @Test func `a taker of the file that fails at the header is heard in its own words`() {
    #expect(throws: AgeTransferError.stream(Broken(after: 0))) {
      let writer = try AgeWriter(recipients: [RecoveryIdentity().agePublicKey]) {
        (_) throws(Broken) in throw Broken(after: 0)
      }
      try writer.finish()
    }
  }

  @Test(arguments: [1, 2])
  func `a taker of the file that fails later is heard in its own words`(after: Int) {
    var written = 0
    #expect(throws: Broken(after: after)) {
      var writer = try AgeWriter(recipients: [RecoveryIdentity().agePublicKey]) {
        (_) throws(Broken) in
        if written == after { throw Broken(after: after) }
        written += 1
      }
      try unsafe writer.append(sample(70_000).span.bytes)
      try writer.finish()
    }
    #expect(written == after)
  }
}
