import Testing
import VaultCrypto
import VaultStore

/// A second reader, written from docs/FORMAT.md alone: it uses libsodium's wrappers and the rows, and
/// none of the product's own readers. If it goes wrong, either the page or the product is.
private final class SecondReader {
  let rows: MemoryStore.Rows
  let vault: [UInt8]
  private let house: HouseSealingKey
  private let recordKey: RecordKey
  private let directoryKey: DirectoryKey
  private let signingKey: VerifyingKey
  private let person: [UInt8]

  /// Section 5.1: what stands before the members has 216 bytes and a count; a member has 200.
  init(_ rows: MemoryStore.Rows, passphrase: String) throws {
    self.rows = rows
    let roster = try #require(rows[RowPlace(.roster, [0, 0, 0, 0, 0, 0, 0, 1])])
    vault = Array(roster[1..<17])
    let entries = (0..<number(roster[216..<218])).map { index in
      Array(roster[(218 + 200 * index)..<(418 + 200 * index)])
    }
    let entry: [UInt8] = try #require(entries.first { $0[8] == 1 })
    person = Array(entry[0..<8])
    signingKey = try VerifyingKey(untrusted: Array(entry[67..<99]))
    try signingKey.verify(
      Signature(untrusted: Array(roster.suffix(64))), purpose: SigningPurpose("roster"),
      vault: vault, data: Array(roster.dropLast(64)))
    // Section 6: the suite, then parts.
    let row = try #require(rows[RowPlace(.member, person)])
    #expect(
      Digest(purpose: HashPurpose("member-row"), vault: vault, data: row).bytes
        == Array(entry[136..<168]))
    let parts = try Self.parts(row[1...])
    // Section 2.3.
    let (header, wrap) = (Array(parts[0].prefix(143)), Array(parts[0].dropFirst(143)))
    let cost = try StretchingCost(
      passes: Int(header[122]), memoryMiB: number(header[123..<127]), machineMiB: 4096)
    let key = try Passphrase(existing: SecretBytes(copying: Array(passphrase.utf8))).stretch(
      salt: StretchingSalt(untrusted: Array(header[127..<143])), cost: cost)
    let opened = try KeyCommittingWrap(untrusted: wrap).open(under: key, associated: header)
    let pair = try opened.withBytes { (bytes) throws(CryptoError) in
      try RootKey(copying: bytes.extracting(0..<32)).boxKeyPair()
    }
    let (vault, person) = (vault, person)
    let place = { (purpose: BoxPurpose) in
      BoxPlace(purpose: purpose, vault: vault, recipient: person, number: 1)
    }
    let identity = try pair.open(
      SealedBytes(untrusted: parts[1]), box: place(BoxPurpose("identity-key"))
    ).withBytes { (bytes) throws(CryptoError) in try IdentityKey(copying: bytes) }
    let house = try pair.open(
      SealedBytes(untrusted: parts[2]), box: place(BoxPurpose("house-key"))
    ).withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    // Section 2.2, the commitments.
    #expect(
      house.keyedHash(
        purpose: HashPurpose("house-commitment"), vault: vault, data: [0, 0, 0, 0, 0, 0, 0, 1]
      ).bytes == Array(roster[105..<137]))
    self.house = house.sealingKey()
    recordKey = identity.recordKey()
    directoryKey = identity.directoryKey()
  }

  private static func parts(_ bytes: ArraySlice<UInt8>) throws -> [[UInt8]] {
    var (rest, parts) = (bytes, [[UInt8]]())
    while !rest.isEmpty {
      let count = number(rest.prefix(4))
      rest = rest.dropFirst(4)
      try #require(rest.count >= count)
      parts.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return parts
  }

  private func place(_ namespace: Place.Namespace, _ key: [UInt8]) -> Place {
    Place(vault: vault, namespace: namespace, key: key, epoch: 1)
  }

  private func hash(_ purpose: HashPurpose, _ data: [UInt8]) -> [UInt8] {
    Digest(purpose: purpose, vault: vault, data: data).bytes
  }

  private func houseValue(
    _ row: RowPlace, _ namespace: Place.Namespace
  ) throws -> (stored: [UInt8], opened: [UInt8]) {
    let stored = try #require(rows[row])
    let opened = try house.open(SealedBytes(untrusted: stored), place: place(namespace, row.key))
    return (stored, copy(opened))
  }

  /// Sections 8 and 9: tip, last link, head; gives the hashes of the directory's blocks.
  func blockHashes() throws -> [[UInt8]] {
    let tip = try houseValue(RowPlace(.tip, []), Place.Namespace("tip")).opened
    let last = Array(tip[0..<8])
    let log = try #require(rows[RowPlace(.log, last)])
    let parts = try Self.parts(log[8...])
    #expect(hash(HashPurpose("link"), parts[0]) == Array(tip[8..<40]))
    let link = copy(
      try house.open(
        SealedBytes(untrusted: parts[0]), place: place(Place.Namespace("link"), last)))
    #expect(Array(link[48..<56]) == person)
    try signingKey.verify(
      Signature(untrusted: Array(link[160..<224])), purpose: SigningPurpose("link"), vault: vault,
      data: Array(link[0..<160]))
    #expect(hash(HashPurpose("content"), parts[1]) == Array(link[128..<160]))
    let head = try houseValue(RowPlace(.head, []), Place.Namespace("head"))
    #expect(hash(HashPurpose("head"), head.stored) == Array(link[96..<128]))
    let content = unpadded(head.opened)
    // Epoch, total, six counts, the diary's hash.
    let count = number(content[96..<100])
    return (0..<count).map { Array(content[(100 + 32 * $0)..<(132 + 32 * $0)]) }
  }

  /// Section 10: the first entry of a block: a client's id and the hash of the record.
  func firstEntry(ofBlock key: [UInt8], hash expected: [UInt8]) throws -> (
    id: [UInt8], hash: [UInt8]
  ) {
    let stored = try #require(rows[RowPlace(.directory, key)])
    #expect(hash(HashPurpose("directory-block"), stored) == expected)
    let block = copy(
      try directoryKey.open(
        SealedBytes(untrusted: stored), place: place(Place.Namespace("directory"), key)))
    #expect(block.count == 65_536)
    return (Array(block[6..<14]), Array(block[14..<46]))
  }

  /// Section 11: a record's fields by tag.
  func record(_ id: [UInt8], hash expected: [UInt8]) throws -> [UInt8: [UInt8]] {
    let key = Array(
      recordKey.keyedHash(purpose: HashPurpose("blinded-id"), vault: vault, data: id)
        .bytes.prefix(16))
    let stored = try #require(rows[RowPlace(.client, key)])
    #expect(hash(HashPurpose("client-record"), stored) == expected)
    var rest = unpadded(
      copy(
        try recordKey.open(
          SealedBytes(untrusted: stored), place: place(Place.Namespace("client"), key)))
    ).dropFirst()
    var fields: [UInt8: [UInt8]] = [:]
    while let tag = rest.popFirst(), let length = rest.popFirst() {
      // All fields of the sample are shorter than 128 bytes, so their lengths take one byte.
      fields[tag] = Array(rest.prefix(Int(length)))
      rest = rest.dropFirst(Int(length))
    }
    return fields
  }
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

private func unpadded(_ bytes: [UInt8]) -> [UInt8] {
  Array(bytes[4..<(4 + number(bytes[0..<4]))])
}

private func copy(_ opened: borrowing WipedBytes) -> [UInt8] {
  opened.withBytes { bytes in
    (0..<bytes.byteCount).map {
      unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
    }
  }
}

@Test func `docs/FORMAT is enough to open a vault and read a client`() throws {
  let reader = try SecondReader(
    try SampleVault().store.rows, passphrase: SampleVault.phrase)
  let hashes = try reader.blockHashes()
  #expect(hashes.count == 1)
  let entry = try reader.firstEntry(
    ofBlock: [0, 0, 0, 0, 0, 0, 0, 0], hash: try #require(hashes.first))
  let fields = try reader.record(entry.id, hash: entry.hash)
  #expect(fields[1] == entry.id)
  #expect(fields[2] == [2])
  #expect(fields[5] == Array("Marisol".utf8))
  #expect(fields[7] == Array("Quintero".utf8))
  let uid: [UInt8] = Array((fields[19] ?? []).prefix(10))
  #expect(uid == [UInt8]([9]) + Array("618340275".utf8))
}
