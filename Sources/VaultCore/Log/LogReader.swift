import VaultCrypto
import VaultStore

/// Reads links and decides whether they count; docs/FORMAT.md section 8.
struct LogReader {
  let rows: Rows
  let roster: VerifiedRoster

  /// A log row, taken apart.
  struct Row {
    let epoch: UInt64
    let link: SealedBytes
    let content: SealedBytes

    /// The stored value.
    var sealed: SealedBytes {
      SealedBytes(publicHeader: epoch.key, parts: [link, content])
    }

    func hash(in vault: VaultID) -> Digest { Digest(.link, vault: vault, data: link.bytes) }
  }

  /// The last link, which must be the tip's and stand on the roster's end.
  ///
  /// - Throws: `.damaged`, `.store`.
  func end(_ tip: Tip, with keys: EpochKeys) throws(VaultError) -> Link {
    let key = tip.number.key
    guard let last = try rows.last(.log) else { throw .damage(.log, key, .missing) }
    guard last.key == key else {
      guard last.key.lexicographicallyPrecedes(key) else {
        throw .damage(.log, last.key, .additional)
      }
      throw .damage(.log, key, .missing)
    }
    let row = try take(last.value, number: tip.number)
    guard row.hash(in: roster.end.vault) == tip.hash else { throw .damage(.log, key, .hash) }
    let link = try open(row, number: tip.number, with: keys)
    guard link.rosterNumber == roster.end.number, link.rosterHash == roster.endHash else {
      throw .damage(.log, key, .rosterEnd)
    }
    return link
  }

  /// Takes a stored value apart, and compares the content with the hash that is sealed beside it
  /// later, when the link is opened.
  func take(_ stored: SealedBytes, number: UInt64) throws(VaultError) -> Row {
    do {
      let epoch = try stored.bytes.withSpan { (bytes) throws(FormatProblem) in
        var offset = 0
        return try bytes.u64(at: &offset)
      }
      let parts = try stored.parts(afterHeader: 8, limit: 2)
      guard parts.count == 2 else { throw FormatProblem.truncated }
      return Row(epoch: epoch, link: parts[0], content: parts[1])
    } catch {
      throw .damage(.log, number.key, .format(.badLength))
    }
  }

  /// Opens a link and checks number, signature, entitlement and the content's hash.
  ///
  /// - Throws: `.damaged`.
  func open(
    _ row: Row, number: UInt64, with keys: EpochKeys
  ) throws(VaultError) -> Link {
    let key = number.key
    let vault = roster.end.vault
    guard row.epoch >= 1, row.epoch <= keys.epoch else { throw .damage(.log, key, .number) }
    try roster.reach(epoch: row.epoch, in: rows)
    let house = try keys.house(ofEpoch: row.epoch, in: roster)
    let signed = try rows.open(
      row.link, of: .log, key: key,
      at: Place(vault: vault.bytes, namespace: .link, key: key, epoch: row.epoch),
      under: house.sealing
    ) { (bytes) throws(FormatProblem) in try SignedLink(untrusted: bytes) }
    guard signed.link.number == number else { throw .damage(.log, key, .number) }
    try checkSigner(of: signed)
    guard roster.version(signed.link.rosterNumber)?.epoch == row.epoch else {
      throw .damage(.log, key, .number)
    }
    guard Digest(.content, vault: vault, data: row.content.bytes) == signed.link.contentHash else {
      throw .damage(.log, key, .hash)
    }
    return signed.link
  }

  /// A link counts only if its signer was a present person in the roster version it names.
  private func checkSigner(of signed: SignedLink) throws(VaultError) {
    let link = signed.link
    try roster.reach(number: link.rosterNumber, in: rows)
    guard roster.contains(number: link.rosterNumber, hash: link.rosterHash),
      let actor = roster.version(link.rosterNumber)?.member(link.actor), actor.kind == .person,
      let keys = actor.keys
    else { throw .damage(.log, link.number.key, .signature) }
    do {
      try keys.signing.verify(
        signed.signature, purpose: .link, vault: roster.end.vault.bytes, data: link.signedPart)
    } catch {
      throw .damage(.log, link.number.key, .signature)
    }
  }

  /// Walks back over auditors' links: none of them may have brought another head.
  ///
  /// - Throws: `.damaged` (`signature`) at the link whose head differs from the one before.
  func checkHeadOwner(of end: Link, with keys: EpochKeys) throws(VaultError) {
    var link = end
    while !signerHoldsIdentityKey(link), link.number > roster.end.firstLink {
      let before = link.number - 1
      let row = try take(try rows.row(.log, before.key), number: before)
      guard row.hash(in: roster.end.vault) == link.previous else {
        throw .damage(.log, before.key, .hash)
      }
      let earlier = try open(row, number: before, with: keys)
      guard earlier.headHash == link.headHash else {
        throw .damage(.log, link.number.key, .signature)
      }
      guard earlier.rosterNumber <= link.rosterNumber else {
        throw .damage(.log, link.number.key, .number)
      }
      link = earlier
    }
  }

  func signerHoldsIdentityKey(_ link: Link) -> Bool {
    roster.version(link.rosterNumber)?.member(link.actor)?.role?.holdsIdentityKey ?? false
  }
}
