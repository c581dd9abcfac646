import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Every key that somebody holds, to be tried on every sealed value in every place that it can have.
struct KeyRing {
  let held: Standing

  private static let namespaces: [Place.Namespace] = [
    .previousHouse, .memberName, .policy, .diary, .link, .tip, .head, .directory, .client,
  ]

  /// Expects that no key opens anything in these rows.
  func expectShut(_ rows: MemoryStore.Rows) throws {
    for (place, bytes) in rows where place.namespace != .roster {
      for value in Self.values(in: bytes, of: place.namespace) {
        expectSealShut(value, under: place.key)
        try expectBoxShut(value)
      }
    }
  }

  /// House, record and directory key open nothing.
  private func expectSealShut(_ value: SealedBytes, under key: [UInt8]) {
    for namespace in Self.namespaces {
      for epoch: UInt64 in 1...4 {
        let seal = Place(vault: held.vault.bytes, namespace: namespace, key: key, epoch: epoch)
        #expect(throws: CryptoError.self) {
          _ = try held.epochKeys.house.sealing.open(value, place: seal)
        }
        guard let identity = held.epochKeys.identity else { continue }
        #expect(throws: CryptoError.self) { _ = try identity.record.open(value, place: seal) }
        #expect(throws: CryptoError.self) { _ = try identity.directory.open(value, place: seal) }
      }
    }
  }

  /// No sealed box opens for the box key, nor for the audit secret.
  private func expectBoxShut(_ value: SealedBytes) throws {
    for purpose: BoxPurpose in [.identityKey, .houseKey, .auditSecret, .content] {
      for number: UInt64 in 1...12 {
        for recipient in [held.member.id.bytes, LogContent.recipient] {
          let box = BoxPlace(
            purpose: purpose, vault: held.vault.bytes, recipient: recipient, number: number)
          #expect(throws: CryptoError.self) {
            _ = try held.memberKeys.box.openContents(value, box: box)
          }
          guard let audit = held.auditPair else { continue }
          #expect(throws: CryptoError.self) {
            _ = try audit.keys.openContents(value, box: box)
          }
        }
      }
    }
  }

  /// The sealed values in a row: itself, or the parts that it is made of.
  private static func values(in bytes: [UInt8], of namespace: Namespace) -> [SealedBytes] {
    let whole = SealedBytes(untrusted: bytes)
    let header = namespace == .log ? 8 : namespace == .member ? 1 : 0
    guard header > 0 else { return [whole] }
    do {
      return try whole.parts(afterHeader: header, limit: 1024).filter { $0.bytes.count > 48 }
    } catch {
      return [whole]
    }
  }

  /// Whether the house key opens the tip, and so all that is read from there on.
  func opensTip(of house: House) throws -> Bool {
    let tip = SealedBytes(untrusted: try #require(house.store.rows[RowPlace(.tip, Tip.key)]))
    let place = Place(
      vault: held.vault.bytes, namespace: .tip, key: Tip.key, epoch: held.epochKeys.epoch)
    do {
      _ = try held.epochKeys.house.sealing.open(tip, place: place)
      return true
    } catch {
      return false
    }
  }
}
