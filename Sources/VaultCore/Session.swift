import Synchronization
import VaultStore

/// A vault that a member has unlocked, and the keys that they hold.
///
/// It goes on after somebody else's change of the roster or rotation: every transaction verifies
/// what came since, and opens the keys of the new epoch with the member's own.
package final class Session: Sendable {
  let vault: Vault
  /// What stays whatever happens to the roster.
  let (vaultID, memberID): (VaultID, MemberID)
  private let current: Mutex<Standing>
  /// What the last transaction found to be set, so that not every question climbs the tree anew.
  private let settings = Mutex<Settings?>(nil)
  /// For the first change alone: then it is given back.
  private let ahead: Mutex<DirectoryAhead?>

  init(vault: Vault, standing: Standing, ahead: DirectoryAhead? = nil) {
    self.vault = vault
    self.ahead = Mutex(ahead)
    (vaultID, memberID) = (standing.vault, standing.member.id)
    current = Mutex(standing)
  }

  /// What the house keeps beside clients.
  private struct Settings {
    let policy: Policy
    let diary: Diary
  }

  /// What the last transaction stood on.
  var standing: Standing { current.withLock { $0 } }

  package var member: RosterMember { standing.member }
  private var store: any Store { vault.store }

  /// The roster as the last transaction found it.
  var roster: VerifiedRoster { standing.roster }

  /// Runs a transaction that may change the vault; it is durable when this returns.
  ///
  /// - Throws: what `body` throws, after which nothing is changed; `.damaged`, `.noLongerMember`,
  ///   `.freshness`, `.store`.
  func change<Value>(_ body: (Change) throws(VaultError) -> Value) throws(VaultError) -> Value {
    var after: (standing: Standing, tip: Tip?)?
    let ahead = self.ahead.withLock { $0.take() }?.take() ?? [:]
    let value = try store.write { (writing) throws(VaultError) in
      let found = try self.renewed(in: Rows(reading: writing))
      let change = try Change(writing, on: found, ahead: ahead)
      // What is remembered afterwards is the end that this transaction appends to: whatever others
      // wrote since the last one must have been checked by then.
      try vault.freshness?.checkNewLinks(under: change.tree, in: change.rows)
      let value = try body(change)
      after = (change.standing, change.appended)
      note(change.tree)
      return value
    }
    if let after {
      advance(to: after.standing)
      vault.freshness?.keep(after.standing.roster, after.tip)
    }
    return value
  }

  /// Runs a transaction that only reads, and that must reveal nothing.
  ///
  /// - Throws: what `body` throws; `.damaged`, `.noLongerMember`, `.store`.
  func look<Value>(
    _ body: (Rows, Tree) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    try store.read { (reading) throws(VaultError) in
      let rows = Rows(reading: reading)
      let found = try self.renewed(in: rows)
      let tree = try Tree(in: rows, on: found)
      try vault.freshness?.check(tree, in: rows)
      note(tree)
      let value = try body(rows, tree)
      self.advance(to: found)
      return value
    }
  }

  /// Checks the links that are new to this account, and remembers what was found.
  ///
  /// - Throws: `.freshness` for a log that does not contain what was seen of it; `.damaged`,
  ///   `.noLongerMember`, `.store`.
  func compareWithMemory() throws(VaultError) {
    guard let freshness = vault.freshness else { return }
    let (found, tip) = try store.read { (reading) throws(VaultError) -> (Standing, Tip) in
      let rows = Rows(reading: reading)
      let found = try self.renewed(in: rows)
      let tree = try Tree(in: rows, on: found)
      try freshness.checkNewLinks(under: tree, in: rows)
      note(tree)
      return (found, tree.tip)
    }
    advance(to: found)
    freshness.keep(found.roster, tip)
  }

  /// What the member stands on in a transaction; a generation that began since the vault was
  /// unlocked is accepted at an opening, with its words, and not in passing.
  private func renewed(in rows: Rows) throws(VaultError) -> Standing {
    let known = standing
    let found = try known.renewed(in: rows)
    if found.roster.end.generation != known.roster.end.generation {
      try vault.freshness?.refuse(.newGeneration)
    }
    return found
  }

  private func advance(to found: Standing) {
    current.withLock { known in
      if known.roster.end.number <= found.roster.end.number { known = found }
    }
  }

  private func note(_ tree: Tree) {
    settings.withLock { $0 = Settings(policy: tree.policy, diary: tree.diary) }
  }

  private func known() throws(VaultError) -> Settings {
    if let settings = settings.withLock({ $0 }) { return settings }
    return try look { (_, tree) throws(VaultError) in
      Settings(policy: tree.policy, diary: tree.diary)
    }
  }

  /// What supervisors had set when the last transaction of this session looked; every change goes
  /// by what it finds itself.
  ///
  /// - Throws: `.damaged`, `.store`.
  package func policy() throws(VaultError) -> Policy { try known().policy }

  /// Whether a rotation's vacuum was still owed then.
  ///
  /// - Throws: `.damaged`, `.store`.
  func isVacuumOwed() throws(VaultError) -> Bool { try known().diary.vacuumOwed }
}
