import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who can write the file and even sign the list of members, and puts keys, names or pins of
/// their own into a member's row. Sealed boxes name no sender: commitments, public keys and pins do.
@Suite struct MemberTests {
  private static let shared = Result { try MemberForge() }

  private let forge: MemberForge
  private let sound: MemberForge.Parts

  init() throws {
    forge = try Self.shared.get()
    sound = try forge.parts()
  }

  private var key: [UInt8] { forge.id.bytes }

  private func expect(
    _ error: VaultError, _ what: Comment, _ alter: (inout MemberForge.Parts) throws -> Void
  ) throws {
    var parts = sound
    try alter(&parts)
    let store = forge.store(parts)
    let rows = store.rows.rows
    #expect(throws: error, what) { try store.unlock() }
    #expect(store.rows.rows == rows)
  }

  @Test func `a row with every part in its place opens`() throws {
    #expect(try forge.store(sound).unlock().name() == MemberName(MemberForge.name))
  }

  @Test func `a wrong passphrase opens nothing`() throws {
    #expect(throws: VaultError.wrongPassphrase) {
      try forge.store(sound).unlock("seven quiet herons wait")
    }
    #expect(throws: VaultError.wrongPassphrase) { try forge.store(sound).unlock("") }
  }

  @Test func `a wrap that pins another founder, vault or past is refused`() throws {
    let stranger = MemberKeys(root: RootKey()).publicKeys.signing.bytes
    try expect(.foreignVault, "founder") { $0.pin = forge.pin(founder: stranger) }
    try expect(.foreignVault, "vault") { $0.pin = forge.pin(vault: .random()) }
    try expect(.foreignVault, "past") { $0.pin = forge.pin(number: 1, hash: .zeros) }
    try expect(.foreignVault, "future") { $0.pin = forge.pin(number: .max, hash: .zeros) }
    let hash = Digest(.policy, vault: forge.vault, data: [])
    try expect(.foreignVault, "before the first") { $0.pin = forge.pin(number: 0, hash: hash) }
  }

  @Test func `a wrap whose header is not the roster's is refused before stretching`() throws {
    let box = MemberKeys(root: RootKey()).publicKeys.box
    let own = forge.keys.publicKeys
    let other = MemberPublicKeys(box: box, signing: own.signing, age: own.age)
    let row = VaultError.roster(.row)
    try expect(row, "kind") { $0.header = forge.header(kind: .invitation) }
    try expect(row, "vault") { $0.header = forge.header(vault: .random()) }
    try expect(row, "member") { $0.header = forge.header(member: MemberID(number: 8)) }
    try expect(row, "keys") { $0.header = forge.header(keys: other) }
    let dear = try StretchingCost(passes: 4, memoryMiB: 64, machineMiB: 4096)
    try expect(row, "cost") { $0.header = forge.header(cost: dear) }
    try expect(row, "stated cost") { $0.cost = dear }
  }

  @Test func `public keys that are not the root's are refused`() throws {
    let own = forge.keys.publicKeys
    let stranger = MemberKeys(root: RootKey()).publicKeys
    for keys in [
      MemberPublicKeys(box: stranger.box, signing: own.signing, age: own.age),
      MemberPublicKeys(box: own.box, signing: own.signing, age: stranger.age),
    ] {
      try expect(.damage(.member, key, .key), "keys") { parts in
        parts.stated = keys
        parts.header = forge.header(keys: keys)
      }
    }
  }

  @Test func `an attacker's own epoch key, sealed to the member, is refused`() throws {
    let refused = VaultError.damage(.member, key, .key)
    try expect(refused, "house") { parts in
      parts.houseBox = try HouseKey().withBytes { try forge.box($0, .houseKey) }
    }
    try expect(refused, "identity") { parts in
      parts.identityBox = try IdentityKey().withBytes { try forge.box($0, .identityKey) }
    }
    try expect(refused, "the audit secret") { parts in
      parts.auditBoxes = [try BoxKeyPair().withSecretBytes { try forge.box($0, .auditSecret) }]
    }
    let short = [UInt8](repeating: 1, count: 31)
    try expect(refused, "a short house key") { parts in
      parts.houseBox = try short.withSpan { (bytes) throws(CryptoError) in
        try forge.box(bytes, .houseKey)
      }
    }
    try expect(refused, "a short audit secret") { parts in
      parts.auditBoxes = [
        try short.withSpan { (bytes) throws(CryptoError) in try forge.box(bytes, .auditSecret) }
      ]
    }
  }

  @Test func `a true key in a box for something else is refused`() throws {
    let refused = VaultError.damage(.member, key, .seal)
    try expect(refused, "exchanged") { parts in
      (parts.identityBox, parts.houseBox) = (parts.houseBox, parts.identityBox)
    }
    try expect(refused, "another epoch") { parts in
      parts.houseBox = try forge.house.withBytes { try forge.box($0, .houseKey, number: 2) }
    }
    try expect(refused, "another member") { parts in
      parts.houseBox = try forge.house.withBytes {
        try forge.box($0, .houseKey, to: MemberID(number: 8))
      }
    }
    try expect(refused, "another vault") { parts in
      parts.identityBox = try forge.identity.withBytes {
        try forge.box($0, .identityKey, vault: .random())
      }
    }
    try expect(refused, "another audit number") { parts in
      parts.auditBoxes = [
        try forge.audit.withSecretBytes { try forge.box($0, .auditSecret, number: 2) }
      ]
    }
    try expect(refused, "no box") { $0.houseBox = SealedBytes(untrusted: [1, 2, 3]) }
  }

  @Test func `a member shown under another's name is refused`() throws {
    let other = try MemberName("Bram Achterberg")
    try expect(.damage(.member, key, .hash), "name") { $0.name = forge.sealed(other) }
    try expect(.damage(.member, key, .seal), "another's seal") { parts in
      parts.name = forge.sealed(try MemberName(MemberForge.name), of: MemberID(number: 8))
    }
    let store = forge.store(sound)
    #expect(throws: VaultError.unknownMember) {
      try Vault(in: store.rows).person(named: other)
    }
  }

  @Test func `parts that the role does not have, or has, are refused`() throws {
    let row = VaultError.roster(.row)
    try expect(row, "no identity key") { $0.identityBox = nil }
    try expect(row, "no house key") { $0.houseBox = nil }
    try expect(row, "no name") { $0.name = nil }
    try expect(row, "no audit secret") { $0.auditBoxes = [] }
    try expect(row, "an audit secret too many") { $0.auditBoxes += $0.auditBoxes }
    try expect(row, "a thousand") { parts in
      parts.auditBoxes = [SealedBytes](repeating: parts.auditBoxes[0], count: 1000)
    }
    try expect(.roster(.format(.badLength)), "more parts than any row has") { parts in
      parts.auditBoxes = [SealedBytes](repeating: parts.auditBoxes[0], count: 1021)
    }
  }

  @Test func `an unknown suite, of row or wrap, is refused and named`() throws {
    let unknown = VaultError.roster(.format(.unknownSuite(9)))
    try expect(unknown, "row") { $0.row = { [9] + $0.dropFirst() } }
    try expect(unknown, "wrap") { $0.row = { Array($0[0..<5]) + [9] + $0[6...] } }
  }

  @Test func `a row cut at any length is refused even where the roster names its hash`() throws {
    let length = forge.store(sound).rows.rows[RowPlace(.member, key)]?.count ?? 0
    #expect(length > 1000)
    for count in 0..<length {
      var parts = sound
      parts.row = { Array($0.prefix(count)) }
      do {
        _ = try forge.store(parts).unlock()
        Issue.record("opened at \(count) of \(length)")
      } catch VaultError.roster {
        continue
      }
    }
  }

  @Test func `an altered wrap is a wrong passphrase, an altered ciphertext is damage`() throws {
    // Suite, length, header of 143 bytes; then commitment, nonce, ciphertext, tag.
    let wrap = 1 + 4 + 143
    for (offset, error) in [
      (0, VaultError.wrongPassphrase), (31, .wrongPassphrase), (32, .wrongPassphrase),
      (55, .wrongPassphrase), (56, .damage(.member, key, .seal)),
      (56 + 119, .damage(.member, key, .seal)), (56 + 120, .wrongPassphrase),
    ] {
      try expect(error, "offset \(offset)") { parts in
        parts.row = { row in
          var row = row
          row[wrap + offset] ^= 1
          return row
        }
      }
    }
  }

  /// Were it stretched, the test would take minutes and a gibibyte before it failed.
  @Test func `the dearest cost there is, truly signed, is refused by a small machine`() throws {
    let dearest = try StretchingCost(
      passes: 10, memoryMiB: 1024, machineMiB: 0, beyondMachine: .accept)
    var parts = sound
    parts.cost = dearest
    parts.header = forge.header(cost: dearest)
    let store = forge.store(parts)
    #expect(throws: VaultError.crypto(.costBeyondMachine(memoryMiB: 1024, machineMiB: 2047))) {
      try store.unlock(within: Vault.MemoryBudget(machineMiB: 2047, beyondMachine: .refuse))
    }
  }
}
