import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// Somebody who forges the list of members: with no key, with a key of their own, or with the
/// founder's own hand. All of it is refused before a passphrase is stretched.
@Suite struct RosterTests {
  private let vault: SampleVault
  private let session: Session

  init() throws {
    vault = try SampleVault()
    session = try vault.session()
  }

  private var end: RosterVersion { session.roster.end }

  /// Stores bytes as version 1, signed by the founder, and opens the vault.
  private func open(_ body: [UInt8]) throws {
    let signed = session.standing.memberKeys.signing.signed(
      purpose: .roster, vault: end.vault.bytes, body: body)
    try open(stored: signed.bytes)
  }

  private func open(stored: [UInt8]) throws {
    var rows = vault.store.rows
    rows[RowPlace(.roster, UInt64(1).key)] = stored
    _ = try Vault(in: MemoryStore(rows))
  }

  /// Version 1 with some of its state changed.
  private func version(
    generation: UInt64 = 1, number: UInt64 = 1, epoch: UInt64 = 1, firstLink: UInt64 = 1,
    rotationOwed: Bool = false, members: [RosterMember]? = nil, signer: MemberID? = nil
  ) -> RosterVersion {
    RosterVersion(
      vault: end.vault, generation: generation, number: number, previous: .zeros, epoch: epoch,
      identityCommitment: end.identityCommitment, houseCommitment: end.houseCommitment,
      previousHouse: nil, auditNumber: 1, auditKey: end.auditKey, policyHash: end.policyHash,
      firstLink: firstLink, rotationOwed: rotationOwed, members: members ?? end.members,
      signer: signer ?? end.signer)
  }

  private func expect(_ problem: RosterProblem, _ version: RosterVersion) {
    #expect(throws: VaultError.roster(problem)) { try open(version.signedPart) }
  }

  @Test func `the founder's own version opens again when it is signed again`() throws {
    try open(end.signedPart)
  }

  @Test func `a state that no new vault has is refused even with the founder's signature`() {
    expect(.founding, version(generation: 2))
    expect(.founding, version(epoch: 2))
    expect(.founding, version(firstLink: 2))
    expect(.founding, version(rotationOwed: true))
    expect(.founding, version(members: Array(end.members.prefix(1))))
    expect(.number, version(number: 2))
  }

  @Test func `members out of order or twice are refused`() {
    expect(.format(.badValue), version(members: end.members.reversed()))
    expect(.format(.badValue), version(members: end.members + [end.members[1]]))
  }

  @Test func `a signer who is not the founder is refused`() throws {
    let recovery = try #require(end.members.first { $0.kind == .recovery })
    expect(.signer, version(signer: recovery.id))
  }

  @Test func `a signature by another key is refused`() throws {
    let stranger = MemberKeys(root: RootKey())
    let signed = stranger.signing.signed(
      purpose: .roster, vault: end.vault.bytes, body: end.signedPart)
    #expect(throws: VaultError.roster(.signature)) { try open(stored: signed.bytes) }
  }

  @Test func `a signature for another purpose or vault is refused`() throws {
    let (body, vault) = (end.signedPart, end.vault.bytes)
    for signed in [
      session.standing.memberKeys.signing.signed(purpose: .link, vault: vault, body: body),
      session.standing.memberKeys.signing.signed(
        purpose: .roster, vault: VaultID.random().bytes, body: body),
    ] {
      #expect(throws: VaultError.roster(.signature)) { try open(stored: signed.bytes) }
    }
  }

  @Test func `a vault forged whole by a stranger is refused by the wrap of a true member`() throws {
    let other = try SampleVault.another()
    var rows = other.store.rows
    let mine = try #require(end.members.first { $0.kind == .person })
    rows[RowPlace(.member, mine.id.bytes)] = vault.store.rows[RowPlace(.member, mine.id.bytes)]
    let forged = SampleVault(rows)
    // Their roster names their own row; ours is only a stranger's row to it.
    #expect(try !forged.session().damage().isEmpty)
  }

