import Synchronization
import VaultCrypto
import VaultStore

/// What an account knows of a vault while it is open: compared with every transaction, and moved
/// forward after each that changes something.
final class Freshness: Sendable {
  let account: Account
  private let vault: VaultID
  private let state: Mutex<State>

  private struct State {
    /// What the chain must contain; nil where it begins anew for this account.
    var seen: SeenVault?
    var pins: [SeenMark]
    /// Whether the file is followed, or waits for the version that makes it the one that counts.
    var isFollowed: Bool
  }

  /// Begins with what was found when the vault was opened.
  init(_ opening: RosterOpening, for account: Account) {
    self.account = account
    vault = opening.roster.vault
    state = Mutex(
      State(
        seen: opening.seen, pins: opening.seen?.pins ?? [], isFollowed: account.intent != .settle))
  }

  /// Whether the account has found a wrap's pin in the chain before.
  func knows(_ pin: MemberWrap.Pin) -> Bool {
    state.withLock { $0.pins.contains(SeenMark(pin)) }
  }

  /// Remembers a pin that was found in the chain.
  func add(_ pin: MemberWrap.Pin) {
    let mark = SeenMark(pin)
    state.withLock { state in
      state.pins.removeAll { $0 == mark }
      state.pins = state.pins.suffix(SeenVault.pinLimit - 1) + [mark]
    }
  }

  // MARK: Comparing

  /// Refuses a log that ends before the link that was seen, or that has another in its place.
  ///
  /// - Throws: `.freshness` (`older`, `forked`), `.damaged` (`missing`), `.store`.
  func check(_ tree: Tree, in rows: Rows) throws(VaultError) {
    _ = try remembered(under: tree, in: rows)
  }

  /// Checks the links that are new to this account, and no more.
  ///
  /// - Throws: as `check` does, `.damaged` at the first link that does not count.
  func checkNewLinks(under tree: Tree, in rows: Rows) throws(VaultError) {
    guard let (mark, row) = try remembered(under: tree, in: rows), mark.number < tree.tip.number
    else { return }
    let log = LogReader(rows: rows, roster: tree.standing.roster)
    var (before, hash) = (try open(row, number: mark.number, log, tree), mark.hash)
    for number in (mark.number + 1)...tree.tip.number {
      let stored = try rows.row(.log, number.key)
      let link = try open(stored, number: number, log, tree)
      guard link.previous == hash else { throw .damage(.log, number.key, .hash) }
      guard link.rosterNumber >= before.rosterNumber else {
        throw .damage(.log, number.key, .number)
      }
      guard link.headHash == before.headHash || log.signerHoldsIdentityKey(link) else {
        throw .damage(.log, number.key, .signature)
      }
      (before, hash) = (link, try log.take(stored, number: number).hash(in: vault))
    }
  }

  private func open(
    _ stored: SealedBytes, number: UInt64, _ log: LogReader, _ tree: Tree
  ) throws(VaultError) -> Link {
    try log.open(
      try log.take(stored, number: number), number: number, with: tree.standing.epochKeys)
  }

  /// The link that was seen, as it is stored; nil where there is none to be compared.
  private func remembered(
    under tree: Tree, in rows: Rows
  ) throws(VaultError) -> (SeenMark, SealedBytes)? {
    guard let mark = state.withLock({ $0.isFollowed ? $0.seen?.link : nil }), mark.number > 0
    else { return nil }
    guard tree.tip.number >= mark.number else { throw refusal(.older) }
    // Below the first link kept, the roster version that raised it vouches for what was there.
    guard mark.number >= tree.standing.roster.end.firstLink else { return nil }
    let stored = try rows.row(.log, mark.number.key)
    let reader = LogReader(rows: rows, roster: tree.standing.roster)
    guard try reader.take(stored, number: mark.number).hash(in: vault) == mark.hash else {
      throw refusal(.forked)
    }
    return (mark, stored)
  }

  /// Refuses to go on.
  ///
  /// - Throws: `.freshness`, always.
  func refuse(_ problem: FreshnessProblem) throws(VaultError) { throw refusal(problem) }

  private func refusal(_ problem: FreshnessProblem) -> VaultError {
    .freshness(problem, memory: account.memory.place(of: vault, .seen))
  }

  // MARK: Moving forward

  /// Keeps what was seen, unless another process has seen more.
  ///
  /// - Parameters:
  ///   - roster: The roster as it is on the disk.
  ///   - tip: The end of the log there; nil if nobody could read it yet.
  func keep(_ roster: VerifiedRoster, _ tip: Tip?) {
    let seen = state.withLock { state -> SeenVault? in
      guard state.isFollowed else { return nil }
      let link = tip.map { SeenMark(number: $0.number, hash: $0.hash) }
      let next = SeenVault(
        founderKey: roster.founderKey, version: roster.signedEnd,
        link: link ?? state.seen?.link ?? SeenMark(number: 0, hash: .zeros), pins: state.pins,
        path: account.path)
      state.seen = next
      return next
    }
    guard let seen else { return }
    account.memory.keep(vault, .seen) { stored in
      guard let stored else { return seen.encoded() }
      do {
        let kept = try SeenVault(stored, of: vault)
        return seen.continues(kept, along: roster) ? seen.encoded() : nil
      } catch {
        // Whoever damaged it meanwhile is told of it at the next opening.
        return nil
      }
    }
  }

  /// Follows the file from now on: it has become the vault that counts.
  func follow() { state.withLock { $0.isFollowed = true } }
}

extension SeenMark {
  init(_ pin: MemberWrap.Pin) {
    self.init(number: pin.rosterNumber, hash: pin.rosterHash)
  }
}

extension SeenVault {
  /// Whether this is further than what is kept, on the same way or in a higher generation, and
  /// not the same.
  func continues(_ kept: SeenVault, along roster: VerifiedRoster) -> Bool {
    guard generation == kept.generation else { return generation > kept.generation }
    guard number >= kept.number, link.number >= kept.link.number else { return false }
    guard roster.contains(number: kept.number, hash: kept.version.hash) else { return false }
    return number > kept.number || link.number > kept.link.number || pins != kept.pins
      || path != kept.path
  }
}
