import Testing
import VaultCrypto
import VaultStore

/// A roster version as docs/FORMAT.md 5.1 lays it out, read from the page alone.
struct SecondVersion {
  let stored: [UInt8]
  let vault: [UInt8]
  let number, epoch, auditNumber: Int
  let previous, identityCommitment, houseCommitment, previousHouse: [UInt8]
  let entries: [SecondEntry]
  let signer: [UInt8]

  init(_ stored: [UInt8]) {
    self.stored = stored
    vault = Array(stored[1..<17])
    number = VaultCoreTests.number(stored[25..<33])
    previous = Array(stored[33..<65])
    epoch = VaultCoreTests.number(stored[65..<73])
    identityCommitment = Array(stored[73..<105])
    houseCommitment = Array(stored[105..<137])
    // The one part whose length differs; all that follows stands where it ends.
    let house = VaultCoreTests.number(stored[137..<139])
    previousHouse = Array(stored[139..<(139 + house)])
    let rest = 139 + house
    auditNumber = VaultCoreTests.number(stored[rest..<(rest + 4)])
    // Audit key, hash of the policy, first link, flags; then the count, and 200 bytes a member.
    let members = rest + 79
    let count = VaultCoreTests.number(stored[(rest + 77)..<members])
    entries = (0..<count).map {
      SecondEntry(Array(stored[(members + 200 * $0)..<(members + 200 * $0 + 200)]))
    }
    let end = members + 200 * count
    #expect(stored.count == end + 8 + 64)
    signer = Array(stored[end..<(end + 8)])
  }

  /// Section 5.2: each version names the one before, and is signed by a key that stands in it.
  static func chain(in rows: MemoryStore.Rows) throws -> [SecondVersion] {
    var chain: [SecondVersion] = []
    for place in rows.keys.filter({ $0.namespace == .roster }).sorted() {
      let version = SecondVersion(try #require(rows[place]))
      #expect(place.key == u64(version.number))
      let before = chain.last ?? version
      let previous =
        chain.last.map { last in
          Digest(purpose: HashPurpose("roster-version"), vault: last.vault, data: last.stored).bytes
        } ?? [UInt8](repeating: 0, count: 32)
      #expect(version.previous == previous)
      let signer = try #require(before.entry(version.signer))
      try VerifyingKey(untrusted: signer.signingKey).verify(
        Signature(untrusted: Array(version.stored.suffix(64))), purpose: SigningPurpose("roster"),
        vault: version.vault, data: Array(version.stored.dropLast(64)))
      chain.append(version)
    }
    return chain
  }

  func entry(_ id: [UInt8]) -> SecondEntry? { entries.first { $0.id == id } }
}

/// An entry of a version: 200 bytes.
struct SecondEntry {
  let id: [UInt8]
  let kind, role, standing: UInt8
  let boxKey, signingKey, ageKey, cost, rowHash: [UInt8]

  init(_ bytes: [UInt8]) {
    id = Array(bytes[0..<8])
    (kind, role, standing) = (bytes[8], bytes[9], bytes[10])
    // Since, made by, expires.
    boxKey = Array(bytes[35..<67])
    signingKey = Array(bytes[67..<99])
    ageKey = Array(bytes[99..<131])
    cost = Array(bytes[131..<136])
    rowHash = Array(bytes[136..<168])
  }
}

/// A wrap as section 2.3 lays it out.
struct SecondWrap {
  private let header, wrap: [UInt8]

  /// Compares the header with the entry, as a reader must before anything else.
  init(_ part: [UInt8], of entry: SecondEntry, in vault: [UInt8]) throws {
    (header, wrap) = (Array(part.prefix(143)), Array(part.dropFirst(143)))
    let expected =
      [1, entry.kind] + vault + entry.id + entry.boxKey + entry.signingKey + entry.ageKey
      + entry.cost
    try #require(Array(header.prefix(127)) == expected)
  }

  /// What a wrap holds: the root's pairs, founder's key, and what it pins of the roster.
  final class Opened {
    let pair: BoxKeyPair
    let signing: SigningKeyPair
    let vault, founderKey, hash: [UInt8]
    let number: Int

    init(_ root: borrowing RootKey, _ rest: [UInt8]) {
      pair = root.boxKeyPair()
      signing = root.signingKeyPair()
      vault = Array(rest[0..<16])
      founderKey = Array(rest[16..<48])
      number = VaultCoreTests.number(rest[48..<56])
      hash = Array(rest[56..<88])
    }
  }

  func open(with passphrase: String) throws -> Opened {
    let cost = try StretchingCost(
      passes: Int(header[122]), memoryMiB: number(header[123..<127]), machineMiB: 4096)
    let key = try Passphrase(existing: SecretBytes(copying: Array(passphrase.utf8))).stretch(
      salt: StretchingSalt(untrusted: Array(header[127..<143])), cost: cost)
    let opened = try KeyCommittingWrap(untrusted: wrap).open(under: key, associated: header)
    return try opened.withBytes { (bytes) throws(CryptoError) in
      let rest = (32..<bytes.byteCount).map {
        unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
      }
      return Opened(try RootKey(copying: bytes.extracting(0..<32)), rest)
    }
  }
}
