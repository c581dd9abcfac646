import VaultCrypto
import VaultStore

@testable import VaultCore

/// A vault in memory with three clients and a short log, and the ways in which tests enter it.
struct SampleVault {
  let store: MemoryStore

  static let now: UInt64 = 1_790_000_000  // 21 September 2026
  static let member = "Ana Reyes"
  static let phrase = "seven quiet herons wade"
  static let organization = "Bridge House"
  static let budget = Vault.MemoryBudget(machineMiB: 4096, beyondMachine: .refuse)

  /// Founded once, as each founding costs a stretching; tests alter copies.
  private static let founded = Result { try foundRows() }

  init() throws {
    store = MemoryStore(try Self.founded.get())
  }

  init(_ rows: MemoryStore.Rows) {
    store = MemoryStore(rows)
  }

  static func passphrase(_ text: String = phrase) throws -> Passphrase {
    try Passphrase(existing: SecretBytes(copying: Array(text.utf8)))
  }

  /// Another vault with the same names and the same passphrase.
  static func another() throws -> SampleVault { SampleVault(try foundRows()) }

  private static func foundRows() throws -> MemoryStore.Rows {
    let store = MemoryStore()
    let founding = try Founding(
      organization: organization, founder: try MemberName(member), now: now)
    try founding.found(passphrase: try passphrase(), cost: .floor) { (rows) throws(VaultError) in
      try store.write { (writing) throws(VaultError) in try rows(writing) }
    }
    let vault = SampleVault(store.rows)
    let session = try vault.session()
    for (given, surname, uid) in [
      ("Marisol", "Quintero", "618340275"), ("Marcus", "Ode", "5D6B20C18"),
      ("Mabel", "Thorne", "94E0D7A36"),
    ] {
      _ = try session.add(
        try input(given, surname, uid: uid), duplicates: .ask, reason: nil, now: now)
    }
    return vault.store.rows
  }

  static func input(
    _ given: String, _ surname: String, uid: String?, birthDate: String? = nil
  ) throws -> ClientInput {
    let rules = ClientInput.Rules(
      policy: Policy(organization: organization), today: Today(secondsSince1970: now))
    var input = ClientInput()
    try input.set(.given, to: given, under: rules)
    try input.set(.surname, to: surname, under: rules)
    if let uid { try input.set(.uid, to: uid, under: rules) }
    if let birthDate { try input.set(.birthDate, to: birthDate, under: rules) }
    return input
  }

  /// Opens the vault as a newly started program does.
  func session(_ phrase: String = phrase) throws -> Session {
    let vault = try Vault(in: store)
    return try vault.unlock(
      as: try vault.person(named: try MemberName(Self.member)),
      with: try Self.passphrase(phrase), within: Self.budget)
  }
}

extension Session {
  /// Finds all three clients of a sample vault, and so depends on every row of theirs.
  ///
  /// - Throws: The damage of a record, too, for which the others are shown.
  func findAll() throws -> SearchAnswer {
    let answer = try findReadable()
    if let damage = answer.damage.first { throw VaultError.damaged(damage) }
    return answer
  }

  /// The same, with what is damaged beside what could be read.
  func findReadable() throws -> SearchAnswer {
    try find(
      try Query("ma", today: Today(secondsSince1970: SampleVault.now)), limit: 20, reason: nil,
      now: SampleVault.now)
  }

  /// What `verify` finds, without progress.
  func damage() throws -> [Damage] {
    try verify { _, _ in }.damage
  }
}
