import Testing

@testable import VaultCore

@Suite struct ByteSearchTests {
  private static let hay = Array("--7A7A7AB7--A7B".utf8)

  /// Whether a needle stands there, told the slow way.
  private func contains(_ needle: [UInt8], _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place + needle.count <= range.upperBound {
      if Self.hay[place...].starts(with: needle) { return true }
      place += 1
    }
    return false
  }

  @Test(arguments: ["7", "7A", "7A7AB7", "--", "A7B", "A7B-", "B", "x"])
  func `bytes are found wherever they stand, and nowhere else`(needle: String) {
    let needle = Array(needle.utf8)
    for start in 0...Self.hay.count {
      for end in start...Self.hay.count {
        let found = Self.hay.withSpan { $0.contains(needle, in: start..<end) }
        #expect(found == contains(needle, start..<end), "\(start) \(end)")
      }
    }
  }

  @Test func `no bytes are found nowhere`() {
    #expect(!Self.hay.withSpan { $0.contains([], in: 0..<3) })
  }
}
