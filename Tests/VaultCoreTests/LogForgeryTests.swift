import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// An insider with every key of a member's who writes the log's end by hand: whatever a link says, it
/// must continue the chain, and no number in it stops or traps a reader.
///
/// That an auditor cannot change the head has no test yet: only version 1 of a roster can be
/// verified, and its one signer is a supervisor.
@Suite struct LogForgeryTests {
  private let vault: SampleVault
  private let session: Session
  private let sound: MemoryStore.Rows
  private let last: Link
  private let tip: Tip
  private let lastContent: SealedBytes

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
    sound = vault.store.rows
    let session = session
    (last, tip, lastContent) = try session.look { (rows, tree) throws(VaultError) in
      let reader = LogReader(rows: rows, roster: session.roster)
      let number = tree.tip.number
      let row = try reader.take(try rows.row(.log, number.key), number: number)
      return (tree.link, tree.tip, row.content)
    }
  }

  private func put(_ tip: Tip) {
    vault.store.rows[RowPlace(.tip, Tip.key)] =
      session.standing.seal(tip.encoded(), namespace: .tip, key: Tip.key).bytes
  }

  /// Stores a link, signed by the member and sealed with the house key, and a tip that names it.
  private func put(
    number: UInt64, previous: Digest, time: UInt64 = SampleVault.now, content: SealedBytes? = nil,
    epoch: UInt64 = 1
  ) {
    let vaultID = session.roster.end.vault
    let sealedContent = content ?? lastContent
    let link = Link(
      number: number, previous: previous, time: time, actor: last.actor,
      rosterNumber: last.rosterNumber, rosterHash: last.rosterHash, headHash: last.headHash,
      contentHash: Digest(.content, vault: vaultID, data: sealedContent.bytes))
    let signed = SignedLink(signing: link, in: vaultID, with: session.standing.memberKeys.signing)
    let row = LogReader.Row(
      epoch: epoch,
      link: session.standing.seal(signed.encoded, namespace: .link, key: number.key),
      content: sealedContent)
    vault.store.rows[RowPlace(.log, number.key)] = row.sealed.bytes
    put(Tip(number: number, hash: row.hash(in: vaultID)))
  }

  private func content(_ number: UInt64, _ bytes: [UInt8]) throws -> SealedBytes {
    try session.roster.end.auditKey.seal(
      payload: bytes,
      box: BoxPlace(
        purpose: .content, vault: session.roster.end.vault.bytes,
        recipient: LogContent.recipient, number: number))
  }

  private func shown(_ number: UInt64) throws -> SealedBytes {
    try content(number, LogContent(.show, reason: .none).encoded())
  }

  @Test func `a link written by hand counts if all of it is true`() throws {
    let number = tip.number + 1
    put(number: number, previous: tip.hash, content: try shown(number))
    #expect(try session.damage().isEmpty)
    #expect(try session.findAll().hits.count == 3)
  }

  @Test(arguments: [0, 1, UInt64.max])
  func `the time of a link may be any`(time: UInt64) throws {
    let number = tip.number + 1
    put(number: number, previous: tip.hash, time: time, content: try shown(number))
    #expect(try session.damage().isEmpty)
  }

  @Test(arguments: [0, Tip.numberLimit + 1, UInt64(Int.max), UInt64(Int.max) + 1, UInt64.max])
  func `a number that no log reaches is refused by reader and check`(number: UInt64) throws {
    put(number: number, previous: tip.hash, content: try shown(number))
    let refused = VaultError.damage(.tip, Tip.key, .format(.badValue))
    #expect(throws: refused) { try session.findAll() }
    #expect(throws: refused) { try session.damage() }
    #expect(throws: refused) { try session.status(now: SampleVault.now) }
  }

  @Test func `a gap of a trillion links is counted, not walked`() throws {
    put(
      number: Tip.numberLimit, previous: tip.hash, content: try shown(Tip.numberLimit))
    let report = try session.verify { _, _ in }
    #expect(report.damage.count == VerificationReport.damageLimit)
    #expect(
      report.damage.first
        == Damage(
          namespace: "log", key: (tip.number + 1).key, problem: .missing))
    let missing = Int(Tip.numberLimit - tip.number) - 1
    #expect(report.damageBeyond == missing - VerificationReport.damageLimit)
    #expect(report.links == tip.number + 1)
  }

  @Test func `a tip beyond the last link is named by the link that is missing`() throws {
    for number in [tip.number + 1, Tip.numberLimit] {
      vault.store.rows = sound
      put(Tip(number: number, hash: tip.hash))
      #expect(throws: VaultError.damage(.log, number.key, .missing)) { try session.findAll() }
    }
  }

  @Test func `a tip before the last link, or with another hash, is refused`() throws {
    put(Tip(number: tip.number - 1, hash: last.previous))
    #expect(throws: VaultError.damage(.log, tip.number.key, .additional)) {
      try session.findAll()
    }
    put(Tip(number: tip.number, hash: last.previous))
    #expect(throws: VaultError.damage(.log, tip.number.key, .hash)) { try session.findAll() }
  }

  @Test func `a past that another link continues is found by the check`() throws {
    put(number: tip.number, previous: .zeros)
    #expect(try session.findAll().hits.count == 3, "a read looks at the end alone")
    vault.store.rows = sound
    put(number: tip.number, previous: .zeros)
    #expect(
      try session.damage() == [Damage(namespace: "log", key: tip.number.key, problem: .hash)])
  }

  @Test func `another epoch beside the link is refused`() throws {
    let number = tip.number + 1
    for epoch in [0, 2, UInt64.max] {
      vault.store.rows = sound
      put(number: number, previous: tip.hash, content: try shown(number), epoch: epoch)
      #expect(throws: VaultError.damage(.log, number.key, .number)) { try session.findAll() }
    }
  }

  @Test func `a link under another's number, or another use of the house key, does not open`()
    throws
  {
    let number = tip.number + 1
    let signed = SignedLink(
      signing: last, in: session.roster.end.vault, with: session.standing.memberKeys.signing)
    let fits = session.standing.seal(signed.encoded, namespace: .link, key: number.key)
    let head = session.standing.seal(signed.encoded, namespace: .head, key: number.key)
    let short = session.standing.seal(
      Array(signed.encoded.dropLast()), namespace: .link, key: number.key)
    let long = session.standing.seal(signed.encoded + [0], namespace: .link, key: number.key)
    for (sealed, problem) in [
      (fits, Damage.Problem.number), (head, .seal), (short, .format(.truncated)),
      (long, .format(.trailingBytes)),
    ] {
      let row = LogReader.Row(epoch: 1, link: sealed, content: lastContent)
      vault.store.rows = sound
      vault.store.rows[RowPlace(.log, number.key)] = row.sealed.bytes
      put(Tip(number: number, hash: row.hash(in: session.roster.end.vault)))
      #expect(throws: VaultError.damage(.log, number.key, problem)) { try session.findAll() }
    }
  }

  @Test func `contents that say nothing true are found by whoever can read them`() throws {
    let number = tip.number + 1
    let true1 = LogContent(.show, reason: .none).encoded()
    var action = true1
    action[5] = 99
    var version = true1
    version[4] = 2
    for (sealed, problem) in [
      (lastContent, Damage.Problem.seal), (try content(number, action), .format(.badValue)),
      (try content(number, version), .format(.badValue)),
      (try content(number, true1 + [0]), .format(.badLength)),
      (try content(number, Array(true1.dropLast())), .format(.badLength)),
      (try content(number + 1, true1), .seal), (SealedBytes(untrusted: []), .seal),
    ] {
      vault.store.rows = sound
      put(number: number, previous: tip.hash, content: sealed)
      #expect(
        try session.damage() == [Damage(namespace: "log", key: number.key, problem: problem)])
    }
  }
}
