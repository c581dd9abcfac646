import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A house whose log somebody writes on by hand, with a member's own keys.
struct AuditScene {
  let house: House
  /// The rows before any attack.
  let sound: MemoryStore.Rows

  init() throws {
    house = try House()
    sound = house.store.rows
  }

  func place(_ number: UInt64) -> RowPlace { RowPlace(.log, number.key) }

  /// Appends a link as a member could write it, with another head if one is given.
  func append(by session: Session, head: SealedBytes? = nil) throws {
    let vault = session.vaultID
    let (standing, tip, link) = try session.look { (_, tree) throws(VaultError) in
      (tree.standing, tree.tip, tree.link)
    }
    let number = tip.number + 1
    let content = try LogContentBox.seal(
      LogContent(.show, reason: .none), number: number, to: standing.roster.end)
    let new = Link(
      number: number, previous: tip.hash, time: House.now, actor: session.memberID,
      rosterNumber: link.rosterNumber, rosterHash: link.rosterHash,
      headHash: head.map { Digest(.head, vault: vault, data: $0.bytes) } ?? link.headHash,
      contentHash: Digest(.content, vault: vault, data: content.bytes))
    let row = LogReader.Row(
      epoch: standing.epochKeys.epoch,
      link: standing.seal(
        SignedLink(signing: new, in: vault, with: standing.memberKeys.signing).encoded,
        namespace: .link, key: number.key),
      content: content)
    house.store.rows[place(number)] = row.sealed.bytes
    house.store.rows[RowPlace(.tip, Tip.key)] =
      standing.seal(
        Tip(number: number, hash: row.hash(in: vault)).encoded(), namespace: .tip, key: Tip.key
      ).bytes
    if let head { house.store.rows[RowPlace(.head, Head.key)] = head.bytes }
  }

  /// The head sealed anew: what it says is the same, its hash is another.
  func otherHead(by session: Session) throws -> SealedBytes {
    let (standing, head) = try session.look { (_, tree) throws(VaultError) in
      (tree.standing, tree.head)
    }
    return standing.seal(head.encoded(), namespace: .head, key: Head.key)
  }

  /// Appends a link as a member writes it who has unlocked an older state, and looks at nothing but
  /// the tip: behind the last link that is stored, on the roster's stored end.
  @discardableResult
  func forge(
    by session: Session, head: SealedBytes?, after rows: MemoryStore.Rows
  ) throws -> (number: UInt64, key: [UInt8]) {
    let (vault, standing) = (session.vaultID, session.standing)
    let stored = try LogReader.Row.last(of: rows)
    let end = try Vault(in: house.store).roster
    let number = stored.number + 1
    let content = try LogContentBox.seal(
      LogContent(.show, reason: .none), number: number, to: end.end)
    let headBytes = try #require(head?.bytes ?? rows[RowPlace(.head, Head.key)])
    let link = Link(
      number: number, previous: stored.row.hash(in: vault), time: House.now,
      actor: session.memberID, rosterNumber: end.end.number, rosterHash: end.endHash,
      headHash: Digest(.head, vault: vault, data: headBytes),
      contentHash: Digest(.content, vault: vault, data: content.bytes))
    let row = LogReader.Row(
      epoch: standing.epochKeys.epoch,
      link: standing.seal(
        SignedLink(signing: link, in: vault, with: standing.memberKeys.signing).encoded,
        namespace: .link, key: number.key), content: content)
    house.store.rows[place(number)] = row.sealed.bytes
    house.store.rows[RowPlace(.tip, Tip.key)] =
      standing.seal(
        Tip(number: number, hash: row.hash(in: vault)).encoded(), namespace: .tip, key: Tip.key
      ).bytes
    return (number, number.key)
  }
}

extension LogReader.Row {
  /// The last link that is stored.
  fileprivate static func last(of rows: MemoryStore.Rows) throws -> (
    number: UInt64, row: LogReader.Row
  ) {
    let place = try #require(rows.keys.filter { $0.namespace == .log }.max())
    let number = place.key.reduce(0) { $0 << 8 | UInt64($1) }
    let value = SealedBytes(untrusted: try #require(rows[place]))
    return (number, try LinkOpening.take(value, number: number))
  }
}
