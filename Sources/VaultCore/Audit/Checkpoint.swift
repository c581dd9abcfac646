import VaultCrypto

/// A member's signed word of where the log stood, to be kept outside of the vault.
///
/// It names no client and no member by name. Source: docs/FORMAT.md section 8.3.
package struct Checkpoint: Equatable, Sendable {
  let vault: VaultID
  /// The vault's words.
  package let words: [String]
  /// The number of the last link.
  package let number: UInt64
  let hash: Digest
  let rosterNumber: UInt64
  let rosterHash: Digest
  /// Seconds since 1970, UTC.
  package let time: UInt64
  package let signer: MemberID
  var signature: Signature

  static let version: UInt8 = 1

  /// The bytes that are signed; vault and purpose are in the signature's context.
  var signedPart: [UInt8] {
    var writer = ByteWriter(capacity: 97)
    writer.u8(Self.version)
    writer.u64(number)
    writer.digest(hash)
    writer.u64(rosterNumber)
    writer.digest(rosterHash)
    writer.u64(time)
    writer.raw(signer.bytes)
    return writer.bytes
  }

  /// Whether a key has signed it.
  func isSigned(with key: VerifyingKey) -> Bool {
    do {
      try key.verify(signature, purpose: .checkpoint, vault: vault.bytes, data: signedPart)
      return true
    } catch {
      return false
    }
  }
}

extension Session {
  /// Signs where the log stands; nothing is revealed and nothing recorded.
  ///
  /// - Parameter now: Seconds since 1970, UTC.
  /// - Returns: The signed end of the log.
  /// - Throws: `.damaged`, `.noLongerMember`, `.file`.
  package func checkpoint(now: UInt64) throws(VaultError) -> Checkpoint {
    try look { (_, tree) throws(VaultError) in
      let standing = tree.standing
      var checkpoint = Checkpoint(
        vault: standing.vault, words: self.vault.fingerprint, number: tree.tip.number,
        hash: tree.tip.hash, rosterNumber: standing.roster.end.number,
        rosterHash: standing.roster.endHash, time: now, signer: self.memberID,
        signature: Signature(stored: [UInt8](repeating: 0, count: Signature.count)))
      checkpoint.signature = standing.memberKeys.signing.sign(
        purpose: .checkpoint, vault: standing.vault.bytes, data: checkpoint.signedPart)
      return checkpoint
    }
  }
}
