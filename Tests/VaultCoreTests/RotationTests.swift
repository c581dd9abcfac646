import Foundation
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What a rotation leaves in a real file.
@Suite struct RotationTests {
  // Somebody takes the file after a rotation, and has the keys of before: no value that was sealed
  // under them is left in it, at any offset, but the links of the log.
  @Test func `no sealed byte of before is left in the file`() throws {
    let vault = try TemporaryVault()
    defer { vault.remove() }
    let session = try vault.session()
    for (given, uid) in [("Ines", "7F7F7F7F1"), ("Maren", "7F7F7F7F2"), ("Tove", "7F7F7F7F3")] {
      _ = try session.add(
        try SampleVault.input(given, "Varga", uid: uid), duplicates: .allowDuplicate, reason: nil,
        now: House.now)
    }
    let old = try Self.values(in: session)
    #expect(old.count == 8)
    _ = try session.rotate(House.order) { _, _ in }
    let bytes = Data(try #require(try vault.bytes()["office.uidvault"]))
    for value in old {
      #expect(bytes.range(of: Data(value.prefix(16))) == nil)
    }
    let now = try Self.values(in: session)
    for value in now { #expect(bytes.range(of: Data(value.prefix(16))) != nil) }
    #expect(try vault.bytes().keys.sorted() == ["office.uidvault"])
    #expect(try session.damage().isEmpty)
    #expect(try !session.isVacuumOwed())
  }

  /// Tip, head, settings, blocks and records as they are stored.
  private static func values(in session: Session) throws -> [[UInt8]] {
    try session.vault.store.read { (reading) throws(VaultError) in
      var values: [[UInt8]] = []
      for namespace: Namespace in [.tip, .head, .settings, .directory, .client] {
        try Rows(reading: reading).scan(namespace) { (_, value) throws(VaultError) in
          values.append(value.bytes)
          return .next
        }
      }
      return values
    }
  }
}
