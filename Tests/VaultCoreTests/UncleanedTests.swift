import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Keys were exchanged, and the file could not be cleaned of what they had sealed.
struct UncleanedTests {
  private let house: House
  private let ana: Session

  init() throws {
    house = try House()
    ana = try house.session(House.supervisor)
  }

  // The disk has no room for the copy that cleaning makes. Somebody who takes the file now finds old
  // values in its free space: nobody may believe that they are gone.
  @Test func `a rotation whose cleaning fails says so, and it stays owed`() throws {
    house.store.setVacuum(MemoryStore.Vacuum(failure: .full))
    let full = VaultError.uncleaned(FileProblem(.full))
    #expect(throws: full) { try ana.rotate(House.order) { _, _ in } }
    #expect(ana.standing.epochKeys.epoch == 3, "the keys are exchanged all the same")
    #expect(try ana.status(now: House.now).vacuumOwed)
    // As long as it fails, each payment says so; an auditor, who signs no head, pays nothing.
    #expect(throws: full) { try ana.payVacuum(now: House.now) }
    try house.session(House.auditor).payVacuum(now: House.now)
    #expect(try ana.status(now: House.now).vacuumOwed)
    // With room again the next one who may pays it, and once.
    house.store.setVacuum(MemoryStore.Vacuum())
    let ben = try house.session(House.caseworker)
    try ben.payVacuum(now: House.now)
    #expect(try !ana.status(now: House.now).vacuumOwed)
    let rows = house.store.rows
    try ben.payVacuum(now: House.now)
    let isUnchanged = house.store.rows == rows
    #expect(isUnchanged)
    #expect(try ana.damage().isEmpty)
  }

  // The disk is full behind the cleaning, before that can be put on record. The new sheet counts, and
  // who holds it must not be told that nothing was changed.
  @Test(arguments: 0..<3)
  func `a change whose cleaning cannot be recorded is not taken for undone`(rows: Int) throws {
    house.store.setVacuum(MemoryStore.Vacuum(roomAfterwards: rows))
    let sheet = RecoveryIdentity()
    let copy = try sheet.withText { (text) throws(CryptoError) in try RecoveryIdentity(text: text) }
    do {
      _ = try ana.renewRecovery(sheet: .proven(sheet), House.order) { _, _ in }
      Issue.record("it was said to be done")
    } catch VaultError.uncleaned(let problem) {
      #expect(problem == FileProblem(.full))
    }
    #expect(ana.standing.epochKeys.epoch == 3)
    try Vault(in: house.store).check(copy)
    #expect(try ana.status(now: House.now).vacuumOwed)
    house.store.setVacuum(MemoryStore.Vacuum())
    house.store.room = nil
    try ana.payVacuum(now: House.now)
    #expect(try !ana.status(now: House.now).vacuumOwed)
  }

  // Cleaning reports success, and an old value is still there: in a page that was not rewritten.
  @Test func `a rotation after which an old value is found in the file is not reported as done`()
    throws
  {
    let old = try #require(house.store.rows.first { $0.key.namespace == .client }?.value)
    house.store.setVacuum(MemoryStore.Vacuum(leftovers: [1, 2, 3] + old))
    #expect(throws: VaultError.uncleaned(nil)) { try ana.rotate(House.order) { _, _ in } }
    #expect(ana.standing.epochKeys.epoch == 3)
    #expect(try ana.status(now: House.now).vacuumOwed)
  }
}
