import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// An insider who holds the identity key and writes directory and records that do not fit each
/// other, under a head and a link that are truly signed: no hash tells, so the check compares.
@Suite struct VerifyTests {
  private let vault: SampleVault
  private let session: Session
  private let entries: [DirectoryEntry]

  init() throws {
    vault = try SampleVault()
    let session = try vault.session()
    self.session = session
    entries = try session.change { (change) throws(VaultError) in
      try change.directory().entries(inBlock: 0)
    }
  }

  /// Appends entries as they are, and one link that signs it all.
  private func append(_ entries: [(DirectoryEntry, counted: ClientStatus)]) throws {
    try session.change { (change) throws(VaultError) in
      for (entry, status) in entries { try change.append(entry: entry.encoded(), status: status) }
      try change.append(LogContent(.edit, reason: .none), at: SampleVault.now)
    }
  }

  /// Puts an altered entry in the place of the first.
  private func replaceFirst(_ alter: (inout DirectoryEntry) -> Void) throws {
    var entry = entries[0]
    alter(&entry)
    let first = entries[0].id
    let session = session
    let keys = try session.standing.identityKeys()
    let vaultID = session.roster.end.vault
    let place = Place(
      vault: vaultID.bytes, namespace: .directory, key: UInt64(0).key, epoch: 1)
    let row = RowPlace(.directory, UInt64(0).key)
    let stored = SealedBytes(untrusted: try #require(vault.store.rows[row]))
    var block = try DirectoryBlock(opened: try keys.directory.open(stored, place: place))
    try block.remove(first)
    block.append(entry.encoded())
    let sealed = block.withBytes { keys.directory.seal($0, place: place) }
    try sign(sealed, in: row)
  }

  /// Stores a block with head, link and tip to fit.
  private func sign(_ block: SealedBytes, in row: RowPlace) throws {
    let vaultID = session.roster.end.vault
    var (head, tip, link) = try session.look { (_, tree) throws(VaultError) in
      (tree.head, tree.tip, tree.link)
    }
    head.blockHashes = [Digest(.directoryBlock, vault: vaultID, data: block.bytes)]
    let sealedHead = session.standing.seal(head.encoded(), namespace: .head, key: Head.key)
    let number = tip.number + 1
    let content = try LogContentBox.seal(
      LogContent(.edit, reason: .none), number: number, to: session.roster.end)
    link = Link(
      number: number, previous: tip.hash, time: link.time, actor: link.actor,
      rosterNumber: link.rosterNumber, rosterHash: link.rosterHash,
      headHash: Digest(.head, vault: vaultID, data: sealedHead.bytes),
      contentHash: Digest(.content, vault: vaultID, data: content.bytes))
    let logRow = LogReader.Row(
      epoch: 1,
      link: session.standing.seal(
        SignedLink(signing: link, in: vaultID, with: session.standing.memberKeys.signing).encoded,
        namespace: .link, key: number.key), content: content)
    tip = Tip(number: number, hash: logRow.hash(in: vaultID))
    vault.store.rows[row] = block.bytes
    vault.store.rows[RowPlace(.head, Head.key)] = sealedHead.bytes
    vault.store.rows[RowPlace(.log, number.key)] = logRow.sealed.bytes
    vault.store.rows[RowPlace(.tip, Tip.key)] =
      session.standing.seal(tip.encoded(), namespace: .tip, key: Tip.key).bytes
  }

  private func expect(_ damage: [Damage]) throws {
    let found = try session.damage()
    #expect(found == damage)
  }

  private var block: Damage {
    Damage(namespace: "directory", key: UInt64(0).key, problem: .number)
  }

  private func client(_ entry: DirectoryEntry, _ problem: Damage.Problem) throws -> Damage {
    Damage(
      namespace: "client",
      key: try session.standing.identityKeys().blinded(entry.id, in: session.roster.end.vault),
      problem: problem)
  }

  @Test func `a sound vault is counted row by row`() throws {
    var steps: [(Int, Int)] = []
    let report = try session.verify { steps.append(($0, $1)) }
    #expect(report.isSound && report.damageBeyond == 0)
    #expect((report.clients, report.links) == (3, 4))
    #expect(steps.map(\.0) == steps.map(\.0).sorted())
    #expect(steps.allSatisfy { $0.0 <= $0.1 && $0.1 == 7 })
    #expect(steps.last?.0 == 7)
  }

  @Test func `checking records nothing and changes nothing`() throws {
    let rows = vault.store.rows
    _ = try session.damage()
    #expect(vault.store.rows == rows)
  }

  @Test func `a client named twice is found`() throws {
    try append([(entries[0], .active)])
    try expect([block])
  }

  @Test func `an entry without a record is found, and so is the count that it is not in`() throws {
    var ghost = entries[0]
    ghost.id = ClientID(number: 99)
    try append([(ghost, .retired)])
    try expect([
      try client(ghost, .missing), Damage(namespace: "head", key: Head.key, problem: .number),
    ])
  }

  @Test func `an entry that says other than its record does is found`() throws {
    let sound = vault.store.rows
    let alterations: [(inout DirectoryEntry) -> Void] = [
      { $0.uids = [Array("000000001".utf8)] },
      {
        $0.uids = []; $0.hasPresentUID = false
      },
      { $0.names.removeLast() }, { $0.isHeld = true }, { $0.household = 7 },
      { $0.ssnDigits = Array("1234".utf8) }, { $0.phones = [Array("5550134".utf8)] },
      { $0.owner = MemberID(number: 5) },
    ]
    for alter in alterations {
      vault.store.rows = sound
      try replaceFirst(alter)
      try expect([block])
    }
    vault.store.rows = sound
    try replaceFirst { $0.monthDue += 12 }
    try expect([])
  }

  @Test func `a record under another client's entry, or of another status, is found`() throws {
    let sound = vault.store.rows
    try replaceFirst { $0.recordHash = entries[1].recordHash }
    try expect([try client(entries[0], .hash)])
    vault.store.rows = sound
    try replaceFirst { $0.status = .retired }
    try expect([
      try client(entries[0], .number), Damage(namespace: "head", key: Head.key, problem: .number),
    ])
  }

  @Test func `a record that is a true client's, but not the entry's, is found`() throws {
    // Another client's record, sealed for this one's row as only an insider can.
    let sealing = try RecordSealing(session.standing)
    let other = try session.change { (change) throws(VaultError) in
      let client = try change.record(of: entries[1])
      try change.append(LogContent(.show, reason: .none), at: SampleVault.now)
      return client
    }
    let row = sealing.key(of: entries[0].id)
    let sealed = sealing.seal(ClientCodec.encode(other), under: row)
    vault.store.rows[RowPlace(.client, row)] = sealed.bytes
    try replaceFirst { $0.recordHash = sealing.hash(of: sealed) }
    try expect([try client(entries[0], .number)])
    #expect(throws: VaultError.self) { try session.findAll() }
  }

  @Test func `a block that is none, truly signed, is refused and its clients are not blamed`()
    throws
  {
    let row = RowPlace(.directory, UInt64(0).key)
    let keys = try session.standing.identityKeys()
    let place = Place(
      vault: session.roster.end.vault.bytes, namespace: .directory, key: row.key, epoch: 1)
    var bytes = [UInt8](repeating: 0, count: DirectoryBlock.byteCount)
    bytes[0] = 0xff
    for content in [bytes, [], [UInt8](repeating: 0, count: 4), bytes + [0]] {
      try sign(keys.directory.seal(content, place: place), in: row)
      #expect(throws: VaultError.self) { try session.findAll() }
      let found = try session.damage()
      #expect(found.map(RowPlace.init) == [row])
    }
  }
}
