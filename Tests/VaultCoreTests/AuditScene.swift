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
}
