import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A sample vault with an unlocked session on it, and somebody with a hex editor beside it.
///
/// Rows are altered under the running session, which spares a stretching for each attack: every
/// operation climbs the tree anew, as one of a newly started program does.
struct TamperScene {
  let vault: SampleVault
  let session: Session
  /// The rows before any attack.
  let sound: MemoryStore.Rows

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
    sound = vault.store.rows
  }

  func places(_ namespace: Namespace) -> [RowPlace] {
    sound.keys.filter { $0.namespace == namespace }.sorted()
  }

  /// What the first operation that depends on a row is.
  enum Reader {
    /// Opening the vault, before a member is named.
    case opening
    /// Unlocking, before the passphrase is stretched.
    case unlocking
    /// Every operation on clients, and every check.
    case everything
    /// The check of the whole vault alone.
    case verifying
    /// Reading clients; the check reports the row and goes on.
    case reading
  }

  func reader(of place: RowPlace) throws -> Reader {
    switch place.namespace {
    case .roster: return .opening
    case .member: return place.key == session.member.id.bytes ? .unlocking : .verifying
    case .settings, .tip, .head: return .everything
    case .log: return place == places(.log).last ? .everything : .verifying
    case .directory, .client: return .reading
    }
  }

  /// Does what the attacker does, and expects that exactly this row is named by the first operation
  /// that depends on it and by `verify`, that nothing is shown, and nothing changed.
  func expectNoticed(
    _ what: String, at place: RowPlace, by reader: Reader? = nil,
    _ attack: (inout MemoryStore.Rows) -> Void
  ) throws {
    var rows = sound
    attack(&rows)
    #expect(rows != sound, "the attack does something")
    vault.store.rows = rows
    defer { vault.store.rows = sound }
    let reader = try reader ?? self.reader(of: place)
    let what: Comment = "\(what) in \(place.namespace): \(place.key)"
    switch reader {
    case .opening:
      #expect(throws: VaultError.self, what) { try Vault(in: vault.store) }
      #expect(refusal { try session.damage() }?.namespace == .roster, what)
      // A session has verified the versions before the last, and does not read them again.
      guard place >= places(.roster)[0] else { break }
      #expect(refusal { try session.findAll() }?.namespace == .roster, what)
    case .unlocking:
      #expect(refusal { try vault.session() } == place, what)
      #expect(try session.damage().map(RowPlace.init) == [place], what)
    case .everything:
      #expect(refusal { try session.findAll() } == place, what)
      #expect(refusal { try session.damage() } == place, what)
    case .reading:
      #expect(refusal { try session.findAll() } == place, what)
      #expect(try session.damage().map(RowPlace.init) == [place], what)
      if place.namespace == .client { try expectOthers(besides: place, what) }
    case .verifying:
      #expect(try session.damage().map(RowPlace.init) == [place], what)
    }
    #expect(
      reader == .verifying || place.namespace == .client || vault.store.rows == rows,
      "nothing is recorded or changed")
  }

  /// Expects that the other clients are found and shown, and the damaged one is not.
  private func expectOthers(besides place: RowPlace, _ what: Comment) throws {
    let found = try session.findReadable()
    #expect(found.damage.map(RowPlace.init) == [place], what)
    #expect(found.hits.count == 2 && found.more == 0, what)
    let keys = try session.standing.identityKeys()
    for id in try sampleIDs() {
      let isDamaged = keys.blinded(id, in: session.vaultID) == place.key
      #expect(found.hits.contains { $0.client.id == id } != isDamaged, what)
      let prefix = try #require(ClientIDPrefix(id.text))
      let shown = Result {
        try session.show(.id(prefix), reason: nil, now: SampleVault.now).id
      }
      #expect((try? shown.get()) == (isDamaged ? nil : id), what)
    }
  }

  /// The ids of the three clients, which the directory tells whatever became of their records.
  private func sampleIDs() throws -> [ClientID] {
    try session.change { (change) throws(VaultError) in
      let entries = try change.directory().entries(inBlock: 0)
      try change.append(LogContent(.audit, reason: .none), at: SampleVault.now)
      return entries.map(\.id)
    }
  }

  /// The row that a refusal names; nil, and a failed test, if nothing was refused.
  func refusal(_ work: () throws -> Any) -> RowPlace? {
    do {
      _ = try work()
      Issue.record("something was shown")
      return nil
    } catch let error as VaultError {
      return error.damage.flatMap(RowPlace.init)
    } catch {
      Issue.record("another error: \(error)")
      return nil
    }
  }
}

extension RowPlace {
  /// The row that is damaged.
  init(_ damage: Damage) {
    let namespace = Namespace.allCases.first { $0.name == damage.namespace }
    self.init(namespace ?? .roster, damage.key)
  }
}