  @Test(arguments: [(2, 64), (11, 64), (3, 63), (3, 1025), (255, 64), (3, 4_000_000_000)])
  func `a hostile cost is refused when the vault is opened, before any memory is taken`(
    passes: Int, memoryMiB: Int
  ) throws {
    var body = end.signedPart
    let person = try #require(end.members.firstIndex { $0.kind == .person })
    // Behind id, kind, role, standing, since, made by, expires and three keys.
    let entry = body.count - 8 - (end.members.count - person) * 200
    let cost = entry + 8 + 3 + 8 + 8 + 8 + 96
    #expect(body[cost] == 3)
    body[cost] = UInt8(passes)
    for index in 0..<4 {
      body[cost + 1 + index] = UInt8(truncatingIfNeeded: memoryMiB >> (24 - 8 * index))
    }
    do {
      try open(body)
      Issue.record("a hostile cost was accepted")
    } catch VaultError.roster(.cost(let error)) {
      let isTooLow = passes < 3 || memoryMiB < 64
      #expect(
        error
          == (isTooLow
            ? .costTooLow(passes: passes, memoryMiB: memoryMiB)
            : .costTooHigh(passes: passes, memoryMiB: memoryMiB)))
      #expect(VaultError.roster(.cost(error)).damage != nil, "no program has written that")
    }
  }

  @Test func `a cost beyond half of the machine's memory is refused unless its user insists`()
    throws
  {
    let locked = try Vault(in: vault.store)
    let member = try locked.person(named: try MemberName(SampleVault.member))
    #expect(throws: VaultError.crypto(.costBeyondMachine(memoryMiB: 64, machineMiB: 100))) {
      try locked.unlock(
        as: member, with: try SampleVault.passphrase(),
        within: Vault.MemoryBudget(machineMiB: 100, beyondMachine: .refuse))
    }
    _ = try locked.unlock(
      as: member, with: try SampleVault.passphrase(),
      within: Vault.MemoryBudget(machineMiB: 100, beyondMachine: .accept))
  }

  @Test func `an unknown suite is refused and named`() {
    var body = end.signedPart
    body[0] = 2
    #expect(throws: VaultError.roster(.format(.unknownSuite(2)))) { try open(body) }
  }

  @Test func `the first version is not its own successor`() throws {
    var rows = vault.store.rows
    rows[RowPlace(.roster, UInt64(2).key)] = rows[RowPlace(.roster, UInt64(1).key)]
    #expect(throws: VaultError.roster(.number)) { _ = try Vault(in: MemoryStore(rows)) }
  }

  @Test func `a vault without a roster is refused`() {
    let rows = vault.store.rows.filter { $0.key.namespace != .roster }
    #expect(throws: VaultError.roster(.missing)) { _ = try Vault(in: MemoryStore(rows)) }
  }

  @Test func `a version cut at any length is refused and traps nothing`() throws {
    let whole = try #require(vault.store.rows[RowPlace(.roster, UInt64(1).key)])
    for count in 0..<whole.count {
      #expect(throws: RosterProblem.self) {
        try SignedRosterVersion(untrusted: SignedBytes(untrusted: Array(whole.prefix(count))))
      }
    }
  }

  @Test func `a low-order public key is refused`() throws {
    var body = end.signedPart
    let entry = body.count - 8 - end.members.count * 200
    for index in 0..<32 { body[entry + 8 + 3 + 24 + index] = 0 }
    #expect(throws: VaultError.roster(.weakKey)) { try open(body) }
  }

  @Test func `a wrong passphrase and an unknown member are told apart from damage`() throws {
    #expect(throws: VaultError.wrongPassphrase) { try vault.session("seven quiet herons wait") }
    let locked = try Vault(in: vault.store)
    #expect(throws: VaultError.unknownMember) {
      try locked.person(named: try MemberName("Somebody Else"))
    }
    #expect(try locked.person(named: try MemberName("  ana   REYES ")).id == session.member.id)
  }
}
