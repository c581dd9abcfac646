import Synchronization
import VaultCrypto

/// An account's memory while a vault is restored that has no name yet: what is to be kept waits
/// until it has one, as otherwise a failure would leave the account with a generation that no file
/// holds, and the vault in use would be refused as older.
package final class MemoryUntilNamed: AccountMemory {
  private let memory: any AccountMemory
  private let waiting = Mutex<[VaultID: [UInt8]]>([:])

  package init(_ memory: any AccountMemory) { self.memory = memory }

  package func recall(_ vault: VaultID, _ kind: MemoryKind) throws(MemoryProblem) -> [UInt8]? {
    try memory.recall(vault, kind)
  }

  package func known() throws(MemoryProblem) -> [VaultID] { try memory.known() }

  package func place(of vault: VaultID, _ kind: MemoryKind) -> String {
    memory.place(of: vault, kind)
  }

  package func keep(_ vault: VaultID, _ kind: MemoryKind, _ next: ([UInt8]?) -> [UInt8]?) {
    guard kind == .seen else { return memory.keep(vault, kind, next) }
    waiting.withLock { waiting in
      var stored = waiting[vault]
      if stored == nil {
        // What cannot be read was refused when the vault was opened.
        do { stored = try memory.recall(vault, kind) } catch { return }
      }
      if let bytes = next(stored) { waiting[vault] = bytes }
    }
  }

  /// Hands on what was seen, now that the vault has its name.
  package func pass() {
    for (vault, bytes) in waiting.withLock({ $0 }) { memory.keep(vault, .seen) { _ in bytes } }
  }
}
