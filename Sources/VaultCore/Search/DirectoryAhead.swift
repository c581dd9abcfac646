import Dispatch
import Synchronization
import VaultCrypto
import VaultStore

/// A directory block as it is stored, with its hash if that was computed already.
struct SealedBlock: Sendable {
  let sealed: SealedBytes
  var hash: Digest?
}

/// The directory's blocks, read and hashed on another core while a passphrase is stretched.
///
/// It takes no key: these are bytes that the file gives to anybody. Which of them count is said by
/// the head of the transaction that uses them: a block stands for its row exactly if it has the hash
/// that the head names.
final class DirectoryAhead: Sendable {
  private let isStopped = Atomic(false)
  private let blocks = Mutex<[Digest: SealedBlock]>([:])
  private let group = DispatchGroup()

  /// Begins to read, if there is a core to spare.
  init(in store: any Store, of vault: VaultID) {
    guard Cores.others > 0 else { return }
    DispatchQueue.global().async(group: group) { self.read(store, vault) }
  }

  /// Ends the reading, wherever it is, and gives the blocks by their hashes.
  func take() -> [Digest: SealedBlock] {
    isStopped.store(true, ordering: .relaxed)
    group.wait()
    return blocks.withLock { blocks in
      defer { blocks = [:] }
      return blocks
    }
  }

  private func read(_ store: any Store, _ vault: VaultID) {
    do throws(VaultError) {
      try store.read { (reading) throws(VaultError) in
        try Rows(reading: reading).scan(.directory) { (_, sealed) throws(VaultError) in
          let hash = Digest(.directoryBlock, vault: vault, data: sealed.bytes)
          blocks.withLock { $0[hash] = SealedBlock(sealed: sealed, hash: hash) }
          return isStopped.load(ordering: .relaxed) ? .stop : .next
        }
      }
    } catch {
      // Whatever is wrong with the file is met again, and told, by the transaction itself.
      return
    }
  }
}
