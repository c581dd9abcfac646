import Dispatch
import Synchronization

/// The cores that open blocks while one thread, the only one that may use the store, reads them.
///
/// What waits to be opened is bounded: a few blocks are in memory at once, and their memory serves
/// again for the next ones. Where the others cannot keep up, the reader opens a block itself.
final class BlockCrew<Value: Sendable>: Sendable {
  typealias Outcome = Result<Value, VaultError>

  private struct Desk {
    var waiting: [(number: Int, sealed: SealedBlock)] = []
    /// By the blocks' numbers.
    var outcomes: [Outcome?]
  }

  private let work: @Sendable (SealedBlock, Int) -> Outcome
  private let desk: Mutex<Desk>
  private let helpers: Int
  private let arrivals = DispatchSemaphore(value: 0)
  private let group = DispatchGroup()

  /// Enough that no helper waits while the reader opens a block.
  private static var waitingForEach: Int { 2 }

  /// Calls the crew together.
  ///
  /// - Parameters:
  ///   - count: How many blocks are to come.
  ///   - helpers: How many cores help the reader, which is on one itself.
  ///   - work: What is done with a block.
  init(
    for count: Int, helpers: Int = Cores.others,
    _ work: @escaping @Sendable (SealedBlock, Int) -> Outcome
  ) {
    self.work = work
    self.helpers = min(helpers, max(0, count - 1))
    desk = Mutex(Desk(outcomes: [Outcome?](repeating: nil, count: count)))
    for _ in 0..<self.helpers { DispatchQueue.global().async(group: group) { self.help() } }
  }

  /// Takes a block from the reader.
  func take(_ sealed: SealedBlock, number: Int) {
    let waits = desk.withLock { desk in
      guard desk.waiting.count < Self.waitingForEach * helpers else { return false }
      desk.waiting.append((number, sealed))
      return true
    }
    if waits { arrivals.signal() } else { open(sealed, number) }
  }

  /// Waits until all is done, helping, and gives what came of the blocks, in their order.
  func outcomes() -> [Outcome] {
    openWaiting()
    // Whoever is woken and finds nothing goes home.
    for _ in 0..<helpers { arrivals.signal() }
    group.wait()
    return desk.withLock { $0.outcomes.compactMap { $0 } }
  }

  /// Opens what still waits.
  private func openWaiting() {
    while let next = next() { open(next.sealed, next.number) }
  }

  private func help() {
    while true {
      arrivals.wait()
      guard let next = next() else { return }
      open(next.sealed, next.number)
    }
  }

  private func next() -> (number: Int, sealed: SealedBlock)? {
    desk.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
  }

  private func open(_ sealed: SealedBlock, _ number: Int) {
    let outcome = work(sealed, number)
    desk.withLock { $0.outcomes[number] = outcome }
  }
}
