import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A roster of many versions, and somebody who leaves some of them out.
struct RosterLengthTests {
  private static let count: UInt64 = 50
  private let sound: MemoryStore.Rows

  init() throws {
    let forge = try MemberForge()
    let founder = RosterMember(
      id: forge.id, kind: .person, role: .supervisor, since: 1, madeBy: forge.id, expires: 0,
      keys: forge.keys.publicKeys, cost: .floor, rowHash: .zeros,
      nameHash: try MemberName(MemberForge.name).hash(in: forge.vault))
    var version = forge.version([founder, forge.sheet()])
    var rows: MemoryStore.Rows = [:]
    for number in 1...Self.count {
      version.number = number
      // Each is another: a policy, a rotation, one with a new audit pair.
      if number > 1 {
        switch number % 3 {
        case 0: version.policyHash = RosterForge.digest(UInt8(number))
        case 1: version.renew(number, auditPair: false)
        default: version.renew(number, auditPair: true)
        }
      }
      let signed = SignedRosterVersion(signing: version, with: forge.keys.signing)
      rows[RowPlace(.roster, number.key)] = signed.signed.bytes
      version.previous = signed.hash
    }
    sound = rows
  }

  private func roster(_ rows: MemoryStore.Rows) throws -> VerifiedRoster {
    try Vault(in: MemoryStore(rows)).roster
  }

  private func place(_ number: UInt64) -> RowPlace { RowPlace(.roster, number.key) }

  @Test func `fifty versions of every kind are one chain`() throws {
    let roster = try roster(sound)
    #expect(roster.end.number == Self.count)
    #expect(roster.end.epoch == 34)
    #expect(roster.end.auditNumber == 18)
    for epoch in 1...roster.end.epoch { #expect(roster.version(ofEpoch: epoch)?.epoch == epoch) }
  }

  // Somebody takes out the version in which they lost a role, and leaves all others as they are.
  @Test func `any version left out, but the last, is missed`() throws {
    for number in 1..<Self.count {
      var rows = sound
      rows[place(number)] = nil
      #expect(throws: VaultError.roster(.number)) { try roster(rows) }
    }
    // The end cut off is an older roster: the log's last link, and who has seen more, miss it.
    var rows = sound
    rows[place(Self.count)] = nil
    #expect(try roster(rows).end.number == Self.count - 1)
  }

  // Or closes the gap, so that the numbers of the rows are whole.
  @Test func `any version repeated, or put in the place of the next, is refused`() throws {
    for number in 1..<Self.count {
      var rows = sound
      rows[place(number + 1)] = sound[place(number)]
      #expect(throws: VaultError.roster(.number)) { try roster(rows) }
      rows = sound
      rows[place(number)] = sound[place(number + 1)]
      #expect(throws: VaultError.roster(.number)) { try roster(rows) }
    }
    var rows = sound
    rows[place(Self.count + 1)] = sound[place(Self.count)]
    #expect(throws: VaultError.roster(.number)) { try roster(rows) }
  }

  // One byte, in any version: of a signature, of what it signs, of the hash of the one before.
  @Test func `a byte altered in any version is refused`() throws {
    for number in 1...Self.count {
      let stored = try #require(sound[place(number)])
      for position in [1, 20, 40, 80, 120, stored.count - 70, stored.count - 1] {
        var rows = sound
        rows[place(number)]?[position] ^= 1
        #expect(throws: VaultError.self) { try roster(rows) }
      }
    }
  }
}

extension RosterVersion {
  /// A new epoch with commitments of its own.
  fileprivate mutating func renew(_ number: UInt64, auditPair: Bool) {
    rotate(auditPair: auditPair)
    identityCommitment = RosterForge.digest(UInt8(number))
    houseCommitment = RosterForge.digest(0x80 + UInt8(number))
  }
}
