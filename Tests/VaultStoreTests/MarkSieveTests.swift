import Testing

@testable import VaultStore

@Suite struct MarkSieveTests {
  /// Bytes without a pattern, and always the same.
  private func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  private func marks(_ runs: [[UInt8]]) -> ByteMarks {
    var marks = ByteMarks()
    for run in runs { marks.insert(run) }
    return marks
  }

  private func finds(_ runs: [[UInt8]], in bytes: [UInt8]) -> Bool {
    unsafe MarkSieve(marks(runs)).finds(in: bytes.span.bytes)
  }

  @Test(arguments: [0, 1, 7, 8, 500, 991, 992])
  func `a mark is found at each offset`(offset: Int) {
    let bytes = noise(1000)
    #expect(finds([Array(bytes[offset..<offset + 8])], in: bytes))
  }

  @Test(arguments: 0..<64)
  func `a mark of which one bit differs is not found`(bit: Int) {
    let bytes = noise(1000)
    var mark = Array(bytes[400..<408])
    mark[bit / 8] ^= 1 << (bit % 8)
    #expect(!finds([mark], in: bytes))
  }

  @Test func `a mark that the end cuts off is not found`() {
    let bytes = noise(1000)
    #expect(!finds([Array(bytes[993...]) + [1]], in: bytes))
    #expect(!finds([Array(bytes[..<8])], in: Array(bytes[..<7])))
    #expect(!finds([Array(bytes[..<8])], in: []))
  }

  @Test func `only the first eight bytes of what is inserted are the mark`() {
    let bytes = noise(1000)
    #expect(finds([Array(bytes[100..<108]) + [0, 0, 0]], in: bytes))
    #expect(!finds([[0, 0, 0] + Array(bytes[100..<108])], in: bytes))
  }

  @Test func `zeros are a mark like any other`() {
    let zeros = [UInt8](repeating: 0, count: 8)
    #expect(finds([zeros], in: [1] + zeros))
    #expect(!finds([zeros], in: [1] + zeros.dropLast() + [1]))
    #expect(!finds([[1, 2, 3, 4, 5, 6, 7, 8]], in: zeros))
  }

  @Test func `each of very many marks is found, and nothing else`() {
    let bytes = noise(160_000)
    let runs = stride(from: 0, to: bytes.count, by: 8).map { Array(bytes[$0..<$0 + 8]) }
    let sieve = MarkSieve(marks(runs + runs))
    for run in runs { #expect(unsafe sieve.finds(in: run.span.bytes)) }
    // The same bytes turned round hold none of them.
    #expect(unsafe !sieve.finds(in: Array(bytes.reversed()).span.bytes))
  }

  @Test func `without marks nothing is found`() {
    #expect(!finds([], in: noise(1000)))
  }

  @Test func `fewer than eight bytes are no mark`() async {
    await #expect(processExitsWith: .failure) {
      var marks = ByteMarks()
      marks.insert([1, 2, 3, 4, 5, 6, 7])
    }
  }
}
