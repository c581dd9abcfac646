import VaultCrypto

/// What opens a member's root: bound to vault, member, public keys and cost.
///
/// Source: docs/FORMAT.md section 2.3.
struct MemberWrap: Sendable {
  let header: Header
  private let wrap: KeyCommittingWrap

  /// What stands in clear before the wrap, and is its associated data.
  struct Header: Equatable, Sendable {
    let kind: MemberKind
    let vault: VaultID
    let member: MemberID
    let keys: MemberPublicKeys
    /// Nil for the recovery key, whose pin key needs no stretching.
    let cost: StretchingCost?
    /// Zeros for the recovery key.
    let salt: [UInt8]
  }

  /// What a wrap pins: nobody can be led onto another vault, or a branch that parted earlier.
  struct Pin: Equatable, Sendable {
    let vault: VaultID
    let founderKey: [UInt8]
    let rosterNumber: UInt64
    let rosterHash: Digest
  }

  /// Wraps a person's root with the pin.
  init(
    _ header: Header, root: borrowing RootKey, pin: Pin, under key: borrowing KeyEncryptionKey
  ) {
    self.header = header
    let payload = Self.payload(root, pin)
    wrap = payload.withBytes {
      KeyCommittingWrap(sealing: $0, under: key, associated: header.encoded)
    }
  }

  private static func payload(_ root: borrowing RootKey, _ pin: Pin) -> SecretBytes {
    let pinned = pin.encoded
    var payload = SecretBytes(count: 32 + pinned.count)
    payload.withMutableBytes { bytes in
      root.withBytes { root in
        for index in 0..<root.byteCount {
          bytes.storeBytes(of: root.byte(index), toByteOffset: index, as: UInt8.self)
        }
      }
      for (index, byte) in pinned.enumerated() {
        bytes.storeBytes(of: byte, toByteOffset: 32 + index, as: UInt8.self)
      }
    }
    return payload
  }

  /// Wraps nothing but the pin, for the recovery key.
  init(_ header: Header, pin: Pin, under key: borrowing PinKey) {
    self.header = header
    wrap = unsafe KeyCommittingWrap(
      sealing: pin.encoded.span.bytes, under: key, associated: header.encoded)
  }

  /// The stored bytes.
  var sealed: SealedBytes { SealedBytes(untrusted: header.encoded + wrap.bytes) }

  /// Reads a wrap that nobody has opened yet.
  init(untrusted stored: SealedBytes) throws(RosterProblem) {
    let rest: [UInt8]
    (header, rest) = try stored.bytes.withSpan { (bytes) throws(RosterProblem) in
      var offset = 0
      let header = try Header(from: bytes, at: &offset)
      return (header, bytes.copy(offset..<bytes.byteCount))
    }
    do { wrap = try KeyCommittingWrap(untrusted: rest) } catch { throw .format(.truncated) }
  }

  /// Opens a member's wrap: their root, and what it pins.
  ///
  /// - Throws: `.wrongKey` for a wrong passphrase, which nothing tells from a foreign wrap;
  ///   `.notAuthentic` for an altered one; `.wrongLength` for one that holds something else.
  func open(
    under key: borrowing KeyEncryptionKey
  ) throws(CryptoError) -> Opened {
    let payload = try wrap.open(under: key, associated: header.encoded)
    return try payload.withBytes { (bytes) throws(CryptoError) in
      guard bytes.byteCount == 32 + Pin.byteCount else {
        throw .wrongLength(expected: 32 + Pin.byteCount, found: bytes.byteCount)
      }
      return Opened(
        root: try RootKey(copying: bytes.extracting(0..<32)),
        pin: Pin(from: bytes.extracting(32..<bytes.byteCount)))
    }
  }

  /// Opens the recovery key's wrap, which holds nothing but its pin.
  ///
  /// - Throws: as `open` does.
  func openPin(under key: borrowing PinKey) throws(CryptoError) -> Pin {
    let payload = try wrap.open(under: key, associated: header.encoded)
    return try payload.withBytes { (bytes) throws(CryptoError) in
      guard bytes.byteCount == Pin.byteCount else {
        throw .wrongLength(expected: Pin.byteCount, found: bytes.byteCount)
      }
      return Pin(from: bytes)
    }
  }

  /// An opened wrap.
  struct Opened: ~Copyable {
    let root: RootKey
    let pin: Pin
  }
}

extension MemberWrap.Pin {
  static let byteCount = 16 + 32 + 8 + 32

  var encoded: [UInt8] {
    var writer = ByteWriter(capacity: Self.byteCount)
    writer.raw(vault.bytes)
    writer.raw(founderKey)
    writer.u64(rosterNumber)
    writer.digest(rosterHash)
    return writer.bytes
  }

  /// Takes exactly as many bytes as a pin has.
  fileprivate init(from bytes: RawSpan) {
    vault = VaultID(bytes: bytes.copy(0..<16))
    founderKey = bytes.copy(16..<48)
    rosterNumber = bytes.copy(48..<56).reduce(0) { $0 << 8 | UInt64($1) }
    rosterHash = Digest(stored: bytes.copy(56..<88))
  }
}

extension MemberWrap.Header {
  var encoded: [UInt8] {
    var writer = ByteWriter(capacity: 143)
    writer.u8(RosterVersion.suite)
    writer.u8(kind.rawValue)
    writer.raw(vault.bytes)
    writer.raw(member.bytes)
    writer.raw(keys.box.bytes)
    writer.raw(keys.signing.bytes)
    writer.raw(keys.age.bytes)
    writer.u8(UInt8(cost?.passes ?? 0))
    writer.u32(UInt32(cost?.memoryMiB ?? 0))
    writer.raw(salt)
    return writer.bytes
  }

  fileprivate init(from bytes: RawSpan, at offset: inout Int) throws(RosterProblem) {
    let passes: Int
    let memoryMiB: Int
    let (box, signing, age): ([UInt8], [UInt8], [UInt8])
    do throws(FormatProblem) {
      try bytes.suite(at: &offset)
      guard let kind = MemberKind(rawValue: try bytes.u8(at: &offset)) else { throw .badValue }
      self.kind = kind
      vault = try bytes.vaultID(at: &offset)
      member = try bytes.memberID(at: &offset)
      (box, signing, age) = (
        try bytes.bytes(32, at: &offset), try bytes.bytes(32, at: &offset),
        try bytes.bytes(32, at: &offset)
      )
      passes = Int(try bytes.u8(at: &offset))
      memoryMiB = Int(try bytes.u32(at: &offset))
      salt = try bytes.bytes(StretchingSalt.count, at: &offset)
      guard kind != .recovery || salt.allSatisfy({ $0 == 0 }) else { throw .badValue }
    } catch {
      throw .format(error)
    }
    keys = try MemberPublicKeys(box: box, signing: signing, age: age)
    cost = try StretchingCost(stored: passes, memoryMiB: memoryMiB, of: kind)
  }
}
