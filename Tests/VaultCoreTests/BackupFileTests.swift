import AgeFormat
import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// A backup's header, whole and forged: nothing of it is authentic before a key opens it.
@Suite struct BackupFileTests {
  private let house: House
  private let roster: VerifiedRoster

  init() throws {
    house = try House()
    roster = try Vault(in: house.store).roster
  }

  // MARK: Who can open it

  @Test(arguments: [House.supervisor, House.second])
  func `each supervisor's passphrase opens it, and its bytes come out as they went in`(
    name: String
  ) throws {
    let bytes = try sealed(try stanzas())
    let file = try opened(bytes)
    #expect(file.made == House.now)
    let keys = try file.keys(with: try phrase(name), within: SampleVault.budget)
    #expect(keys.version == roster.end.number)
    #expect(keys.member?.id == (try house.session(name)).memberID)
    var plain: [UInt8] = []
    let hash = try file.decrypt(with: keys) { plain += $0.copy(0..<$0.byteCount) }
    #expect(plain == Self.content)
    var hashing = BackupHash()
    unsafe hashing.update(bytes.span.bytes)
    #expect(hash == hashing.finish())
  }

  @Test(arguments: [House.caseworker, House.auditor, "nobody at all"])
  func `no one else's passphrase does`(name: String) throws {
    let file = try opened(try sealed(try stanzas()))
    let phrase = try phrase(name)
    #expect(throws: VaultError.wrongPassphrase) {
      _ = try file.keys(with: phrase, within: SampleVault.budget)
    }
  }

  @Test func `the sheet's key opens it, and another sheet's does not`() throws {
    let mine = RecoveryIdentity()
    let other = RecoveryIdentity()
    let bytes = try sealed(try stanzas(), to: [mine.agePublicKey])
    let keys = try opened(bytes).keys(with: mine)
    #expect(keys.member == nil)
    let file = try opened(bytes)
    #expect(throws: VaultError.backup(.otherSheet)) { _ = try file.keys(with: other) }
  }

  @Test func `a file made by hand is opened by the sheet alone`() throws {
    let sheet = RecoveryIdentity()
    let file = try opened(try sealed([], to: [sheet.agePublicKey]))
    #expect(file.made == nil)
    let phrase = try phrase(House.supervisor)
    #expect(throws: VaultError.backup(.noPassphrase)) {
      _ = try file.keys(with: phrase, within: SampleVault.budget)
    }
    let keys = try file.keys(with: sheet)
    #expect(keys.version == nil)
  }

  // MARK: Costs

  @Test func `a cost that this machine cannot bear keeps nobody else out`() throws {
    var wraps = try wraps()
    wraps.insert(try MemberWrap(untrusted: SealedBytes(untrusted: dear(wraps[0], 1024))), at: 0)
    let file = try opened(try sealed(stanzas(wraps)))
    let small = Vault.MemoryBudget(machineMiB: 256, beyondMachine: .refuse)
    let keys = try file.keys(with: try phrase(House.second), within: small)
    #expect(keys.member != nil)
    let nobody = try phrase("nobody at all")
    #expect(
      throws: VaultError.crypto(.costBeyondMachine(memoryMiB: 1024, machineMiB: 256))
    ) { _ = try file.keys(with: nobody, within: small) }
  }

  @Test(arguments: [1025, 4_000_000_000, 63, 0])
  func `a hostile cost is refused before any memory is taken`(memoryMiB: Int) throws {
    let body = dear(try wraps()[0], memoryMiB)
    let bytes = try sealed([AgeStanza(type: Self.supervisor, body: body)])
    #expect(throws: VaultError.backup(.altered)) { _ = try opened(bytes) }
  }

  // MARK: Forged headers

  @Test func `a later form is told from damage`() throws {
    let bytes = try sealed([AgeStanza(type: Self.about, arguments: ["2", "x"], body: [])])
    #expect(throws: VaultError.backup(.newerForm)) { _ = try opened(bytes) }
  }

  @Test(arguments: [
    ["1"], ["1", "1790000000"], ["1", "x", "1"], ["1", "1790000000", "-1"],
    ["1", "1790000000", "1", "1"], ["1", "18446744073709551616", "1"],
  ])
  func `what it says of itself is two numbers`(arguments: [String]) throws {
    let bytes = try sealed([AgeStanza(type: Self.about, arguments: arguments, body: [])])
    #expect(throws: VaultError.backup(.altered)) { _ = try opened(bytes) }
  }

  @Test func `there are no more wraps than are tried`() throws {
    let wrap = try wraps()[0]
    let one = AgeStanza(type: Self.supervisor, body: wrap.sealed.bytes)
    _ = try opened(try sealed([AgeStanza](repeating: one, count: 32)))
    let bytes = try sealed([AgeStanza](repeating: one, count: 33))
    #expect(throws: VaultError.backup(.altered)) { _ = try opened(bytes) }
  }

  @Test func `what is no supervisor's wrap is refused`() throws {
    let wrap = try wraps()[0].sealed.bytes
    let recovery = try #require(try row(of: roster.recovery).wrap)
    for stanza in [
      AgeStanza(type: Self.supervisor, body: []),
      AgeStanza(type: Self.supervisor, body: Array(wrap.dropLast(200))),
      AgeStanza(type: Self.supervisor, body: recovery.sealed.bytes),
      AgeStanza(type: Self.supervisor, arguments: ["x"], body: wrap),
    ] {
      let bytes = try sealed([stanza])
      #expect(throws: VaultError.backup(.altered)) { _ = try opened(bytes) }
    }
  }

  @Test func `a wrap that is altered opens nothing`() throws {
    let wrap = try wraps()[0].sealed.bytes
    // Vault id, public keys, salt and the sealed root; a cost is tried above.
    for position in [4, 60, 100, wrap.count - 100, wrap.count - 1] {
      var body = wrap
      body[position] ^= 1
      let phrase = try phrase(House.supervisor)
      #expect(throws: VaultError.self, "byte \(position)") {
        _ = try opened(try sealed([AgeStanza(type: Self.supervisor, body: body)]))
          .keys(with: phrase, within: SampleVault.budget)
      }
    }
  }

  // MARK: What is inside

  @Test func `a header of another version than the vault inside is refused`() throws {
    let vault = try Vault(in: house.store)
    let about = BackupStanzas.About(made: House.now, version: roster.end.number + 1)
    let file = try opened(try sealed(BackupStanzas.made(about, wraps: try wraps())))
    let keys = try file.keys(with: try phrase(House.supervisor), within: SampleVault.budget)
    #expect(throws: VaultError.backup(.altered)) { _ = try vault.session(with: keys) }
  }

  @Test func `another vault inside is refused`() throws {
    let file = try opened(try sealed(try stanzas()))
    let keys = try file.keys(with: try phrase(House.supervisor), within: SampleVault.budget)
    _ = try Vault(in: house.store).session(with: keys)
    let other = try Vault(in: try SampleVault.another().store)
    #expect(throws: VaultError.self) { _ = try other.session(with: keys) }
  }

  @Test func `who was no supervisor any more when it was made is refused`() throws {
    let wraps = try wraps()
    let ana = try house.session(House.supervisor)
    _ = try ana.remove(
      try MemberName(House.second), sheet: .proven(RecoveryIdentity()), House.order)
    let later = try Vault(in: house.store)
    let about = BackupStanzas.About(made: House.now, version: later.roster.end.number)
    let file = try opened(try sealed(BackupStanzas.made(about, wraps: wraps)))
    let keys = try file.keys(with: try phrase(House.second), within: SampleVault.budget)
    #expect(throws: VaultError.unknownMember) { _ = try later.session(with: keys) }
  }
}

