import Tabular
import Testing

struct RandomBytesTests {
  private static let alphabet: [UInt8] =
    Array("ab1,,,;\t\"\"\"\"\r\r\n\n\n ".utf8)
    + [0x00, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xE9, 0xC9, 0x92, 0x81, 0xF0, 0x9D, 0xEF, 0xBB, 0xBF]

  private static func bytes(
    _ count: Int, _ alphabet: [UInt8], _ random: inout SeededRandom
  ) -> [UInt8] {
    (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
  }

  @Test func `twenty thousand random texts are read or refused, whatever the chunks`() {
    var random = SeededRandom(seed: 1)
    let limits = TableLimits(field: 12, row: 40, columns: 6)
    for round in 0..<20_000 {
      // Half of them without anything but ASCII, so that more of them are read.
      let alphabet = round.isMultiple(of: 2) ? Self.alphabet : Array(Self.alphabet.prefix(20))
      let bytes = Self.bytes(Int.random(in: 0...60, using: &random), alphabet, &random)
      let whole = Transcript(bytes: bytes, limits: limits)
      let parted = Transcript(
        bytes: bytes, chunkSize: Int.random(in: 1...5, using: &random), limits: limits)
      #expect(parted.agrees(with: whole))
      #expect(whole.rows.count <= bytes.count)
    }
  }

  @Test func `wholly random bytes are read or refused`() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<2_000 {
      var bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let marks: [[UInt8]] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
      bytes = marks[Int.random(in: 0..<4, using: &random)] + bytes
      let whole = Transcript(bytes: bytes)
      #expect(Transcript(bytes: bytes, chunkSize: 1).agrees(with: whole))
    }
  }

  @Test func `random ends of long files are read or refused, whatever the chunks`() {
    var random = SeededRandom(seed: 3)
    let limits = TableLimits(field: 1_000, row: 1_010, columns: 6)
    for round in 0..<300 {
      let alphabet = round.isMultiple(of: 2) ? Self.alphabet : Array(Self.alphabet.prefix(20))
      let tail = Self.bytes(Int.random(in: 0...80, using: &random), alphabet, &random)
      let whole = Transcript(bytes: PaddedSource.padding + tail, limits: limits)
      let size = Int.random(in: 1...4, using: &random)
      #expect(Transcript(PaddedSource(tail, chunkSize: size), limits: limits).agrees(with: whole))
    }
  }

  @Test func `random texts are refused at the same limits, whatever the chunks`() {
    var random = SeededRandom(seed: 4)
    let limits = TableLimits(field: 50, row: 120, columns: 6)
    let padding = Array(("a,b\n" + String(repeating: "1,2\n", count: 17_000)).utf8)
    for _ in 0..<30 {
      var tail: [UInt8] = []
      for _ in 0..<40 {
        let text = [UInt8](repeating: 0x61, count: Int.random(in: 0...52, using: &random))
        tail += Bool.random(using: &random) ? text : [0x22] + text + [0x22]
        tail.append(Int.random(in: 0..<4, using: &random) == 0 ? 0x0A : 0x2C)
      }
      let whole = Transcript(bytes: padding + tail, limits: limits)
      #expect(whole.error != nil)
      #expect(Transcript(bytes: padding + tail, chunkSize: 1, limits: limits).agrees(with: whole))
    }
  }
}
