import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who has a second vault, founded under the same names with the same passphrase, and
/// brings its rows into the first.
@Suite struct TamperForeignTests {
  private static let other = Result { try SampleVault.another().store.rows }

  private let vault: SampleVault
  private let session: Session
  private let own: MemoryStore.Rows
  private let foreign: MemoryStore.Rows

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
    own = vault.store.rows
    foreign = try Self.other.get()
  }

  /// The rows with those of some namespaces from the other vault, under the keys they have there.
  private func mixed(_ namespaces: Set<Namespace>) -> MemoryStore.Rows {
    own.filter { !namespaces.contains($0.key.namespace) }
      .merging(foreign.filter { namespaces.contains($0.key.namespace) }) { own, _ in own }
  }

  /// The rows with those of a namespace from the other vault, under our keys.
  private func renamed(_ namespace: Namespace) -> MemoryStore.Rows {
    var rows = own
    let keys = own.keys.filter { $0.namespace == namespace }.sorted()
    let values = foreign.filter { $0.key.namespace == namespace }.sorted { $0.key < $1.key }
    for (key, value) in zip(keys, values.map(\.value)) { rows[key] = value }
    return rows
  }

  private func expectRefused(_ rows: MemoryStore.Rows, _ what: Comment) {
    vault.store.rows = rows
    #expect(throws: VaultError.self, what) { try session.findAll() }
    #expect(throws: VaultError.self, what) { try vault.session().findAll() }
    #expect(vault.store.rows == rows, "nothing is recorded")
  }

  @Test(arguments: Namespace.allCases.filter { $0 != .member })
  func `another vault's rows of one kind are refused`(namespace: Namespace) {
    expectRefused(mixed([namespace]), "\(namespace) as it was")
    expectRefused(renamed(namespace), "\(namespace) under our keys")
  }

  @Test func `another vault's member rows are refused before the passphrase is stretched`() throws {
    let key = session.member.id.bytes
    vault.store.rows = renamed(.member)
    #expect(throws: VaultError.damage(.member, key, .hash)) { try vault.session() }
    vault.store.rows = mixed([.member])
    #expect(throws: VaultError.damage(.member, key, .missing)) { try vault.session() }
  }

  @Test(
    arguments: [
      [.log, .tip], [.log, .tip, .head], [.head, .directory, .client],
      [.log, .tip, .head, .directory, .client],
      [.log, .tip, .head, .directory, .client, .settings],
      [.roster, .log, .tip, .head, .directory, .client, .settings], [.directory, .client],
    ] as [Set<Namespace>])
  func `another vault's rows in company are refused`(namespaces: Set<Namespace>) {
    expectRefused(mixed(namespaces), "\(namespaces)")
  }

  @Test func `a client's row of another vault, beside ours, is named`() throws {
    let place = try #require(foreign.keys.filter { $0.namespace == .client }.min())
    vault.store.rows[place] = foreign[place]
    #expect(
      try session.damage() == [
        Damage(namespace: "client", key: place.key, problem: .additional)
      ])
  }

  /// A first visitor cannot know which vault was at a path; whoever was there before can (freshness),
  /// and the vault's words tell people.
  @Test func `a whole other vault opens as itself, under other words`() throws {
    vault.store.rows = foreign
    let stranger = try vault.session()
    #expect(try stranger.damage().isEmpty)
    #expect(stranger.vault.fingerprint != session.vault.fingerprint)
    #expect(throws: VaultError.self) { try session.findAll() }
  }
}
