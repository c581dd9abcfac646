/// What an export took along, and what it had to leave.
package struct ExportReport: Equatable, Sendable {
  /// A record, or a whole block of the directory, that cannot be read.
  package struct Missing: Equatable, Sendable {
    /// Nil for a block, of which nobody can say whom it named.
    package let id: ClientID?
    /// The present UID, otherwise the latest; nil where there is none.
    package let uid: String?
    package let damage: Damage
  }

  /// Clients that were taken along.
  package internal(set) var clients = 0
  /// At most `listLimit`.
  package internal(set) var missing: [Missing] = []
  /// How many more are missing.
  package internal(set) var missingBeyond = 0
  /// Clients in blocks that cannot be read, by the head's count.
  package internal(set) var unnamed = 0

  /// Enough to see what happened; a vault that was overwritten must not fill the memory.
  package static let listLimit = 1_000

  package var isWhole: Bool { missing.isEmpty }

  mutating func add(_ found: Missing) {
    if missing.count < Self.listLimit { missing.append(found) } else { missingBeyond += 1 }
  }
}

/// Why an export ended: what it gave could not be taken, or the vault's answer.
package enum ExportFailure<SinkFailure: Error>: Error {
  /// In the words of whoever takes the clients.
  case sink(SinkFailure)
  case vault(VaultError)
}
