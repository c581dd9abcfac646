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
  /// - Parameters:
  ///   - member: The person.
  ///   - passphrase: Their passphrase.
  ///   - budget: What the machine can bear.
  ///   - reading: What is read meanwhile, on another core, for the first change of the session.
  /// - Returns: The vault, unlocked.
  /// - Throws: `.wrongPassphrase`; `.unknownMember` if they were removed meanwhile; `.crypto` for a
  ///   cost out of bounds or memory that is not there; `.roster`, `.foreignVault`, `.damaged` for
  ///   a vault that must not be followed; `.freshness` for a log that is not what the account
  ///   remembers; `.store`.
  package func unlock(
    as member: RosterMember, with passphrase: borrowing Passphrase, within budget: MemoryBudget,
    reading: ReadingAhead = .nothing
  ) throws(VaultError) -> Session {
    var ahead: DirectoryAhead?
    let standing = try standing(of: member, with: passphrase, within: budget) {
      if reading == .directory { ahead = DirectoryAhead(in: store, of: roster.vault) }
    }
    let session = Session(vault: self, standing: standing, ahead: ahead)
    try session.compareWithMemory()
    return session
  }

  /// What is read while a passphrase is stretched.
  package enum ReadingAhead: Sendable {
    case nothing
    /// The directory, for commands that walk all of it.
    case directory
  }

  /// Opens a person's or an invitation's wrap with their passphrase or code, and then what is
  /// sealed to them.
  ///
  /// - Parameters:
  ///   - member: The person or invitation.
  ///   - passphrase: Their passphrase or code.
  ///   - budget: What the machine can bear.
  ///   - begin: Called right before stretching.
  /// - Throws: as `unlock` does.
  func standing(
    of member: RosterMember, with passphrase: borrowing Passphrase, within budget: MemoryBudget,
    beforeStretching begin: () -> Void = {}
  ) throws(VaultError) -> Standing {
    // Roster and row in one transaction: others may have rotated since the vault was opened.
    let (roster, opening) = try store.read {
      (reading) throws(VaultError) -> (VerifiedRoster, MemberOpening) in
      let rows = Rows(reading: reading)
      let roster = try rows.roster(after: self.roster)
      guard let present = roster.present(member.id), present.kind == member.kind else {
        throw .unknownMember
      }
      let row = try rows.memberRow(of: present, in: roster.end)
      return (roster, MemberOpening(row: row, member: present, version: roster.end))
    }
    guard let wrap = opening.row.wrap, let cost = opening.member.cost else {
      throw .unknownMember
    }
    try budget.check(cost)
    begin()
    let opened = try open(wrap, of: opening.member, with: passphrase, at: cost)
    try check(opened.pin, in: roster)
    let keys = MemberKeys(root: opened.root)
    guard keys.publicKeys == opening.member.keys else {
      throw .damage(.member, member.id.bytes, .key)
    }
    return try Standing(opening, with: keys, under: roster)
  }

  /// Checks what a wrap pins, reading the chain back as far as it must be.
  ///
  /// - Throws: `.foreignVault`, `.damaged`, `.store`.
  func check(_ pin: MemberWrap.Pin, in roster: VerifiedRoster) throws(VaultError) {
    if freshness?.knows(pin) ?? false { return try roster.checkFounder(pin) }
    try store.read { (reading) throws(VaultError) in
      try roster.reach(number: pin.rosterNumber, in: Rows(reading: reading))
    }
    try roster.check(pin)
    freshness?.add(pin)
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
