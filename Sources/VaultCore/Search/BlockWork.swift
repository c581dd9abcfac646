import Dispatch
import Synchronization

/// Work on many blocks, done on all cores while whoever hands it out goes on reading.
final class BlockWork<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let finished: Mutex<[Result<Value, VaultError>?]>

  init(count: Int) {
    finished = Mutex([Result<Value, VaultError>?](repeating: nil, count: count))
  }

  /// Begins one block's work, on any core.
  func begin(_ number: Int, _ work: @escaping @Sendable () throws(VaultError) -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) {
      let result = Result(catching: work)
      self.finished.withLock { $0[number] = result }
    }
  }

  /// Waits until all that was begun is done.
  func wait() { group.wait() }

  /// Waits, and gives the results in the blocks' order.
  ///
  /// - Throws: the first block's error.
  func results() throws(VaultError) -> [Value] {
    wait()
    var values: [Value] = []
    for result in finished.withLock({ $0 }) {
      guard let result else { preconditionFailure("work on each block was begun") }
      values.append(try result.get())
    }
    return values
  }
}
