import VaultCrypto
import VaultStore

/// Opens links and decides whether they count; may be done on several cores at once.
///
/// Source: docs/FORMAT.md section 8.
struct LinkOpening: Sendable {
  let roster: VerifiedRoster
  let keys: EpochKeys

  /// Takes a stored value apart.
  ///
  /// - Throws: `.damaged` (`format`).
  static func take(
    _ stored: SealedBytes, number: UInt64
  ) throws(VaultError) -> LogReader.Row {
    do {
      let epoch = try stored.bytes.withSpan { (bytes) throws(FormatProblem) in
        var offset = 0
        return try bytes.u64(at: &offset)
      }
      let parts = try stored.parts(afterHeader: 8, limit: 2)
      guard parts.count == 2 else { throw FormatProblem.truncated }
      return LogReader.Row(epoch: epoch, link: parts[0], content: parts[1])
    } catch {
      throw .damage(.log, number.key, .format(.badLength))
    }
  }

  /// Opens a link and checks number, signature, entitlement and the content's hash.
  ///
  /// - Throws: `.damaged`.
  func open(_ row: LogReader.Row, number: UInt64) throws(VaultError) -> Link {
    try checkEpoch(of: row, number: number)
    return try check(try unseal(row, number: number), of: row)
  }

  /// The epoch must be one that there has been.
  ///
  /// - Throws: `.damaged` (`number`).
  func checkEpoch(of row: LogReader.Row, number: UInt64) throws(VaultError) {
    guard row.epoch >= 1, row.epoch <= keys.epoch else {
      throw .damage(.log, number.key, .number)
    }
  }

  /// Opens a link under the house key of its epoch.
  ///
  /// - Throws: `.damaged` (`seal`, `format`, `number`).
  func unseal(_ row: LogReader.Row, number: UInt64) throws(VaultError) -> SignedLink {
    let key = number.key
    let house = try keys.house(ofEpoch: row.epoch, in: roster)
    let signed = try Rows.open(
      row.link, of: .log, key: key,
      at: Place(vault: roster.vault.bytes, namespace: .link, key: key, epoch: row.epoch),
      under: house.sealing
    ) { (bytes) throws(FormatProblem) in try SignedLink(untrusted: bytes) }
    guard signed.link.number == number else { throw .damage(.log, key, .number) }
    return signed
  }

  /// Checks signature, entitlement, and the content's hash.
  ///
  /// - Throws: `.damaged` (`signature`, `number`, `hash`).
  func check(_ signed: SignedLink, of row: LogReader.Row) throws(VaultError) -> Link {
    let key = signed.link.number.key
    try checkSigner(of: signed)
    guard roster.version(signed.link.rosterNumber)?.epoch == row.epoch else {
      throw .damage(.log, key, .number)
    }
    let hash = Digest(.content, vault: roster.vault, data: row.content.bytes)
    guard hash == signed.link.contentHash else { throw .damage(.log, key, .hash) }
    return signed.link
  }

  /// A link counts only if its signer was a present person in the roster version it names.
  private func checkSigner(of signed: SignedLink) throws(VaultError) {
    let link = signed.link
    guard roster.contains(number: link.rosterNumber, hash: link.rosterHash),
      let actor = roster.version(link.rosterNumber)?.member(link.actor), actor.kind == .person,
      let keys = actor.keys
    else { throw .damage(.log, link.number.key, .signature) }
    do {
      try keys.signing.verify(
        signed.signature, purpose: .link, vault: roster.vault.bytes, data: link.signedPart)
    } catch {
      throw .damage(.log, link.number.key, .signature)
    }
  }
}

extension VerifiedRoster {
  /// Whether a link's signer may change the head, by the roster version that the link names.
  func signerHoldsIdentityKey(_ link: Link) -> Bool {
    version(link.rosterNumber)?.member(link.actor)?.role?.holdsIdentityKey ?? false
  }
}
