import Synchronization
import Testing
import VaultCrypto

@testable import VaultCore

@Suite struct BlockCrewTests {
  private static func block(_ number: Int) -> SealedBlock {
    SealedBlock(
      sealed: SealedBytes(untrusted: [UInt8](repeating: UInt8(number & 255), count: 100)))
  }

  @Test(arguments: [0, 1, 2, 7], [0, 1, 2, 3, 500])
  func `what came of the blocks stands in their order, whoever opened them`(
    helpers: Int, count: Int
  ) throws {
    let crew = BlockCrew<Int>(for: count, helpers: helpers) { (sealed, number) in
      sealed.sealed == Self.block(number).sealed ? .success(number * 3) : .failure(.noName)
    }
    for number in 0..<count { crew.take(Self.block(number), number: number) }
    let values = try crew.outcomes().map { try $0.get() }
    #expect(values == (0..<count).map { $0 * 3 })
  }

  @Test func `a crew to which no block comes goes home`() {
    let crew = BlockCrew<Int>(for: 100, helpers: 3) { (_, number) in .success(number) }
    #expect(crew.outcomes().isEmpty)
  }

  @Test func `only a few blocks wait at a time`() {
    let open = Mutex(0)
    var most = 0
    let crew = BlockCrew<Int>(for: 300, helpers: 3) { (_, number) in
      open.withLock { $0 -= 1 }
      return .success(number)
    }
    for number in 0..<300 {
      let waiting = open.withLock { open in
        open += 1
        return open
      }
      most = max(most, waiting)
      crew.take(Self.block(number), number: number)
    }
    _ = crew.outcomes()
    // Two for each helper wait, and reader and helpers have one at hand.
    #expect(most <= 3 * 2 + 3 + 1)
  }
}
