import Synchronization
import VaultCrypto

@testable import VaultCore

/// An account of a machine: its memory, and how it opens what somebody puts before it.
struct OwnAccount {
  static let path = "/office.uidvault"
  let memory = KeptInMemory()

  /// Opens the vault in a house; nobody is named yet.
  func open(
    _ house: House, accepting words: VersionWords? = nil, path: String = Self.path
  ) throws -> Vault {
    try Vault(
      in: house.store,
      for: Account(memory: memory, path: path, intent: .follow(accepting: words)))
  }

  /// Unlocks as a newly started program does.
  @discardableResult
  func session(
    _ name: String, in house: House, accepting words: VersionWords? = nil, phrase: String? = nil
  ) throws -> Session {
    try unlock(try open(house, accepting: words), as: name, phrase: phrase)
  }

  /// Unlocks as `settle` does, whatever is remembered.
  func settling(_ name: String, in house: House) throws -> Session {
    try unlock(
      try Vault(
        in: house.store, for: Account(memory: memory, path: Self.path, intent: .settle)), as: name)
  }

  private func unlock(_ vault: Vault, as name: String, phrase: String? = nil) throws -> Session {
    try vault.unlock(
      as: try vault.person(named: try MemberName(name)),
      with: try SampleVault.passphrase(phrase ?? House.phrase(name)), within: SampleVault.budget)
  }

  /// Unlocks as a newly started program does, with keys that were stretched for an earlier session.
  func reopen(_ known: Session, in house: House) throws -> Session {
    try house.reopen(known, try open(house))
  }

  /// What the refusal of a problem looks like in this account.
  func refusal(_ problem: FreshnessProblem) -> VaultError {
    .freshness(problem, memory: KeptInMemory.place)
  }
}

/// An account's memory without files.
final class KeptInMemory: AccountMemory {
  static let place = "memory"
  private let stored = Mutex<[VaultID: [UInt8]]>([:])
  private let backups = Mutex<[VaultID: [UInt8]]>([:])
  private let writable = Mutex(true)

  var kept: [VaultID: [UInt8]] {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }

  func makeReadOnly() { writable.withLock { $0 = false } }

  func recall(_ vault: VaultID, _ kind: MemoryKind) throws(MemoryProblem) -> [UInt8]? {
    kind == .seen ? kept[vault] : backups.withLock { $0[vault] }
  }
  func known() throws(MemoryProblem) -> [VaultID] { Array(kept.keys) }
  func place(of vault: VaultID, _ kind: MemoryKind) -> String { Self.place }

  func keep(_ vault: VaultID, _ kind: MemoryKind, _ next: ([UInt8]?) -> [UInt8]?) {
    guard writable.withLock({ $0 }) else { return }
    switch kind {
    case .seen: if let bytes = next(kept[vault]) { kept[vault] = bytes }
    case .backups:
      backups.withLock { stored in
        if let bytes = next(stored[vault]) { stored[vault] = bytes }
      }
    }
  }

  /// What is kept of the only vault.
  func seen() throws -> SeenVault? {
    guard let (vault, bytes) = kept.first else { return nil }
    return try SeenVault(bytes, of: vault)
  }
}
