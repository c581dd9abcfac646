import Testing

@testable import VaultCrypto

extension BoxPurpose {
  static let epochKeys = BoxPurpose("epoch-keys")
  static let auditSecret = BoxPurpose("audit-secret")
}

@Suite struct SealedBoxTests {
  private static let recipient = [UInt8](0..<8)
  private static let box = BoxPlace(
    purpose: .epochKeys, vault: vault, recipient: recipient, number: 3)

  @Test func `the inside is spelled byte for byte`() {
    let context = [UInt8]("uidvault/box/v1/epoch-keys".utf8)
    #expect(
      Self.box.inside == [26] + context + vault + Self.recipient + [0, 0, 0, 0, 0, 0, 0, 3])
  }

  @Test func `what the second implementation sealed opens`() throws {
    let sealed = SealedBytes(
      untrusted: hex(
        """
        e05b1ae322024838095ffdefd865468ddb77b14b2dd275175ea0ab4294fa6d7ab479c1dc38582c75d078e2d66d
        34fd01b26b455379a5b4fd6af9b7d17a9b0b5f8340562e638b7135d074747698760c6b34036520a49666ed00ed
        b566c442c0eafdfc064fabfd7d2f4623cb9fecc8a5b02a13
        """))
    let opened = try RootKey(counting).boxKeyPair().open(sealed, box: Self.box).array
    #expect(opened == [UInt8]("payload".utf8))
  }

  @Test(arguments: [0, 1, 64, 4096, 4097, 100_000])
  func `what is sealed opens, in both kinds of memory`(count: Int) throws {
    let pair = BoxKeyPair()
    let payload = Sodium.randomBytes(count: count)
    let sealed = try pair.publicKey.seal(payload: payload, box: Self.box)
    #expect(sealed.bytes.count == 48 + 59 + count)
    #expect(try pair.open(sealed, box: Self.box).array == payload)
    #expect(try pair.openContents(sealed, box: Self.box).array == payload)
  }

  @Test func `every flipped byte is refused`() throws {
    let pair = BoxKeyPair()
    let sealed = try pair.publicKey.seal(payload: [1, 2, 3], box: Self.box)
    for index in sealed.bytes.indices {
      let altered = SealedBytes(untrusted: sealed.bytes.flipped(at: index))
      #expect(throws: CryptoError.notAuthentic) { _ = try pair.open(altered, box: Self.box) }
      #expect(throws: CryptoError.notAuthentic) {
        _ = try pair.openContents(altered, box: Self.box)
      }
    }
  }

  @Test func `every shortened box is refused`() throws {
    let pair = BoxKeyPair()
    let sealed = try pair.publicKey.seal(payload: [1, 2, 3], box: Self.box)
    for count in sealed.bytes.indices {
      let short = SealedBytes(untrusted: [UInt8](sealed.bytes.prefix(count)))
      let expected: CryptoError =
        count < 48 ? .truncated(expected: 48, found: count) : .notAuthentic
      #expect(throws: expected) { _ = try pair.open(short, box: Self.box) }
    }
  }

  @Test(arguments: [
    BoxPlace(purpose: .auditSecret, vault: vault, recipient: recipient, number: 3),
    BoxPlace(purpose: .epochKeys, vault: otherVault, recipient: recipient, number: 3),
    BoxPlace(purpose: .epochKeys, vault: vault, recipient: recipient.reversed(), number: 3),
    BoxPlace(purpose: .epochKeys, vault: vault, recipient: recipient, number: 4),
  ])
  func `a box made for another place is refused`(other: BoxPlace) throws {
    let pair = BoxKeyPair()
    let sealed = try pair.publicKey.seal(payload: [1, 2, 3], box: other)
    #expect(throws: CryptoError.wrongInside) { _ = try pair.open(sealed, box: Self.box) }
    #expect(throws: CryptoError.wrongInside) {
      _ = try pair.openContents(sealed, box: Self.box)
    }
  }

  @Test func `contents shorter than the place are refused`() throws {
    let pair = BoxKeyPair()
    // A box by somebody who knows only the public key and libsodium, not our inside.
    let bare = try unsafe pair.publicKey.sealBare([UInt8]([1, 2, 3]).span.bytes)
    #expect(throws: CryptoError.wrongInside) { _ = try pair.open(bare, box: Self.box) }
    let empty = try pair.publicKey.sealBare(RawSpan())
    #expect(throws: CryptoError.wrongInside) { _ = try pair.open(empty, box: Self.box) }
  }

  @Test func `another recipient cannot open`() throws {
    let sealed = try BoxKeyPair().publicKey.seal(payload: [1], box: Self.box)
    #expect(throws: CryptoError.notAuthentic) { _ = try BoxKeyPair().open(sealed, box: Self.box) }
  }

  @Test(arguments: X25519Tests.lowOrder.prefix(7))
  func `nothing is sealed to a key of low order`(point: String) {
    let key = BoxPublicKey(computed: hex(point))
    #expect(throws: CryptoError.publicKeyRefused) {
      try key.seal(payload: [1, 2, 3], box: Self.box)
    }
  }

  @Test(arguments: X25519Tests.lowOrder)
  func `a box whose own key is of low order is refused`(point: String) throws {
    let pair = BoxKeyPair()
    let sealed = try pair.publicKey.seal(payload: [1, 2, 3], box: Self.box)
    let altered = SealedBytes(untrusted: hex(point) + sealed.bytes.dropFirst(32))
    #expect(throws: CryptoError.notAuthentic) { _ = try pair.open(altered, box: Self.box) }
  }

  @Test func `a secret half that was passed on opens the same boxes`() throws {
    let pair = BoxKeyPair()
    let sealed = try pair.publicKey.seal(payload: [1, 2, 3], box: Self.box)
    let copy = try pair.withSecretBytes { (bytes) throws(CryptoError) in
      try BoxKeyPair(copying: bytes)
    }
    #expect(copy.publicKey == pair.publicKey)
    #expect(try copy.open(sealed, box: Self.box).array == [1, 2, 3])
    #expect(throws: CryptoError.wrongLength(expected: 32, found: 31)) {
      _ = try SecretBytes(count: 31).withBytes { (bytes) throws(CryptoError) in
        try BoxKeyPair(copying: bytes)
      }
    }
  }

  @Test func `a recipient's id of another length is our own mistake`() async {
    await #expect(processExitsWith: .failure) {
      _ = BoxPlace(purpose: .epochKeys, vault: vault, recipient: [1], number: 1)
    }
  }
}
