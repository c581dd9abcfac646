package import VaultCrypto

/// A roster version with its signature, as it is stored.
struct SignedRosterVersion: Sendable {
  let version: RosterVersion
  let signature: Signature
  /// The stored value.
  let signed: SignedBytes

  /// Signs a version.
  init(signing version: RosterVersion, with key: borrowing SigningKeyPair) {
    let part = version.signedPart
    self.version = version
    signature = key.sign(purpose: .roster, vault: version.vault.bytes, data: part)
    signed = SignedBytes(body: part, signature: signature)
  }

  /// Reads a stored version, whose signature nobody has checked yet.
  init(untrusted stored: SignedBytes) throws(RosterProblem) {
    let bytes = stored.bytes.span.bytes
    var offset = 0
    version = try RosterVersion(from: bytes, at: &offset)
    do {
      signature = Signature(stored: try bytes.bytes(Signature.count, at: &offset))
      try bytes.end(at: offset)
    } catch {
      throw .format(error)
    }
    signed = stored
  }

  /// The hash by which the next version and the log name this one.
  var hash: Digest {
    Digest(.rosterVersion, vault: version.vault, data: signed.bytes)
  }
}
