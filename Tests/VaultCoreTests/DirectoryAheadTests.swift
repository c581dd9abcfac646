import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Blocks that were read while the passphrase was stretched, and a file that changes meanwhile.
@Suite struct DirectoryAheadTests {
  private let vault: SampleVault
  private let place = RowPlace(.directory, UInt64(0).key)

  init() throws { vault = try SampleVault() }

  private func session() throws -> Session {
    let locked = try Vault(in: vault.store)
    return try locked.unlock(
      as: try locked.person(named: try MemberName(SampleVault.member)),
      with: try SampleVault.passphrase(), within: SampleVault.budget, reading: .directory)
  }

  @Test func `a block that changed since is read anew`() throws {
    let early = try session()
    _ = try vault.session().add(
      try SampleVault.input("Maren", "Stolt", uid: "1A2B3C4D5"), duplicates: .ask, reason: nil,
      now: SampleVault.now)
    #expect(try early.findAll().hits.count == 4)
  }

  @Test func `a row that is gone since, or one too many, is noticed`() throws {
    let early = try session()
    let rows = vault.store.rows
    vault.store.rows[place] = nil
    #expect(throws: VaultError.damage(.directory, place.key, .missing)) { try early.findAll() }
    let next = RowPlace(.directory, UInt64(1).key)
    vault.store.rows = rows
    let later = try session()
    vault.store.rows[next] = rows[place]
    #expect(throws: VaultError.damage(.directory, next.key, .additional)) { try later.findAll() }
  }

  @Test func `an altered block never stands for the one that the head names`() throws {
    let rows = vault.store.rows
    vault.store.rows[place]?[100] ^= 1
    let early = try session()
    #expect(throws: VaultError.damage(.directory, place.key, .hash)) { try early.findAll() }
    vault.store.rows = rows
    let again = try session()
    #expect(try again.findAll().hits.count == 3)
  }

  @Test func `what was read serves one change, and the next reads for itself`() throws {
    let early = try session()
    #expect(try early.findAll().hits.count == 3)
    vault.store.rows[place]?[100] ^= 1
    #expect(throws: VaultError.damage(.directory, place.key, .hash)) { try early.findAll() }
  }
}
