import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who holds the house keys and rewrites the log row by row: what is sealed under them is
/// theirs to seal, what others have signed is not theirs to sign.
struct LogForge {
  let house: House
  let held: Standing

  private func place(_ number: UInt64) -> RowPlace { RowPlace(.log, number.key) }

  /// The number of the last link that is stored.
  func last() throws -> UInt64 {
    let place = try #require(house.store.rows.keys.filter { $0.namespace == .log }.max())
    return place.key.reduce(0) { $0 << 8 | UInt64($1) }
  }

  func row(_ number: UInt64) throws -> LogReader.Row {
    let stored = SealedBytes(untrusted: try #require(house.store.rows[place(number)]))
    return try LinkOpening.take(stored, number: number)
  }

  /// What a colleague signed, out of its seal.
  func link(_ number: UInt64) throws -> SignedLink {
    try LinkOpening(roster: held.roster, keys: held.epochKeys)
      .signedLink(in: try row(number), number: number)
  }

  /// Seals a signed link under a number of the forger's choice, in the present epoch.
  func put(_ signed: SignedLink, content: SealedBytes, at number: UInt64) {
    let row = LogReader.Row(
      epoch: held.epochKeys.epoch,
      link: held.seal(signed.encoded, namespace: .link, key: number.key), content: content)
    house.store.rows[place(number)] = row.sealed.bytes
  }

  /// Writes a reveal behind the last link that is stored, and has the tip name it.
  ///
  /// - Parameters:
  ///   - actor: In whose name; the forger's own if nil.
  ///   - roster: Whose end it names; as the forger knows it if nil.
  ///   - head: What it says the head is.
  /// - Returns: Its number.
  /// - Throws: What reading the stored rows throws.
  @discardableResult
  func append(
    as actor: MemberID? = nil, under roster: VerifiedRoster? = nil, head: Digest
  ) throws -> UInt64 {
    let number = try last() + 1
    let roster = roster ?? held.roster
    let content = try LogContentBox.seal(
      LogContent(.show, reason: .none), number: number, to: roster.end)
    let link = Link(
      number: number, previous: try row(number - 1).hash(in: held.vault), time: House.now,
      actor: actor ?? held.member.id, rosterNumber: roster.end.number, rosterHash: roster.endHash,
      headHash: head, contentHash: Digest(.content, vault: held.vault, data: content.bytes))
    put(
      SignedLink(signing: link, in: held.vault, with: held.memberKeys.signing), content: content,
      at: number)
    try endAt(number)
    return number
  }

  func drop(_ number: UInt64) { house.store.rows[place(number)] = nil }

  /// Makes the tip name a link that is stored.
  func endAt(_ number: UInt64) throws {
    let tip = Tip(number: number, hash: try row(number).hash(in: held.vault))
    house.store.rows[RowPlace(.tip, Tip.key)] =
      held.seal(tip.encoded(), namespace: .tip, key: Tip.key).bytes
  }

  /// Signs the last links anew, so that they name the roster's stored end.
  func rename(from first: UInt64, to end: SignedRosterVersion) throws {
    for number in try first...last() {
      let (old, content) = (try link(number).link, try row(number).content)
      let previous = number == first ? old.previous : try row(number - 1).hash(in: held.vault)
      let new = Link(
        number: number, previous: previous, time: old.time, actor: held.member.id,
        rosterNumber: end.version.number, rosterHash: end.hash, headHash: old.headHash,
        contentHash: old.contentHash)
      put(
        SignedLink(signing: new, in: held.vault, with: held.memberKeys.signing), content: content,
        at: number)
    }
    try endAt(try last())
  }
}