// MARK: Making

extension BackupFileTests {
  private static let about = "uidvault.invalid/backup"
  private static let supervisor = "uidvault.invalid/supervisor"
  /// More than one chunk of an age file.
  private static let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 251) }

  private func row(of member: RosterMember) throws -> MemberRow {
    let stored = try #require(house.store.rows[RowPlace(.member, member.id.bytes)])
    return try MemberRow(untrusted: SealedBytes(untrusted: stored))
  }

  /// The supervisors' wraps.
  private func wraps() throws -> [MemberWrap] {
    try roster.end.members.filter(\.isSupervisor).map { try #require(try row(of: $0).wrap) }
  }

  private func stanzas(_ wraps: [MemberWrap]? = nil) throws -> [AgeStanza] {
    BackupStanzas.made(
      BackupStanzas.About(made: House.now, version: roster.end.number),
      wraps: try wraps ?? self.wraps())
  }

  /// A backup of `content`, to the supervisors' age keys or others.
  private func sealed(
    _ stanzas: [AgeStanza], to recipients: [AgePublicKey]? = nil
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let supervisors = roster.end.members.filter(\.isSupervisor).compactMap { $0.keys?.age }
    var writer = try AgeWriter<any Error>(
      recipients: recipients ?? supervisors, stanzas: stanzas
    ) { bytes += $0.copy(0..<$0.byteCount) }
    try unsafe writer.append(Self.content.span.bytes)
    try writer.finish()
    return bytes
  }

  private func opened(_ bytes: [UInt8]) throws -> BackupFile {
    var rest = bytes[...]
    return try BackupFile {
      guard !rest.isEmpty else { return nil }
      let piece = rest.prefix(1000)
      rest = rest.dropFirst(1000)
      return Array(piece)
    }
  }

  private func phrase(_ name: String) throws -> Passphrase {
    try SampleVault.passphrase(House.phrase(name))
  }

  /// A wrap's bytes with another memory cost in its header.
  private func dear(_ wrap: MemberWrap, _ memoryMiB: Int) -> [UInt8] {
    var bytes = wrap.sealed.bytes
    // Behind suite, kind, vault id, member id, three public keys and the passes.
    let offset = 1 + 1 + 16 + 8 + 96 + 1
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: memoryMiB >> (24 - 8 * index))
    }
    return bytes
  }
}
