import VaultCrypto
import VaultStore

/// Reads links and decides whether they count; docs/FORMAT.md section 8.
struct LogReader {
  let rows: Rows
  let roster: VerifiedRoster

  /// A log row, taken apart.
  struct Row: Sendable {
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

  /// Takes a stored value apart.
  ///
  /// - Throws: `.damaged` (`format`).
  func take(_ stored: SealedBytes, number: UInt64) throws(VaultError) -> Row {
    try LinkOpening.take(stored, number: number)
  }

  /// Opens a link and checks number, signature, entitlement and the content's hash.
  ///
  /// - Throws: `.damaged`.
  func open(
    _ row: Row, number: UInt64, with keys: EpochKeys
  ) throws(VaultError) -> Link {
    let opening = LinkOpening(roster: roster, keys: keys)
    // An account reads versions from before the one that it remembers only as links name them.
    try opening.checkEpoch(of: row, number: number)
    try roster.reach(epoch: row.epoch, in: rows)
    let signed = try opening.unseal(row, number: number)
    try roster.reach(number: signed.link.rosterNumber, in: rows)
    return try opening.check(signed, of: row)
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

  func signerHoldsIdentityKey(_ link: Link) -> Bool { roster.signerHoldsIdentityKey(link) }
}
