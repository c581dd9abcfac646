import VaultCrypto

/// One step of the chain that carries everything; docs/FORMAT.md section 8.1.
struct Link: Equatable, Sendable {
  let number: UInt64
  let previous: Digest
  /// Seconds since 1970, UTC.
  let time: UInt64
  let actor: MemberID
  let rosterNumber: UInt64
  let rosterHash: Digest
  let headHash: Digest
  let contentHash: Digest

  /// The bytes that the actor signs.
  var signedPart: [UInt8] {
    var writer = ByteWriter(capacity: Self.byteCount)
    writer.u64(number)
    writer.digest(previous)
    writer.u64(time)
    writer.raw(actor.bytes)
    writer.u64(rosterNumber)
    writer.digest(rosterHash)
    writer.digest(headHash)
    writer.digest(contentHash)
    return writer.bytes
  }

  /// Bytes of a link with its signature.
  static let byteCount = 160 + Signature.count
}

/// A link with its signature, as it is sealed.
struct SignedLink: Equatable, Sendable {
  let link: Link
  let signature: Signature

  /// Signs a link.
  init(signing link: Link, in vault: VaultID, with key: borrowing SigningKeyPair) {
    self.link = link
    signature = key.sign(purpose: .link, vault: vault.bytes, data: link.signedPart)
  }

  /// Reads a link, whose signature nobody has checked yet.
  init(untrusted bytes: RawSpan) throws(FormatProblem) {
    var offset = 0
    link = Link(
      number: try bytes.u64(at: &offset), previous: try bytes.digest(at: &offset),
      time: try bytes.u64(at: &offset), actor: try bytes.memberID(at: &offset),
      rosterNumber: try bytes.u64(at: &offset), rosterHash: try bytes.digest(at: &offset),
      headHash: try bytes.digest(at: &offset), contentHash: try bytes.digest(at: &offset))
    signature = Signature(stored: try bytes.bytes(Signature.count, at: &offset))
    try bytes.end(at: offset)
  }

  var encoded: [UInt8] { link.signedPart + signature.bytes }
}
