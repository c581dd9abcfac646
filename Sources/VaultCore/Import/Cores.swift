import Dispatch
import Glibc
import Synchronization

/// The same small work on many things, on all cores.
enum Cores {
  /// How many there are beside the one that asks.
  static let others = max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)

  /// Calls `body` for each number below `count` and gives the results in order.
  ///
  /// - Parameters:
  ///   - count: How many things there are.
  ///   - share: How many a core takes at a time, so many that handing them out costs nothing beside
  ///     the work.
  ///   - body: The work on one of them.
  /// - Returns: What each came to.
  static func map<Value: Sendable>(
    _ count: Int, share: Int = 128, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    let shares = (count + share - 1) / share
    let results = Mutex([[Value]](repeating: [], count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { number in
      let range = (number * share)..<min(count, (number + 1) * share)
      let values = range.map(body)
      results.withLock { $0[number] = values }
    }
    return results.withLock { Array($0.joined()) }
  }
}
