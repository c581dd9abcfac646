import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who writes the bytes of a roster by hand, with the founder's true signature below them:
/// what the page does not allow is refused all the same, before anybody is asked for a passphrase.
@Suite struct RosterFormTests {
  private static let shared = Result { try MemberForge() }

  private let forge: MemberForge
  private let person: RosterMember
  private let body: [UInt8]

  init() throws {
    forge = try Self.shared.get()
    person = RosterMember(
      id: forge.id, kind: .person, role: .supervisor, since: 1, madeBy: forge.id, expires: 0,
      keys: forge.keys.publicKeys, cost: .floor, rowHash: .zeros,
      nameHash: try MemberName(MemberForge.name).hash(in: forge.vault))
    body = forge.version([person, forge.sheet()]).signedPart
  }

  private func open(_ body: [UInt8], at key: [UInt8] = UInt64(1).key) throws {
    let signed = forge.keys.signing.signed(
      purpose: .roster, vault: forge.vault.bytes, body: body)
    _ = try Vault(in: MemoryStore([RowPlace(.roster, key): signed.bytes]))
  }

  private func expect(_ problem: RosterProblem, _ what: Comment, _ body: [UInt8]) {
    #expect(throws: VaultError.roster(problem), what) { try open(body) }
  }

  private func expect(_ problem: RosterProblem, _ what: Comment, members: [RosterMember]) {
    expect(problem, what, forge.version(members).signedPart)
  }

  private func patched(_ offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    var body = body
    body.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    return body
  }

  /// Where fields stand in version 1 of two members, whose house key before is empty.
  private enum Offset {
    static let previous = 1 + 16 + 16
    static let previousHouse = previous + 32 + 8 + 64
    static let auditNumber = previousHouse + 2
    static let auditKey = auditNumber + 4
    static let flags = auditKey + 32 + 32 + 8
    static let count = flags + 1
    static let person = count + 2
    static let kind = person + 8
    static let keys = kind + 3 + 24
    static let cost = keys + 96
    static let hashes = cost + 5
    static let recovery = person + 200
  }

  @Test func `the roster that the others alter opens`() throws {
    try open(body)
    #expect(body.count == Offset.recovery + 200 + 8)
  }

  @Test func `a version under another number's key is refused`() {
    for key in [UInt64(0).key, UInt64(2).key, UInt64.max.key, [], [1], UInt64(1).key + [0]] {
      #expect(throws: VaultError.roster(.number)) { try open(body, at: key) }
    }
  }

  @Test func `bytes behind the signature are refused`() {
    let signed = SignedRosterVersion(
      signing: forge.version([person, forge.sheet()]), with: forge.keys.signing)
    let store = MemoryStore([RowPlace(.roster, UInt64(1).key): signed.signed.bytes + [0]])
    #expect(throws: VaultError.roster(.format(.trailingBytes))) { try Vault(in: store) }
  }

  @Test func `a flipped bit in any byte is refused`() {
    let signed = SignedRosterVersion(
      signing: forge.version([person, forge.sheet()]), with: forge.keys.signing
    ).signed.bytes
    for position in signed.indices {
      var bytes = signed
      bytes[position] ^= 1 << UInt8(position % 8)
      let store = MemoryStore([RowPlace(.roster, UInt64(1).key): bytes])
      #expect(throws: VaultError.self, "byte \(position)") { try Vault(in: store) }
    }
  }

  @Test func `values that the page does not name are refused`() {
    let bad = RosterProblem.format(.badValue)
    expect(bad, "flag", patched(Offset.flags, [2]))
    expect(bad, "high flag", patched(Offset.flags, [0x80]))
    for kind in [0, 4, 255] as [UInt8] { expect(bad, "kind", patched(Offset.kind, [kind])) }
    for role in [0, 4, 255] as [UInt8] { expect(bad, "role", patched(Offset.kind + 1, [role])) }
    for standing in [0, 2, 3] as [UInt8] {
      expect(bad, "standing", patched(Offset.kind + 2, [standing]))
    }
    expect(bad, "id zero", patched(Offset.person, [UInt8](repeating: 0, count: 8)))
    expect(bad, "made by nobody", patched(Offset.kind + 11, [UInt8](repeating: 0, count: 8)))
    expect(bad, "a person who expires", patched(Offset.kind + 19, UInt64(9).key))
    expect(bad, "a sheet with a role", patched(Offset.recovery + 9, [1]))
    expect(bad, "a sheet with a cost", patched(Offset.recovery + 131, [3, 0, 0, 0, 64]))
    expect(bad, "a sheet with a name", patched(Offset.recovery + 168, [1]))
    let zeros = [UInt8](repeating: 0, count: 32)
    expect(bad, "a person without a name", patched(Offset.hashes + 32, zeros))
  }

