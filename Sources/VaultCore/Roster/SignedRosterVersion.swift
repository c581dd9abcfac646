import VaultCrypto

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
    (version, signature) = try stored.bytes.withSpan { (bytes) throws(RosterProblem) in
      var offset = 0
      let version = try RosterVersion(from: bytes, at: &offset)
      do throws(FormatProblem) {
        let signature = Signature(stored: try bytes.bytes(Signature.count, at: &offset))
        try bytes.end(at: offset)
        return (version, signature)
      } catch {
        throw .format(error)
      }
    }
    signed = stored
  }

  /// The hash by which the next version and the log name this one.
  var hash: Digest {
    Digest(.rosterVersion, vault: version.vault, data: signed.bytes)
  }
}
