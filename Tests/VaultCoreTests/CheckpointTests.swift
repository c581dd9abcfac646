import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A checkpoint that lies outside of the vault convicts a log that was cut or branched.
struct CheckpointTests {
  private let scene: AuditScene
  private let ana: Session
  private let cleo: Session
  private let checkpoint: Checkpoint

  init() throws {
    scene = try AuditScene()
    ana = try scene.house.session(House.supervisor)
    cleo = try scene.house.session(House.auditor)
    checkpoint = try ana.checkpoint(now: House.now + 60)
  }

  private func verdict(_ checkpoint: Checkpoint, by session: Session? = nil) throws
    -> CheckpointVerdict?
  {
    try (session ?? cleo).verifyLog(against: checkpoint).checkpoint
  }

  @Test func `it reads back from its text, however the lines were broken`() throws {
    let text = checkpoint.lines.joined(separator: "\n")
    #expect(try Checkpoint(untrusted: text) == checkpoint)
    let mailed = "\r\n" + checkpoint.lines.joined(separator: "  \r\n ") + "\r\n\r\n"
    #expect(try Checkpoint(untrusted: mailed) == checkpoint)
    #expect(checkpoint.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `it names no client and no member`() throws {
    let text = checkpoint.lines.joined(separator: "\n")
    for name in [House.supervisor, House.second, House.caseworker, House.auditor] {
      for part in name.split(separator: " ") { #expect(!text.contains(part)) }
    }
    #expect(!text.contains(SampleVault.organization))
    #expect(!text.contains("@"))
    #expect(scene.house.store.rows == scene.sound, "nothing is recorded")
  }

  @Test func `a text that is cut, has more, or other words is no checkpoint`() throws {
    let lines = checkpoint.lines
    let texts =
      lines.indices.map { index in
        var rest = lines
        rest.remove(at: index)
        return rest.joined(separator: "\n")
      } + [
        lines.joined(separator: "\n") + "\nmore", "",
        lines.joined(separator: "\n").replacing("link 12", with: "link -1"),
      ]
    for text in texts {
      #expect(throws: CheckpointProblem.notACheckpoint) { try Checkpoint(untrusted: text) }
    }
    #expect(throws: CheckpointProblem.unknownVersion) {
      try Checkpoint(
        untrusted: lines.joined(separator: "\n").replacing("checkpoint 1", with: "checkpoint 2"))
    }
  }

  @Test func `the log that goes on contains it, after a rotation and its signer's removal too`()
    throws
  {
    #expect(try verdict(checkpoint) == .contained)
    _ = try ana.findAll()
    #expect(try verdict(checkpoint) == .contained)
    let dora = try scene.house.session(House.second)
    _ = try dora.remove(
      try MemberName(House.supervisor), sheet: .proven(RecoveryIdentity()), House.order)
    #expect(dora.roster.end.epoch == 3)
    let found = try dora.verifyLog(against: checkpoint)
    #expect(found.checkpoint == .contained)
    #expect(found.signer == House.supervisor)
    #expect(found.isSound)
  }

  @Test func `a log that was cut, or an older copy, ends before it`() throws {
    _ = try ana.findAll()
    let later = try ana.checkpoint(now: House.now)
    scene.house.store.rows = scene.sound
    let found = try cleo.verifyLog(against: later)
    #expect(found.checkpoint == .cut(last: 12))
    #expect(found.damage == nil, "by itself it is sound")
    #expect(!found.isSound)
  }

  @Test func `a branch has another entry in its place`() throws {
    _ = try ana.findAll()
    let mine = try ana.checkpoint(now: House.now)
    scene.house.store.rows = scene.sound
    let ben = try scene.house.session(House.caseworker)
    _ = try ben.findAll()
    #expect(try verdict(mine) == .otherLink)
    _ = try ben.findAll()
    #expect(try verdict(mine) == .otherLink)
  }

  @Test func `a branch of the list of members is told from one of the log`() throws {
    _ = try ana.rotate(House.order) { _, _ in }
    let mine = try ana.checkpoint(now: House.now)
    scene.house.store.rows = scene.sound
    _ = try scene.house.session(House.second).rotate(House.order) { _, _ in }
    #expect(try verdict(mine, by: try scene.house.session(House.auditor)) == .otherMembers)
  }

  @Test func `one that was altered anywhere is not signed`() throws {
    let text = checkpoint.lines.joined(separator: "\n")
    var altered = try [("link 12", "link 11"), ("time 2026", "time 2025")].map {
      try Checkpoint(untrusted: text.replacing($0.0, with: $0.1))
    }
    var other = checkpoint
    other.signature = Signature(stored: [UInt8](repeating: 7, count: Signature.count))
    altered.append(other)
    for checkpoint in altered { #expect(try verdict(checkpoint) == .unsigned) }
  }

  @Test func `one by somebody who was no member then is not signed`() throws {
    let forged = Checkpoint(
      vault: checkpoint.vault, words: checkpoint.words, number: checkpoint.number,
      hash: checkpoint.hash, rosterNumber: 1, rosterHash: try hash(ofVersion: 1),
      time: checkpoint.time, signer: cleo.memberID, signature: checkpoint.signature)
    var signed = forged
    signed.signature = cleo.standing.memberKeys.signing.sign(
      purpose: .checkpoint, vault: forged.vault.bytes, data: forged.signedPart)
    #expect(try verdict(signed) == .unsigned)
  }

  @Test func `a link's signature is none of a checkpoint`() throws {
    var forged = checkpoint
    forged.signature = ana.standing.memberKeys.signing.sign(
      purpose: .link, vault: forged.vault.bytes, data: forged.signedPart)
    #expect(try verdict(forged) == .unsigned)
  }

  @Test func `another vault's is told`() throws {
    let other = try SampleVault.another().session().checkpoint(now: House.now)
    #expect(try verdict(other) == .otherVault)
  }

  private func hash(ofVersion number: UInt64) throws -> Digest {
    let row = try #require(scene.sound[RowPlace(.roster, number.key)])
    return Digest(.rosterVersion, vault: checkpoint.vault, data: row)
  }
}
