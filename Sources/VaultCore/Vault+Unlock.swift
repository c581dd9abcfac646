package import VaultCrypto
import VaultStore

extension Vault {
  /// What the machine can bear, and whether its user insists on more.
  package struct MemoryBudget: Sendable {
    let machineMiB: Int
    let beyondMachine: StretchingCost.BeyondMachine

    /// - Parameters:
    ///   - machineMiB: The machine's physical memory in MiB.
    ///   - beyondMachine: Whether a cost above half of it is borne.
    package init(machineMiB: Int, beyondMachine: StretchingCost.BeyondMachine) {
      self.machineMiB = machineMiB
      self.beyondMachine = beyondMachine
    }

    /// Checks a cost that a file demands, before a byte of memory is taken.
    ///
    /// - Throws: `.crypto` (`costTooLow`, `costTooHigh`, `costBeyondMachine`).
    func check(_ cost: StretchingCost) throws(VaultError) {
      do {
        _ = try StretchingCost(
          passes: cost.passes, memoryMiB: cost.memoryMiB, machineMiB: machineMiB,
          beyondMachine: beyondMachine)
      } catch {
        throw .crypto(error)
      }
    }
  }

  /// Unlocks the vault for a person.
  ///
  /// The row, its wrap and its cost are compared with the verified roster before the passphrase
  /// is stretched; what the wrap pins, the keys and their commitments after it.
  ///
  /// - Throws: `.wrongPassphrase`; `.crypto` for a cost out of bounds or memory that is not there;
  ///   `.roster`, `.foreignVault`, `.damaged` for a vault that must not be followed; `.store`.
  package func unlock(
    as member: RosterMember, with passphrase: borrowing Passphrase, within budget: MemoryBudget
  ) throws(VaultError) -> Session {
    let row = try memberRow(of: member)
    guard let wrap = row.wrap, let cost = member.cost else { throw .unknownMember }
    try budget.check(cost)
    let opened = try open(wrap, of: member, with: passphrase, at: cost)
    guard opened.pin.vault == roster.end.vault, opened.pin.founderKey == roster.founderKey.bytes,
      roster.contains(number: opened.pin.rosterNumber, hash: opened.pin.rosterHash)
    else { throw .foreignVault }
    let keys = MemberKeys(root: opened.root)
    guard keys.publicKeys == member.keys else {
      throw .damage(.member, member.id.bytes, .key)
    }
    let opening = MemberOpening(row: row, member: member, version: roster.end)
    let epochKeys = try opening.epochKeys(with: keys)
    try opening.checkName(with: epochKeys)
    let auditPair = try opening.auditPair(with: keys)
    return Session(
      vault: self, member: member, keys: keys, epochKeys: epochKeys, auditPair: auditPair)
  }

  /// A member's row, which must be the one that the roster names.
  func memberRow(of member: RosterMember) throws(VaultError) -> MemberRow {
    let stored = try store.read { (reading) throws(VaultError) in
      try Rows(reading: reading).row(.member, member.id.bytes)
    }
    guard MemberRow.hash(stored, in: roster.end.vault) == member.rowHash else {
      throw .damage(.member, member.id.bytes, .hash)
    }
    do {
      let row = try MemberRow(untrusted: stored)
      try row.check(against: member, in: roster.end)
      return row
    } catch {
      throw .roster(error)
    }
  }

  private func open(
    _ wrap: MemberWrap, of member: RosterMember, with passphrase: borrowing Passphrase,
    at cost: StretchingCost
  ) throws(VaultError) -> MemberWrap.Opened {
    do {
      let salt = try StretchingSalt(untrusted: wrap.header.salt)
      return try wrap.open(under: try passphrase.stretch(salt: salt, cost: cost))
    } catch .wrongKey {
      throw .wrongPassphrase
    } catch .outOfMemory(let memoryMiB) {
      throw .crypto(.outOfMemory(memoryMiB: memoryMiB))
    } catch {
      throw .damage(.member, member.id.bytes, .seal)
    }
  }
}
