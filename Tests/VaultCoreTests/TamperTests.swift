import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody with a hex editor and no key: whatever they do to a row, the first read that depends on
/// it refuses, shows nothing and changes nothing.
@Suite struct TamperTests {
  /// Whether finding everybody depends on a row: all but the recovery key's and the older links.
  private func findDepends(on place: RowPlace, in vault: SampleVault) throws -> Bool {
    let roster = try Vault(in: vault.store).roster.end
    switch place.namespace {
    case .member: return roster.members.contains { $0.kind == .person && $0.id.bytes == place.key }
    case .log:
      return vault.store.rows.keys.filter { $0.namespace == .log }.max()?.key == place.key
    case .roster, .settings, .tip, .head, .directory, .client: return true
    }
  }

  /// Does to a copy of the vault what the attacker does, and looks what a reader makes of it.
  private func expectRefusal(
    _ what: String, at place: RowPlace, in original: SampleVault, dependsOn: Bool,
    _ attack: (inout MemoryStore.Rows) -> Void
  ) throws {
    var rows = original.store.rows
    attack(&rows)
    #expect(rows != original.store.rows, "the attack does something")
    let vault = SampleVault(rows)
    let session: Session
    do {
      session = try vault.session()
    } catch let error as VaultError {
      #expect(error.isRefusalOfTampering, "\(what) \(place.namespace): \(error)")
      #expect(vault.store.rows == rows)
      return
    }
    if dependsOn {
      do {
        let answer = try session.findAll()
        Issue.record("\(what) \(place.namespace): \(answer.hits.count) were shown")
      } catch let error as VaultError {
        #expect(error.damage != nil, "\(what) \(place.namespace): \(error)")
      }
      #expect(vault.store.rows == rows, "nothing is recorded or changed")
    }
    do {
      let damage = try session.damage()
      #expect(!damage.isEmpty, "\(what) \(place.namespace): verify finds it")
      #expect(
        damage.allSatisfy { $0.namespace == place.namespace.name },
        "\(what) \(place.namespace): \(damage)")
    } catch let error as VaultError {
      #expect(error.damage != nil)
    }
  }

  @Test(arguments: Namespace.allCases)
  func `a flipped byte anywhere in a row is noticed`(namespace: Namespace) throws {
    let vault = try SampleVault()
    let places = vault.store.rows.keys.filter { $0.namespace == namespace }.sorted()
    #expect(!places.isEmpty)
    for place in places {
      let count = try #require(vault.store.rows[place]).count
      for position in Set([0, 1, 9, count / 3, count / 2, count - 1]).filter({ $0 < count }) {
        try expectRefusal(
          "flip at \(position) of \(count)", at: place, in: vault,
          dependsOn: try findDepends(on: place, in: vault)
        ) { rows in rows[place]?[position] ^= 0x01 }
      }
    }
  }

  @Test(arguments: Namespace.allCases)
  func `a row that is gone, cut short, or longer is noticed`(namespace: Namespace) throws {
    let vault = try SampleVault()
    for place in vault.store.rows.keys.filter({ $0.namespace == namespace }).sorted() {
      let depends = try findDepends(on: place, in: vault)
      try expectRefusal("drop", at: place, in: vault, dependsOn: depends) { $0[place] = nil }
      try expectRefusal("empty", at: place, in: vault, dependsOn: depends) { $0[place] = [] }
      try expectRefusal("cut", at: place, in: vault, dependsOn: depends) {
        $0[place]?.removeLast()
      }
      try expectRefusal("grow", at: place, in: vault, dependsOn: depends) { $0[place]?.append(0) }
    }
  }

  @Test(arguments: [Namespace.member, .settings, .log, .client])
  func `two rows that changed places are noticed`(namespace: Namespace) throws {
    let vault = try SampleVault()
    let places = vault.store.rows.keys.filter { $0.namespace == namespace }.sorted()
    let (one, other) = (try #require(places.first), try #require(places.last))
    try expectRefusal("swap", at: one, in: vault, dependsOn: true) { rows in
      (rows[one], rows[other]) = (rows[other], rows[one])
    }
  }

  @Test(arguments: [
    RowPlace(.member, [9, 9, 9, 9, 9, 9, 9, 9]), RowPlace(.settings, Array("extra".utf8)),
    RowPlace(.log, UInt64(77).key), RowPlace(.tip, [0]), RowPlace(.head, [0]),
    RowPlace(.directory, UInt64(5).key), RowPlace(.client, [UInt8](repeating: 7, count: 16)),
    RowPlace(.roster, UInt64(2).key),
  ])
  func `a row that does not belong is noticed`(place: RowPlace) throws {
    let vault = try SampleVault()
    let model = try #require(vault.store.rows.keys.filter { $0.namespace == place.namespace }.max())
    // Members, settings, tip, head and clients are looked up by key: verify finds the stranger.
    let depends = [.log, .directory, .roster].contains(place.namespace)
    try expectRefusal("add", at: place, in: vault, dependsOn: depends) { rows in
      rows[place] = rows[model]
    }
  }

  @Test func `an older row put back alone is noticed, whatever its namespace`() throws {
    let vault = try SampleVault()
    let before = vault.store.rows
    let session = try vault.session()
    let found = try #require(
      try session.findAll().hits.first { $0.client.uid?.text == "5D6B20C18" })
    let prefix = try #require(ClientIDPrefix(found.client.id.text))
    _ = try session.edit(.id(prefix), reason: nil, now: SampleVault.now + 60) {
      (input, policy) throws(FieldProblem) in
      try input.set(
        .note, to: "moved",
        under: ClientInput.Rules(policy: policy, today: Today(secondsSince1970: SampleVault.now)))
    }
    let after = SampleVault(vault.store.rows)
    let changed = before.keys.filter { before[$0] != after.store.rows[$0] }.sorted()
    #expect(Set(changed.map(\.namespace)) == [.tip, .head, .directory, .client])
    for place in changed {
      try expectRefusal("roll back", at: place, in: after, dependsOn: true) {
        $0[place] = before[place]
      }
    }
    for (one, other) in [(0, 1), (1, 2), (2, 3), (1, 3), (0, 2)] {
      var rows = after.store.rows
      for place in [changed[one], changed[other]] { rows[place] = before[place] }
      let mixed = SampleVault(rows)
      #expect(throws: VaultError.self) { try mixed.session().findAll() }
      #expect(mixed.store.rows == rows)
    }
  }

  @Test func `links cut from the end are noticed without their tip`() throws {
    let vault = try SampleVault()
    let last = try #require(vault.store.rows.keys.filter { $0.namespace == .log }.max())
    try expectRefusal("cut log", at: last, in: vault, dependsOn: true) { $0[last] = nil }
  }

  @Test(arguments: [Namespace.roster, .member, .settings, .log, .tip, .head, .directory])
  func `another vault's row is refused, although names and passphrase are the same`(
    namespace: Namespace
  ) throws {
    let (vault, other) = (try SampleVault(), try SampleVault.another())
    let foreign = other.store.rows.filter { $0.key.namespace == namespace }
    var rows = vault.store.rows.filter { $0.key.namespace != namespace }
    // Under our own keys, as an attacker would put them.
    let keys = vault.store.rows.keys.filter { $0.namespace == namespace }.sorted()
    for (key, value) in zip(keys, foreign.sorted(by: { $0.key < $1.key }).map(\.value)) {
      rows[key] = value
    }
    let mixed = SampleVault(rows)
    #expect(throws: VaultError.self) { try mixed.session().findAll() }
    #expect(mixed.store.rows == rows)
  }

  @Test func `the sample is sound to begin with`() throws {
    let session = try SampleVault().session()
    #expect(try session.findAll().hits.count == 3)
    #expect(try session.damage().isEmpty)
  }
}

extension VaultError {
  /// Whether this is how a vault refuses altered rows before it is unlocked. An altered wrap cannot
  /// be told from a wrong passphrase, an altered cost may be out of bounds, an altered name hash
  /// makes its owner unknown.
  fileprivate var isRefusalOfTampering: Bool {
    switch self {
    case .damaged, .roster, .wrongPassphrase, .unknownMember, .foreignVault: true
    default: false
    }
  }
}
