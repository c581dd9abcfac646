import Dispatch
import Synchronization

/// The same small work on many things, on all cores.
enum Cores {
  /// A part of the work is so large that handing it out costs nothing beside it.
  private static let share = 128

  /// Calls `body` for each number below `count` and gives the results in order.
  static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
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
