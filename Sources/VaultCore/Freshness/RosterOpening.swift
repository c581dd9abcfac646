import VaultCrypto
import VaultStore

/// The roster of a vault that is being opened, judged by what the account remembers of it.
///
/// Nothing is unlocked yet: this comes before any passphrase is stretched.
struct RosterOpening {
  let roster: VerifiedRoster
  let visit: Vault.Visit
  /// What is remembered and stands in the chain; nil where the chain begins anew for this account.
  let seen: SeenVault?

  /// Takes a roster that is compared with nothing.
  init(unremembered roster: VerifiedRoster) {
    (self.roster, visit, seen) = (roster, .first, nil)
  }

  /// Verifies the roster from the remembered version on, or from version 1.
  ///
  /// - Throws: `.freshness`, `.memory`, `.roster`, `.damaged`, `.store`.
  init(in rows: Rows, for account: Account) throws(VaultError) {
    let end = try Self.storedEnd(in: rows)
    guard let seen = try account.recall(end.vault) else {
      let isElsewhere = try account.knowsAnotherVaultHere()
      (roster, visit, seen) = (try rows.roster(), isElsewhere ? .otherVault : .first, nil)
      return
    }
    let refuse = { (problem: FreshnessProblem) -> VaultError in
      .freshness(problem, memory: account.memory.place(of: end.vault, .seen))
    }
    guard case .follow(let words) = account.intent else {
      (roster, visit, self.seen) = (try rows.roster(), .settling(seen.generation), nil)
      return
    }
    if end.generation == seen.generation {
      guard end.number >= seen.number else { throw refuse(.older) }
      guard try rows.row(.roster, seen.number.key).bytes == seen.version.signed.bytes else {
        throw refuse(.forked)
      }
      roster = try rows.roster(after: VerifiedRoster(seen))
      (visit, self.seen) = (.known, seen)
      return
    }
    guard end.generation > seen.generation else { throw refuse(.older) }
    roster = try rows.roster()
    guard roster.founderKey == seen.founderKey else { throw refuse(.forked) }
    guard let wanted = roster.beginning(newTo: seen) else { throw refuse(.strangeGeneration) }
    guard let words else { throw refuse(.newGeneration) }
    guard words == VersionWords(of: wanted) else { throw refuse(.otherWords) }
    (visit, self.seen) = (.newGeneration, nil)
  }

  /// The last version as it is stored, which nobody has verified yet.
  private static func storedEnd(in rows: Rows) throws(VaultError) -> RosterVersion {
    guard let last = try rows.last(.roster) else { throw .roster(.missing) }
    do {
      return try SignedRosterVersion(untrusted: SignedBytes(untrusted: last.value.bytes)).version
    } catch {
      throw .roster(error)
    }
  }
}

extension VerifiedRoster {
  /// The hash of the last version that begins a generation which is new to an account, and that is
  /// signed with a key which the account knows as a supervisor's or as the recovery key.
  func beginning(newTo seen: SeenVault) -> Digest? {
    let trusted = seen.version.version.members.filter { $0.isSupervisor || $0.kind == .recovery }
      .compactMap(\.keys?.signing)
    return steps.last { before, after in
      guard after.version.generation > max(seen.generation, before.generation),
        let key = before.member(after.version.signer)?.keys?.signing
      else { return false }
      return trusted.contains(key)
    }?.after.hash
  }
}

extension Account {
  /// What is remembered of a vault; nil on a first visit.
  ///
  /// - Throws: `.memory`.
  func recall(_ vault: VaultID) throws(VaultError) -> SeenVault? {
    let bytes: [UInt8]?
    do { bytes = try memory.recall(vault, .seen) } catch { throw .memory(error) }
    guard let bytes else { return nil }
    do { return try SeenVault(bytes, of: vault) } catch {
      throw .memory(.damaged(at: memory.place(of: vault, .seen)))
    }
  }

  /// Whether this account has opened another vault under the path.
  ///
  /// - Throws: `.memory` (`unreadable`).
  func knowsAnotherVaultHere() throws(VaultError) -> Bool {
    let vaults: [VaultID]
    do { vaults = try memory.known() } catch { throw .memory(error) }
    for vault in vaults {
      do throws(VaultError) {
        if try recall(vault)?.path == path { return true }
      } catch .memory(.damaged) {
        // It is refused where its own vault is opened.
      }
    }
    return false
  }
}
