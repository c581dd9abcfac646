import Testing
import VaultCrypto
import VaultStore

/// A second reader, written from docs/FORMAT.md alone: it uses libsodium's wrappers and the rows, and
/// none of the product's own readers. If it goes wrong, either the page or the product is.
final class SecondReader {
  let rows: MemoryStore.Rows
  let vault: [UInt8]
  /// Section 5.1, all versions in order.
  let versions: [SecondVersion]
  private let person: [UInt8]
  private let auditPairs: [SecondAudit]
  private var houses: [Int: SecondHouse] = [:]
  private let recordKey: RecordKey
  private let directoryKey: DirectoryKey

  var end: SecondVersion { versions[versions.count - 1] }

  /// Opens the vault for the first person, a supervisor, of the roster's first version.
  init(_ rows: MemoryStore.Rows, passphrase: String) throws {
    self.rows = rows
    versions = try SecondVersion.chain(in: rows)
    vault = versions[0].vault
    let founder = try #require(versions[0].entries.first { $0.kind == 1 })
    person = founder.id
    let (vault, person, last) = (vault, founder.id, versions[versions.count - 1])
    let entry = try #require(last.entry(person))
    let parts = try Self.memberParts(of: entry, in: rows, vault: vault)
    let opened = try SecondWrap(parts[0], of: entry, in: vault).open(with: passphrase)
    let box = { (purpose: BoxPurpose, number: Int) in
      BoxPlace(purpose: purpose, vault: vault, recipient: person, number: UInt64(number))
    }
    let identity = try opened.pair.open(
      SealedBytes(untrusted: parts[1]), box: box(BoxPurpose("identity-key"), last.epoch)
    ).withBytes { (bytes) throws(CryptoError) in try IdentityKey(copying: bytes) }
    let house = try opened.pair.open(
      SealedBytes(untrusted: parts[2]), box: box(BoxPurpose("house-key"), last.epoch)
    ).withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    #expect(parts.count == 4 + last.auditNumber)
    auditPairs = try parts[4...].enumerated().map { index, part in
      try opened.pair.open(
        SealedBytes(untrusted: part), box: box(BoxPurpose("audit-secret"), index + 1)
      ).withBytes { (bytes) throws(CryptoError) in
        SecondAudit(pair: try BoxKeyPair(copying: bytes))
      }
    }
    recordKey = identity.recordKey()
    directoryKey = identity.directoryKey()
    // Section 2.2, the commitments.
    #expect(
      identity.keyedHash(
        purpose: HashPurpose("identity-commitment"), vault: vault, data: u64(last.epoch)
      ).bytes == last.identityCommitment)
    houses[last.epoch] = try SecondHouse(house, of: last)
  }

  /// Section 6: the hash that the roster names, the suite, then parts.
  static func memberParts(
    of entry: SecondEntry, in rows: MemoryStore.Rows, vault: [UInt8]
  ) throws -> [[UInt8]] {
    let row = try #require(rows[RowPlace(.member, entry.id)])
    #expect(
      Digest(purpose: HashPurpose("member-row"), vault: vault, data: row).bytes == entry.rowHash)
    return try parts(row[1...])
  }

  static func parts(_ bytes: ArraySlice<UInt8>) throws -> [[UInt8]] {
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

  func hash(_ purpose: HashPurpose, _ data: [UInt8]) -> [UInt8] {
    Digest(purpose: purpose, vault: vault, data: data).bytes
  }

  private func place(_ namespace: Place.Namespace, _ key: [UInt8], epoch: Int? = nil) -> Place {
    Place(vault: vault, namespace: namespace, key: key, epoch: UInt64(epoch ?? end.epoch))
  }

  /// Section 5.2: the house key of an epoch, handed down from version to version.
  private func house(ofEpoch epoch: Int) throws -> SecondHouse {
    if let house = houses[epoch] { return house }
    let later = try house(ofEpoch: epoch + 1)
    let first = try #require(versions.first { $0.epoch == epoch + 1 })
    let secret = try later.sealing.openSecret(
      SealedBytes(untrusted: first.previousHouse),
      place: place(Place.Namespace("previous-house"), u64(epoch), epoch: epoch + 1))
    let key = try secret.withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    let house = try SecondHouse(key, of: try #require(versions.first { $0.epoch == epoch }))
    houses[epoch] = house
    return house
  }

  private func houseValue(
    _ row: RowPlace, _ namespace: Place.Namespace
  ) throws -> (stored: [UInt8], opened: [UInt8]) {
    let stored = try #require(rows[row])
    let opened = try house(ofEpoch: end.epoch).sealing.open(
      SealedBytes(untrusted: stored), place: place(namespace, row.key))
    return (stored, copy(opened))
  }
}

// MARK: Log

extension SecondReader {
  /// Section 9: number and hash of the last link.
  func tip() throws -> (number: Int, hash: [UInt8]) {
    let tip = try houseValue(RowPlace(.tip, []), Place.Namespace("tip")).opened
    return (number(tip[0..<8]), Array(tip[8..<40]))
  }

  /// Section 8.1: a link, whose signature was checked, its hash, and its content.
  func link(_ index: Int) throws -> (link: [UInt8], hash: [UInt8], content: [UInt8]) {
    let log = try #require(rows[RowPlace(.log, u64(index))])
    let epoch = number(log[0..<8])
    let parts = try Self.parts(log[8...])
    let link = copy(
      try house(ofEpoch: epoch).sealing.open(
        SealedBytes(untrusted: parts[0]),
        place: place(Place.Namespace("link"), u64(index), epoch: epoch)))
    #expect(number(link[0..<8]) == index)
    let version = versions[number(link[56..<64]) - 1]
    #expect(hash(HashPurpose("roster-version"), version.stored) == Array(link[64..<96]))
    #expect(version.epoch == epoch)
    let actor = try #require(version.entry(Array(link[48..<56])))
    try VerifyingKey(untrusted: actor.signingKey).verify(
      Signature(untrusted: Array(link[160..<224])), purpose: SigningPurpose("link"), vault: vault,
      data: Array(link[0..<160]))
    #expect(hash(HashPurpose("content"), parts[1]) == Array(link[128..<160]))
    let content = try auditPairs[version.auditNumber - 1].pair.openContents(
      SealedBytes(untrusted: parts[1]),
      box: BoxPlace(
        purpose: BoxPurpose("content"), vault: vault, recipient: [UInt8](repeating: 0, count: 8),
        number: UInt64(index)))
    return (link, hash(HashPurpose("link"), parts[0]), unpadded(copy(content)))
  }

  /// All links, each named by the one behind it: what was done, by its number in section 8.1.
  func actions() throws -> [UInt8] {
    let tip = try tip()
    var (actions, before) = ([UInt8](), [UInt8](repeating: 0, count: 32))
    for index in 1...tip.number {
      let link = try link(index)
      #expect(Array(link.link[8..<40]) == before)
      before = link.hash
      actions.append(link.content[1])
    }
    #expect(before == tip.hash)
    return actions
  }
}

// MARK: Clients

extension SecondReader {
  /// Section 9: the hashes of the directory's blocks, out of the head that the last link names.
  func blockHashes() throws -> [[UInt8]] {
    let last = try link(try tip().number).link
    let head = try houseValue(RowPlace(.head, []), Place.Namespace("head"))
    #expect(hash(HashPurpose("head"), head.stored) == Array(last[96..<128]))
    let content = unpadded(head.opened)
    #expect(number(content[0..<8]) == end.epoch)
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

/// A house key whose commitment was compared with a version of its epoch.
final class SecondHouse {
  let sealing: HouseSealingKey

  init(_ key: borrowing HouseKey, of version: SecondVersion) throws {
    let commitment = key.keyedHash(
      purpose: HashPurpose("house-commitment"), vault: version.vault, data: u64(version.epoch))
    try #require(commitment.bytes == version.houseCommitment)
    sealing = key.sealingKey()
  }
}

/// An audit pair.
final class SecondAudit {
  let pair: BoxKeyPair

  init(pair: consuming BoxKeyPair) { self.pair = pair }
}

func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

func u64(_ number: Int) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
}

func unpadded(_ bytes: [UInt8]) -> [UInt8] {
  Array(bytes[4..<(4 + number(bytes[0..<4]))])
}

func copy(_ opened: borrowing WipedBytes) -> [UInt8] {
  opened.withBytes { bytes in
    (0..<bytes.byteCount).map {
      unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
    }
  }
}
