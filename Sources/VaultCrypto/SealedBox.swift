import CSodium

/// What a sealed box is for; the room that owns the contents declares the constants.
package struct BoxPurpose: Sendable {
  let text: StaticString

  /// Names a purpose in ASCII, at most 200 bytes.
  package init(_ text: StaticString) {
    precondition(text.isASCII && text.utf8CodeUnitCount <= 200, "a purpose that does not fit")
    self.text = text
  }
}

/// What stands inside a sealed box before the payload, since the box itself names nothing:
/// lp8("uidvault/box/v1/" ‖ purpose) ‖ vault id (16) ‖ recipient (8) ‖ number (8).
package struct BoxPlace: Sendable {
  let inside: [UInt8]

  /// Names a purpose, a vault id of 16 bytes, a recipient's id of 8 bytes and a number or epoch.
  package init(purpose: BoxPurpose, vault: [UInt8], recipient: [UInt8], number: UInt64) {
    precondition(recipient.count == 8, "a recipient's id is 8 bytes")
    var context = ContextBytes(
      prefix: "uidvault/box/v1/", purpose: purpose.text, reserving: 16 + 8 + 8)
    context.append(vault: vault)
    context.append(recipient)
    context.append(number)
    inside = context.bytes
  }
}

extension BoxPublicKey {
  // Keys fit; larger contents would eat the memory that may be locked.
  private static let guardedCeiling = 4096

  /// Seals a payload that only the holder of the secret half can read, and nobody can sign by it.
  ///
  /// Source: `crypto_box_seal`.
  ///
  /// - Throws: `CryptoError.publicKeyRefused` for a public key of low order.
  package func seal(payload: RawSpan, box: BoxPlace) throws(CryptoError) -> SealedBytes {
    let inside = box.inside
    let count = inside.count + payload.byteCount
    if payload.byteCount <= BoxPublicKey.guardedCeiling {
      var plaintext = SecretBytes(count: count)
      unsafe plaintext.withMutableAddress { unsafe SealedBox.join(inside, payload, at: $0) }
      return try plaintext.withBytes { (bytes) throws(CryptoError) in try seal(bytes) }
    }
    var plaintext = WipedBytes(uninitialized: count)
    unsafe plaintext.withMutableAddress { unsafe SealedBox.join(inside, payload, at: $0) }
    return try plaintext.withBytes { (bytes) throws(CryptoError) in try seal(bytes) }
  }

  /// Seals a payload out of ordinary memory.
  ///
  /// - Throws: as `seal(payload:box:)`.
  package func seal(payload: [UInt8], box: BoxPlace) throws(CryptoError) -> SealedBytes {
    try unsafe seal(payload: payload.span.bytes, box: box)
  }

  private func seal(_ plaintext: RawSpan) throws(CryptoError) -> SealedBytes {
    Sodium.require()
    var sealed = [UInt8](repeating: 0, count: plaintext.byteCount + SealedBox.overhead)
    let status = unsafe plaintext.withUnsafeBytes { plaintext in
      let start = unsafe plaintext.baseAddress?.assumingMemoryBound(to: UInt8.self)
      return unsafe crypto_box_seal(&sealed, start, UInt64(plaintext.count), bytes)
    }
    guard status == 0 else { throw .publicKeyRefused }
    return SealedBytes(sealed: sealed)
  }
}

extension BoxKeyPair {
  /// Opens a key or another small secret into guarded memory.
  ///
  /// - Returns: The payload alone.
  /// - Throws: `CryptoError.truncated` when the box is shorter than its smallest contents,
  ///   `CryptoError.notAuthentic` when it was sealed to another key or altered,
  ///   `CryptoError.wrongInside` when it was made for another purpose, vault, recipient or number.
  package borrowing func open(
    _ sealed: SealedBytes, box: BoxPlace
  ) throws(CryptoError) -> SecretBytes {
    var opened = SecretBytes(count: try SealedBox.plaintextCount(of: sealed))
    guard unsafe opened.withMutableAddress({ unsafe decrypt(sealed, to: $0) }) else {
      throw .notAuthentic
    }
    return try opened.withBytes { (bytes) throws(CryptoError) in
      try SealedBox.check(bytes, isInside: box)
      return SecretBytes(copying: bytes.extracting(droppingFirst: box.inside.count))
    }
  }

  /// Opens contents of any size into memory that is wiped.
  ///
  /// - Returns: The payload alone.
  /// - Throws: as `open(_:box:)`.
  package borrowing func openContents(
    _ sealed: SealedBytes, box: BoxPlace
  ) throws(CryptoError) -> WipedBytes {
    var opened = WipedBytes(uninitialized: try SealedBox.plaintextCount(of: sealed))
    guard unsafe opened.withMutableAddress({ unsafe decrypt(sealed, to: $0) }) else {
      throw .notAuthentic
    }
    return try opened.withBytes { (bytes) throws(CryptoError) in
      try SealedBox.check(bytes, isInside: box)
      return WipedBytes(copying: bytes.extracting(droppingFirst: box.inside.count))
    }
  }

  private borrowing func decrypt(
    _ sealed: SealedBytes, to output: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    unsafe secret.withAddress { secret in
      unsafe crypto_box_seal_open(
        output, sealed.bytes, UInt64(sealed.bytes.count), publicKey.bytes, secret) == 0
    }
  }
}

/// The outside of a sealed box: an ephemeral public key (32) and a tag (16).
enum SealedBox {
  static let overhead = 48

  static func plaintextCount(of sealed: SealedBytes) throws(CryptoError) -> Int {
    guard sealed.bytes.count >= overhead else {
      throw .truncated(expected: overhead, found: sealed.bytes.count)
    }
    return sealed.bytes.count - overhead
  }

  static func join(
    _ inside: [UInt8], _ payload: RawSpan, at output: UnsafeMutablePointer<UInt8>
  ) {
    unsafe output.update(from: inside, count: inside.count)
    unsafe payload.withUnsafeBytes { payload in
      let rest = unsafe UnsafeMutableRawBufferPointer(
        start: output + inside.count, count: payload.count)
      unsafe rest.copyMemory(from: payload)
    }
  }

  /// Compares the whole inside, in a time that does not depend on the content.
  static func check(_ opened: RawSpan, isInside box: BoxPlace) throws(CryptoError) {
    let count = box.inside.count
    guard opened.byteCount >= count else { throw .wrongInside }
    let same = unsafe opened.withUnsafeBytes { opened in
      unsafe sodium_memcmp(opened.baseAddress, box.inside, count) == 0
    }
    guard same else { throw .wrongInside }
  }
}
