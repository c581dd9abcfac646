import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What docs/FORMAT.md says is enough to read what the product writes.
struct SecondReaderTests {
  private func expectMarisol(_ reader: SecondReader) throws {
    let hashes = try reader.blockHashes()
    #expect(hashes.count == 1)
    let entry = try reader.firstEntry(ofBlock: u64(0), hash: try #require(hashes.first))
    let fields = try reader.record(entry.id, hash: entry.hash)
    #expect(fields[1] == entry.id)
    #expect(fields[2] == [2])
    #expect(fields[5] == Array("Marisol".utf8))
    #expect(fields[7] == Array("Quintero".utf8))
    let uid: [UInt8] = Array((fields[19] ?? []).prefix(10))
    #expect(uid == [UInt8]([9]) + Array("618340275".utf8))
  }

  @Test func `the page is enough to open a vault and read a client`() throws {
    let reader = try SecondReader(
      try SampleVault().store.rows, passphrase: SampleVault.phrase)
    #expect(reader.versions.count == 1)
    try expectMarisol(reader)
    #expect(try reader.actions() == [1, 2, 2, 2])
  }

  @Test func `the page is enough to read a vault of many versions, epochs and audit pairs`()
    throws
  {
    let house = try House()
    _ = try house.session(House.supervisor).remove(
      try MemberName(House.auditor), sheet: .none, House.order)
    let reader = try SecondReader(house.store.rows, passphrase: SampleVault.phrase)
    #expect(reader.end.epoch == 3)
    #expect(reader.end.auditNumber == 2)
    #expect(reader.end.entries.map(\.standing).sorted() == [1, 1, 1, 1, 2])
    try expectMarisol(reader)
    // Founded, three clients, three who were invited and joined, keys exchanged, the file cleaned,
    // somebody removed, cleaned again.
    #expect(
      try reader.actions() == [1, 2, 2, 2, 11, 12, 11, 12, 11, 12, 18, 19, 15, 19])
  }

  @Test func `the page is enough to open an invitation with its code`() throws {
    let house = try House()
    let invitation = try house.session(House.supervisor).invite(
      try MemberName("Eve Stone"), as: .auditor, days: 7, cost: .floor, House.order)
    let code = invitation.code.withText { text in
      (0..<text.byteCount).map { unsafe text.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
    }
    let versions = try SecondVersion.chain(in: house.store.rows)
    let (end, vault) = (versions[versions.count - 1], versions[0].vault)
    let entry = try #require(end.entries.first { $0.kind == 2 })
    #expect(entry.role == 3)
    let parts = try SecondReader.memberParts(of: entry, in: house.store.rows, vault: vault)
    let opened = try SecondWrap(parts[0], of: entry, in: vault).open(
      with: String(decoding: code, as: UTF8.self))
    #expect(opened.pair.publicKey.bytes == entry.boxKey)
    #expect(opened.signing.publicKey.bytes == entry.signingKey)
    // It pins the founder, and the version before the one that holds it.
    let founder = try #require(versions[0].entry(versions[0].signer))
    #expect(opened.vault == vault)
    #expect(opened.founderKey == founder.signingKey)
    #expect(opened.number == end.number - 1)
    #expect(opened.hash == end.previous)
    // An auditor gets the house key, and no identity key.
    #expect(parts[1].isEmpty)
    let house2 = try opened.pair.open(
      SealedBytes(untrusted: parts[2]),
      box: BoxPlace(
        purpose: BoxPurpose("house-key"), vault: vault, recipient: entry.id,
        number: UInt64(end.epoch))
    ).withBytes { (bytes) throws(CryptoError) in try HouseKey(copying: bytes) }
    _ = try SecondHouse(house2, of: end)
  }

  // Section 8.3: the text's words, of which only the hexadecimal ones may be parted otherwise.
  @Test func `the page is enough to check a checkpoint against the vault`() throws {
    let house = try House()
    let text = try house.session(House.supervisor).checkpoint(now: House.now).lines
      .joined(separator: "\n")
    let reader = try SecondReader(house.store.rows, passphrase: SampleVault.phrase)
    let words = text.split { $0.isWhitespace }.map(String.init)
    #expect(words.prefix(5) == ["UID", "Vault", "checkpoint", "1", "vault"])
    #expect(hexadecimal(words[5...6]) == reader.vault)
    #expect(words[7] == "words")
    #expect(words[16] == "link")
    let tip = try reader.tip()
    #expect(Int(words[17]) == tip.number)
    #expect(hexadecimal(words[18...21]) == tip.hash)
    #expect(words[22] == "members")
    #expect(Int(words[23]) == reader.end.number)
    #expect(words[28] == "time")
    #expect(words[29] == "2026-09-21T14:13:20Z")
    #expect(words[30] == "signer")
    let signer = hexadecimal(words[31...31])
    #expect(words[32] == "signature")
    #expect(words.count == 41)
    let signed =
      [1] + u64(tip.number) + tip.hash + u64(reader.end.number) + hexadecimal(words[24...27])
      + u64(1_790_000_000) + signer
    let key = try #require(reader.end.entry(signer)).signingKey
    try VerifyingKey(untrusted: key).verify(
      Signature(untrusted: hexadecimal(words[33...40])), purpose: SigningPurpose("checkpoint"),
      vault: reader.vault, data: signed)
    #expect(
      hexadecimal(words[24...27])
        == reader.hash(HashPurpose("roster-version"), reader.end.stored))
  }

  private func hexadecimal(_ words: ArraySlice<String>) -> [UInt8] {
    let digits = words.joined().compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
