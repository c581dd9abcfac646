import Testing

@testable import VaultCrypto

@Suite struct AgeKeyTests {
  private func chunk(
    _ number: UInt64, _ kind: AgeChunkPlace.Kind
  ) -> AgeChunkPlace {
    AgeChunkPlace(number: number, kind: kind)
  }

  @Test func `a chunk's nonce is its number and its kind`() {
    #expect(chunk(0, .inner).nonce == [UInt8](repeating: 0, count: 12))
    #expect(chunk(0, .final).nonce == [UInt8](repeating: 0, count: 11) + [1])
    #expect(
      chunk(0x0102_0304_0506_0708, .inner).nonce == [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0])
  }

  @Test func `a chunk opens in its place alone, and nothing is written elsewhere`() throws {
    let fileKey = AgeFileKey()
    let nonce = [UInt8](0..<16)
    let key = fileKey.payloadKey(nonce: nonce)
    let other = fileKey.payloadKey(nonce: nonce.flipped(at: 3))
    var sealed = WipedBytes(count: 19)
    let plaintext: [UInt8] = [1, 2, 3]
    unsafe key.seal(plaintext.span.bytes, place: chunk(7, .inner), into: &sealed)
    let bytes = sealed.array
    var opened = WipedBytes(count: 3)
    for place in [chunk(7, .final), chunk(6, .inner)] {
      #expect(unsafe !key.open(bytes.span.bytes, place: place, into: &opened))
    }
    #expect(unsafe !other.open(bytes.span.bytes, place: chunk(7, .inner), into: &opened))
    for index in bytes.indices {
      let altered = bytes.flipped(at: index)
      #expect(unsafe !key.open(altered.span.bytes, place: chunk(7, .inner), into: &opened))
    }
    #expect(opened.array == [0, 0, 0])
    #expect(unsafe key.open(bytes.span.bytes, place: chunk(7, .inner), into: &opened))
    #expect(opened.array == [1, 2, 3])
  }

  @Test func `a wrapped file key opens with its recipient's secret alone`() throws {
    let pair = RootKey().ageKeyPair()
    let fileKey = AgeFileKey()
    let wrapped = pair.publicKey.wrap(fileKey)
    #expect(wrapped != pair.publicKey.wrap(fileKey))
    let bytes = fileKey.withBytes { $0.array }
    #expect(try open(wrapped, with: pair) == bytes)
    #expect(try open(wrapped, with: RootKey().ageKeyPair()) == nil)
    #expect(try open(wrapped, with: RecoveryIdentity()) == nil)
    for index in 0..<32 {
      let altered = try AgeWrappedKey(
        untrustedShare: wrapped.share, sealed: wrapped.sealed.flipped(at: index))
      #expect(try open(altered, with: pair) == nil)
    }
  }

  private func open<Identity: AgeIdentity & ~Copyable>(
    _ wrapped: AgeWrappedKey, with identity: borrowing Identity
  ) throws(CryptoError) -> [UInt8]? {
    guard let fileKey = try identity.fileKey(from: wrapped) else { return nil }
    return fileKey.withBytes { $0.array }
  }

  @Test(arguments: [0, 31, 33])
  func `a wrapped file key of another length is refused`(count: Int) {
    let (right, wrong) = ([UInt8](repeating: 9, count: 32), [UInt8](repeating: 9, count: count))
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try AgeWrappedKey(untrustedShare: wrong, sealed: right)
    }
    #expect(throws: CryptoError.wrongLength(expected: 32, found: count)) {
      try AgeWrappedKey(untrustedShare: right, sealed: wrong)
    }
  }

  @Test(arguments: X25519Tests.lowOrder.prefix(7))
  func `a share of low order is refused`(point: String) throws {
    let wrapped = try AgeWrappedKey(
      untrustedShare: hex(point), sealed: [UInt8](repeating: 0, count: 32))
    #expect(throws: CryptoError.publicKeyRefused) {
      _ = try RecoveryIdentity().fileKey(from: wrapped)
    }
  }

  @Test func `a header's MAC is this header's under this file's key`() throws {
    let key = AgeFileKey()
    let header = Array("header".utf8)
    let mac = key.headerMAC(of: header)
    try key.verify(headerMAC: mac, of: header)
    #expect(throws: CryptoError.notAuthentic) { try key.verify(headerMAC: mac, of: header + [0]) }
    #expect(throws: CryptoError.notAuthentic) {
      try key.verify(headerMAC: mac.flipped(at: 31), of: header)
    }
    #expect(throws: CryptoError.notAuthentic) {
      try key.verify(headerMAC: Array(mac.dropLast()), of: header)
    }
    #expect(throws: CryptoError.notAuthentic) {
      try AgeFileKey().verify(headerMAC: mac, of: header)
    }
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a file key of another length is refused`(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(throws: CryptoError.wrongLength(expected: 16, found: count)) {
      _ = try unsafe AgeFileKey(copying: bytes.span.bytes)
    }
  }
}
