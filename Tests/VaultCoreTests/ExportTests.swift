import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What leaves a vault in an export, and what is said of it.
@Suite struct ExportTests {
  private static let order = Session.MemberOrder(reason: "legal", now: House.now)

  private static func filled() throws -> (house: House, session: Session) {
    let house = try House()
    let session = try house.session(House.supervisor)
    for (given, uid) in [("Ines", "7F7F7F7F1"), ("Maren", "7F7F7F7F2"), ("Tove", "7F7F7F7F3")] {
      _ = try session.add(
        try SampleVault.input(given, "Varga", uid: uid), duplicates: .allowDuplicate, reason: nil,
        now: House.now)
    }
    return (house, session)
  }

  /// Everybody who is exported, and what is missing.
  private static func exported(
    _ session: Session, _ list: ExportList
  ) throws -> (names: [String], missing: [ExportGap]) {
    var names: [String] = []
    let missing = try session.export(list) { (client) throws(Never) in
      names.append(client.details.given ?? "")
    }
    return (names.sorted(), missing)
  }

  @Test func `everybody is exported, and the log said so before`() throws {
    let (_, session) = try Self.filled()
    let list = try session.listForExport(Self.order)
    #expect(list.count == 3)
    let found = try Self.exported(session, list)
    #expect(found.names == ["Ines", "Maren", "Tove"])
    #expect(found.missing.isEmpty)
  }

  @Test func `who came after the list was recorded is not in the export`() throws {
    let (_, session) = try Self.filled()
    let list = try session.listForExport(Self.order)
    _ = try session.add(
      try SampleVault.input("Late", "Comer", uid: "7F7F7F7F4"), duplicates: .allowDuplicate,
      reason: nil, now: House.now)
    #expect(try Self.exported(session, list).names == ["Ines", "Maren", "Tove"])
  }

  @Test func `a rotation between the list and the export does not matter`() throws {
    let (house, session) = try Self.filled()
    let list = try session.listForExport(Self.order)
    _ = try house.session(House.second).rotate(House.order) { _, _ in }
    #expect(try Self.exported(session, list).names == ["Ines", "Maren", "Tove"])
  }

  @Test func `it is for supervisors, and never without a reason`() throws {
    let (house, session) = try Self.filled()
    #expect(throws: VaultError.notPermitted) {
      try house.session(House.caseworker).listForExport(Self.order)
    }
    #expect(throws: VaultError.notPermitted) {
      try house.session(House.auditor).listForExport(Self.order)
    }
    let reasons = try session.policy().reasons
    #expect(throws: VaultError.reasonDemanded(reasons)) {
      try session.listForExport(House.order)
    }
  }

  @Test func `one record that is gone costs its own client alone`() throws {
    let (house, session) = try Self.filled()
    let row = try #require(house.store.rows.keys.filter { $0.namespace == .client }.min())
    house.store.rows[row] = nil
    let found = try Self.exported(session, session.listForExport(Self.order))
    #expect(found.names.count == 2)
    let gap = try #require(found.missing.first)
    #expect(found.missing.count == 1)
    #expect(gap.damage == Damage(namespace: "client", key: row.key, problem: .missing))
    #expect(gap.uid?.hasPrefix("7F7F7F7F") == true)
  }

  @Test func `a block of the directory that is gone costs those whom it names`() throws {
    let (house, session) = try Self.filled()
    house.store.rows[RowPlace(.directory, UInt64(0).key)] = nil
    let list = try session.listForExport(Self.order)
    #expect(list.count == 0)
    let found = try Self.exported(session, list)
    #expect(found.names.isEmpty)
    #expect(
      found.missing == [
        ExportGap(
          id: nil, uid: nil,
          damage: Damage(namespace: "directory", key: UInt64(0).key, problem: .missing))
      ])
  }

  @Test func `what takes the clients may fail, which ends the export`() throws {
    struct Full: Error {}
    let (_, session) = try Self.filled()
    let list = try session.listForExport(Self.order)
    var taken = 0
    do {
      _ = try session.export(list) { (_) throws(Full) in
        taken += 1
        throw Full()
      }
      Issue.record("an export that could not be written must not succeed")
    } catch .stream {
      #expect(taken == 1)
    }
  }

  @Test func `a table leaves out who was destroyed or merged, and guards formulas`() throws {
    let (_, session) = try Self.filled()
    var rows: [String] = []
    _ = try session.export(session.listForExport(Self.order)) { (client) throws(Never) in
      var changed = client
      changed.details.given = "=1+1"
      changed.details.phones = ["555 0101", "555 0102"]
      rows += ExportTable.row(of: changed).map { [String(decoding: $0, as: UTF8.self)] } ?? []
      changed.status = .merged
      #expect(ExportTable.row(of: changed) == nil)
      changed.status = .destroyed
      #expect(ExportTable.row(of: changed) == nil)
    }
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.hasPrefix("'=1+1,,Varga,") })
    #expect(rows.allSatisfy { $0.contains(",\"555 0101; 555 0102\",") })
  }
}
