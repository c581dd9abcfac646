/// Where an account of a machine keeps what it has seen of vaults, each under the vault's id.
///
/// What it keeps are bytes of docs/FORMAT.md section 12; they are made and read in VaultCore alone.
package protocol AccountMemory: Sendable {
  /// What is kept of a vault; nil if nothing is.
  ///
  /// - Throws: `.unreadable`.
  func recall(_ vault: VaultID, _ kind: MemoryKind) throws(MemoryProblem) -> [UInt8]?

  /// The vaults that were seen.
  ///
  /// - Throws: `.unreadable`.
  func known() throws(MemoryProblem) -> [VaultID]

  /// Lets `next` make new bytes of those that are kept, while no other process can.
  ///
  /// By now the vault has changed: whoever cannot keep the bytes tells the person, and goes on.
  ///
  /// - Parameters:
  ///   - vault: The vault.
  ///   - kind: What of it.
  ///   - next: Given what is kept; gives what is to be kept, or nil to leave it as it is.
  func keep(_ vault: VaultID, _ kind: MemoryKind, _ next: ([UInt8]?) -> [UInt8]?)

  /// The path of what is kept, for a person who must remove it.
  func place(of vault: VaultID, _ kind: MemoryKind) -> String
}

/// What an account keeps of a vault.
package enum MemoryKind: Sendable, CaseIterable {
  /// How far it has seen it: docs/FORMAT.md section 12.
  case seen
  /// Which backups it has made: docs/FORMAT.md section 13.3.
  case backups
}

/// Why what an account keeps cannot be used.
package enum MemoryProblem: Error, Equatable, Sendable {
  /// It is not what this program keeps, or it is of another vault; at that path.
  case damaged(at: String)
  /// It cannot be read; at that path.
  case unreadable(at: String)
}

/// The account that opens a vault: what it remembers, and what its person says to that.
package struct Account: Sendable {
  /// What the account means to do with a vault that is not what it remembers.
  package enum Intent: Equatable, Sendable {
    /// Follows the vault that it knows; a new generation only with that version's words.
    case follow(accepting: VersionWords?)
    /// Makes the file as it is the one that counts.
    case settle
  }

  let memory: any AccountMemory
  /// The file's absolute path.
  let path: String
  let intent: Intent

  /// - Parameters:
  ///   - memory: Where the account keeps what it has seen.
  ///   - path: The file's absolute path; kept as the one last used.
  ///   - intent: What is to be done with a vault that is not what is remembered.
  package init(memory: any AccountMemory, path: String, intent: Intent) {
    self.memory = memory
    self.path = path
    self.intent = intent
  }
}