  @Test func `a count of members that is not theirs is refused without reading on`() {
    expect(.format(.badValue), "more than any vault has", patched(Offset.count, [0xff, 0xff]))
    expect(.format(.truncated), "more than there are", patched(Offset.count, [0x10, 0x00]))
    expect(.format(.truncated), "one more", patched(Offset.count, [0, 3]))
    expect(.format(.trailingBytes), "one less", patched(Offset.count, [0, 1]))
  }

  @Test func `a house key before the first, or one longer than the row, is refused`() {
    var body = body
    body.replaceSubrange(
      Offset.previousHouse..<(Offset.previousHouse + 2), with: [0, 3, 1, 2, 3])
    expect(.founding, "a house key before", body)
    expect(.format(.truncated), "a long one", patched(Offset.previousHouse, [0xff, 0xff]))
  }

  /// Points of order 1, 2, 4 and 8, and spellings that are not canonical.
  ///
  /// Source: libsodium's list of refused points; RFC 7748 section 5.
  @Test func `weak public keys are refused wherever they stand`() {
    let zero = [UInt8](repeating: 0, count: 32)
    let one = [1] + [UInt8](repeating: 0, count: 31)
    let order8: [UInt8] = [
      0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
      0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
      0xb8, 0x00,
    ]
    let field = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    let above = [0xf2] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    let highBit = [9] + [UInt8](repeating: 0, count: 30) + [0x80]
    let agreement = [Offset.keys, Offset.keys + 64, Offset.auditKey, Offset.recovery + 35]
    for offset in agreement {
      for point in [zero, one, order8, field, above, highBit] {
        expect(.weakKey, "at \(offset)", patched(offset, point))
      }
    }
    for point in [zero, one, field, [UInt8](repeating: 0xff, count: 32)] {
      expect(.weakKey, "signing", patched(Offset.keys + 32, point))
    }
  }

  @Test func `a state that no new vault has is refused`() throws {
    let sheet = forge.sheet()
    let second = forge.sheet(id: MemberID(number: 9))
    expect(.founding, "three members", members: [person, sheet, second])
    expect(.founding, "one member", members: [person])
    expect(.founding, "nobody", members: [])
    expect(.founding, "two sheets", members: [sheet, second])
    expect(.founding, "two persons", members: [person, copy(id: MemberID(number: 9))])
    expect(.founding, "a caseworker", members: [copy(role: .caseworker), sheet])
    expect(.founding, "an auditor", members: [copy(role: .auditor), sheet])
    expect(.founding, "made by another", members: [copy(madeBy: MemberID(number: 9)), sheet])
    expect(
      .founding, "a sheet made by another",
      members: [person, forge.sheet(madeBy: MemberID(number: 9))])
    expect(.founding, "a version before", patched(Offset.previous, [1]))
    expect(.founding, "audit number 0", patched(Offset.auditNumber, [0, 0, 0, 0]))
    expect(.founding, "audit number 2", patched(Offset.auditNumber, [0, 0, 0, 2]))
    expect(.signer, "a signer who is nobody", patched(Offset.recovery + 200, UInt64(99).key))
    expect(.format(.badValue), "no signer", patched(Offset.recovery + 200, UInt64(0).key))
  }

  private func copy(
    id: MemberID? = nil, role: Role = .supervisor, madeBy: MemberID? = nil
  ) -> RosterMember {
    RosterMember(
      id: id ?? person.id, kind: .person, role: role, since: 1, madeBy: madeBy ?? person.madeBy,
      expires: 0, keys: person.keys, cost: person.cost, rowHash: .zeros,
      nameHash: person.nameHash)
  }
}
