import Testing
import VaultCrypto
import VaultStore

@testable import VaultCore

/// What an account keeps: written after the commit, only forwards, and read only if it is whole.
struct AccountMemoryTests {
  private let house: House
  private let account = OwnAccount()

  init() throws { house = try House() }

  private func seen() throws -> SeenVault { try #require(try account.memory.seen()) }

  @Test func `what is kept is read as it was`() throws {
    _ = try account.session(House.caseworker, in: house).findAll()
    let seen = try seen()
    let vault = seen.vault
    #expect(try SeenVault(seen.encoded(), of: vault).encoded() == seen.encoded())
    #expect(seen.path == OwnAccount.path)
    #expect(seen.pins.count == 1)
    let bytes = seen.encoded()
    for text in [House.caseworker, House.supervisor, SampleVault.organization, "Marisol"] {
      #expect(!bytes.contains(Array(text.utf8)), "nobody is named")
    }
  }

  @Test func `every byte counts, and every length`() throws {
    try account.session(House.caseworker, in: house)
    let whole = try seen().encoded()
    let vault = try seen().vault
    for place in whole.indices {
      var altered = whole
      altered[place] ^= 1 << (place % 8)
      #expect(throws: FormatProblem.self) { try SeenVault(altered, of: vault) }
    }
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: FormatProblem.self) { try SeenVault(Array(whole.prefix(count)), of: vault) }
    }
    #expect(throws: FormatProblem.self) { try SeenVault(whole + [0], of: vault) }
  }

  @Test func `bytes by chance, and honest ones with a run replaced, are refused and trap nothing`()
    throws
  {
    try account.session(House.caseworker, in: house)
    let whole = try seen().encoded()
    let vault = try seen().vault
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      var bytes = whole
      let start = Int.random(in: 0..<bytes.count, using: &numbers)
      let end = min(bytes.count, start + Int.random(in: 1...16, using: &numbers))
      for place in start..<end { bytes[place] = UInt8.random(in: .min ... .max, using: &numbers) }
      if bytes == whole { continue }
      // Sealed with a true hash, so that the reading behind it is what is tried.
      let body = Array(bytes.dropLast(Digest.count))
      let hashed = body + Digest(.seen, vault: vault, data: body).bytes
      do {
        let read = try SeenVault(hashed, of: vault)
        #expect(read.encoded() == hashed, "what is read is all that is there")
      } catch {
        // Refused for what it says, as it must be in most cases.
      }
      #expect(throws: FormatProblem.self) { try SeenVault(bytes, of: vault) }
    }
  }

  // Somebody with the account's state folder cuts, alters or exchanges the file.
  @Test func `a memory that is altered, cut short or another vault's is refused with its path`()
    throws
  {
    try account.session(House.caseworker, in: house)
    let vault = try seen().vault
    let whole = try seen().encoded()
    let other = OwnAccount()
    try other.session(House.supervisor, in: House(try SampleVault.another().store.rows))
    let foreign = try #require(other.memory.kept.values.first)
    var altered = whole
    altered[40] ^= 1
    for bytes in [altered, Array(whole.dropLast()), [], foreign] {
      account.memory.kept[vault] = bytes
      #expect(throws: VaultError.memory(.damaged(at: KeptInMemory.place))) {
        try account.open(house)
      }
    }
    // Without it the account visits for the first time.
    account.memory.kept[vault] = nil
    #expect(try account.open(house).visit == .first)
  }

  @Test func `a damaged memory of another vault stops nobody`() throws {
    account.memory.kept[VaultID(bytes: [UInt8](repeating: 7, count: 16))] = [1, 2, 3]
    #expect(try account.open(house).visit == .first)
  }

  @Test func `a memory that cannot be written stops nobody and stays as it is`() throws {
    try account.session(House.caseworker, in: house)
    let before = account.memory.kept
    account.memory.makeReadOnly()
    #expect(try account.session(House.caseworker, in: house).findAll().hits.count == 3)
    #expect(account.memory.kept == before)
    // What it holds still counts.
    _ = try account.session(House.caseworker, in: house).findAll()
  }

  @Test func `it moves after a commit, not before, and never for a wrong passphrase`() throws {
    #expect(throws: VaultError.wrongPassphrase) {
      try account.session(House.caseworker, in: house, phrase: "not these words at all")
    }
    #expect(account.memory.kept.isEmpty)
    let ben = try account.session(House.caseworker, in: house)
    let before = try seen().link.number
    #expect(throws: VaultError.self) {
      try ben.change { (change) throws(VaultError) in
        try change.append(LogContent(.show, reason: .none), at: House.now)
        throw .notPermitted
      }
    }
    #expect(try seen().link.number == before)
    _ = try ben.findAll()
    #expect(try seen().link.number == before + 1)
  }

  @Test func `of two processes the one that has seen less does not set it back`() throws {
    let slow = try account.session(House.supervisor, in: house)
    let (roster, tip) = try slow.look { (_, tree) throws(VaultError) in
      (tree.standing.roster, tree.tip)
    }
    let quick = try account.session(House.supervisor, in: house)
    _ = try quick.findAll()
    _ = try quick.rotate(House.order) { _, _ in }
    let before = account.memory.kept
    slow.vault.freshness?.keep(roster, tip)
    #expect(account.memory.kept == before)
    // Nor does one that went another way.
    let fork = House(house.store.rows)
    let other = OwnAccount()
    other.memory.kept = before
    let astray = try other.session(House.supervisor, in: fork)
    for _ in 1...2 { _ = try astray.rotate(House.order) { _, _ in } }
    _ = try quick.rotate(House.order) { _, _ in }
    let kept = account.memory.kept
    other.memory.kept = kept
    astray.vault.freshness?.keep(astray.roster, tip)
    #expect(other.memory.kept == kept)
  }

  @Test func `with a memory, unlocking reads no version before the remembered one`() throws {
    try account.session(House.caseworker, in: house)
    let versions = house.store.rows.keys.filter { $0.namespace == .roster }.sorted()
    for place in versions.dropLast() { house.store.rows[place] = nil }
    #expect(try account.session(House.caseworker, in: house).findAll().hits.count == 3)
    #expect(throws: VaultError.roster(.number)) { try Vault(in: house.store) }
    // A pin that this account has not found yet is looked for, back along the hashes.
    let before = versions[versions.count - 2].key
    #expect(throws: VaultError.damage(.roster, before, .missing)) {
      try account.session(House.second, in: house)
    }
    #expect(throws: VaultError.roster(.number)) {
      try account.session(House.caseworker, in: house).damage()
    }
  }

  @Test func `older versions are read back by their hashes, and others refused`() throws {
    try account.session(House.caseworker, in: house)
    let dora = try account.session(House.second, in: house)
    #expect(dora.roster.version(1) == nil)
    try house.store.read { (reading) throws(VaultError) in
      try dora.roster.reach(number: 1, in: Rows(reading: reading))
    }
    #expect(dora.roster.version(1)?.number == 1)
    #expect(try dora.damage().isEmpty)
    let place = RowPlace(.roster, (dora.roster.end.number - 1).key)
    house.store.rows[place]?[60] ^= 1
    #expect(throws: VaultError.damage(.roster, place.key, .hash)) {
      try account.session(House.auditor, in: house)
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { Array(self[$0..<($0 + part.count)]) == part }
  }
}
