import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// The state of a vault, which shows nobody and so is not recorded.
@Suite struct StatusTests {
  private let vault: SampleVault
  private let session: Session
  private let now = SampleVault.now

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
  }

  @Test func `the state is told and not recorded`() throws {
    let rows = vault.store.rows
    let status = try session.status(now: now)
    #expect(vault.store.rows == rows)
    #expect((status.organization, status.member) == (SampleVault.organization, SampleVault.member))
    #expect((status.role, status.version, status.keySet) == (.supervisor, 1, 1))
    #expect((status.members, status.logEntries, status.created) == (1, 4, now))
    #expect((status.clients.total, status.clients[.active]) == (3, 3))
    #expect((status.retentionDue, status.pendingMine) == (0, 0))
    #expect(status.lastBackup == nil && status.lastRotation == nil && status.lastDrill == nil)
    #expect(!status.rotationOwed && !status.vacuumOwed)
    #expect(status.fingerprint.count == 8)
  }

  @Test func `clients who wait for a UID are counted until they have one`() throws {
    guard
      case .pending(let client, _) = try session.add(
        try SampleVault.input("Odile", "Brandt", uid: nil), duplicates: .ask, reason: nil, now: now)
    else {
      Issue.record("nobody is pending")
      return
    }
    #expect(try session.status(now: now).pendingMine == 1)
    #expect(try session.status(now: now).clients[.pending] == 1)
    let uid = try #require(try SampleVault.input("x", "y", uid: "A305C9B81").uid)
    let prefix = try #require(ClientIDPrefix(client.id.text))
    _ = try session.assign(uid, to: .id(prefix), correcting: .refused, reason: nil, now: now)
    let status = try session.status(now: now)
    #expect((status.pendingMine, status.clients[.pending], status.clients[.active]) == (0, 0, 4))
  }

  @Test func `retention runs out in the month that policy says, and not before`() throws {
    // September 2026 and seven years.
    let day: UInt64 = 86_400
    let due = now + 7 * 365 * day + 2 * day
    #expect(try session.status(now: due - 31 * day).retentionDue == 0)
    #expect(try session.status(now: due).retentionDue == 3)
    #expect(try session.status(now: due + 3_650 * day).retentionDue == 3)
  }

  @Test func `the time of the last entry is told, whatever this clock says`() throws {
    #expect(try session.status(now: now - 900).lastEntry == now)
  }

  @Test(arguments: [0, 1, UInt64(Int64.max), UInt64.max])
  func `no clock traps it`(time: UInt64) throws {
    _ = try session.status(now: time)
  }

  @Test func `two vaults have other words, and a vault always the same`() throws {
    #expect(try session.status(now: now).fingerprint == vault.session().vault.fingerprint)
    let other = try SampleVault.another()
    #expect(try Vault(in: other.store).fingerprint != session.vault.fingerprint)
  }

  @Test func `an altered row is refused rather than counted`() throws {
    let sound = vault.store.rows
    for place in sound.keys where ![.client, .member, .log].contains(place.namespace) {
      vault.store.rows = sound
      vault.store.rows[place]?[45] ^= 1
      #expect(throws: VaultError.self, "\(place.namespace)") { try session.status(now: now) }
    }
  }
}
