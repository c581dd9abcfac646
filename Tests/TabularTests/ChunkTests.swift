import Tabular
import Testing

struct ChunkTests {
  private static let tails: [String: [UInt8]] = [
    "quotes": Array("\"a\"\"b\",\"\"\r\n\"\"\"\",\"x\r\ny\"\r\n\r\n1,2".utf8),
    "line ends": Array("1,2\r\n\r3,4\r\r\n\n5,6\n\r\n\"7\r\",\"\r\n\n\"\r8,\r".utf8),
    "ragged": Array("1\n1,2,3\n,,,\n".utf8),
    "UTF-8": Array("é,€\n𝄞,\"ɒ\"\"И\"\n".utf8),
    "weak pair": [0xC9, 0x92, 0x2C, 0x31, 0x0A, 0xC9, 0x92],
    "weak pairs": [0x2C, 0xC9, 0x92, 0xC9, 0x92, 0x0A, 0xE9, 0x0A],
    "Windows-1252": [0xE9, 0x2C, 0xC9, 0x92, 0x0A, 0x80, 0xDF, 0x93, 0x2C, 0xF0, 0x0A, 0xE2],
    "mixed": Array("é,1\nx,".utf8) + [0xE9, 0x0A],
    "mixed after a return": Array("é,1\r".utf8) + [0xE9, 0x0A],
    "mixed after quotes": Array("é,\"1\"".utf8) + [0xE9, 0x0A],
    "mixed, the other way": [0xE9, 0x2C, 0x0A, 0x0A] + Array("x,\"€\"\n".utf8),
    "cut character": Array("é,1\nx,".utf8) + [0xF0, 0x9D, 0x84],
    "undefined": [0xE9, 0x2C, 0x0D, 0x81],
    "stray quote": Array("1,2\n\"a\"b,1\n".utf8),
    "unclosed quote": Array("1,2\n1,\"a\"\"\n".utf8),
    "nul": Array("1,2\n1,a\0\n".utf8),
  ]

  @Test(arguments: Self.tails.keys.sorted(), [1, 2, 3, 7])
  func `chunks do not matter far from the file's beginning`(name: String, size: Int) throws {
    let tail = try #require(Self.tails[name])
    let whole = Transcript(bytes: PaddedSource.padding + tail, chunkSize: 1 << 20)
    #expect(Transcript(PaddedSource(tail, chunkSize: size)).agrees(with: whole))
    #expect(whole.rows.count >= 75)
  }

  @Test(arguments: Self.tails.keys.sorted(), [1, 2, 3, 7])
  func `chunks do not matter at the file's beginning`(name: String, size: Int) throws {
    let bytes = Array("\u{FEFF}a,b\r\n".utf8) + (try #require(Self.tails[name]))
    #expect(Transcript(bytes: bytes, chunkSize: size).agrees(with: Transcript(bytes: bytes)))
    let plain = Array(bytes.dropFirst(3))
    #expect(Transcript(bytes: plain, chunkSize: size).agrees(with: Transcript(bytes: plain)))
  }

  @Test(arguments: [1, 2, 3, 5, 7], [0, 1])
  func `surrogates may be parted by chunks`(size: Int, high: Int) {
    let text = "a,b\n" + String(repeating: "𝄞x,\"𝄞\"\"€\"\r\n", count: 3_500)
    let bytes: [UInt8] = text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return high == 0 ? bytes : bytes.reversed()
    }
    let read = Transcript(bytes: bytes, chunkSize: size)
    #expect(read.rows.count == 3_500)
    #expect(read.fields.allSatisfy { $0 == ["𝄞x", "𝄞\"€"] })
    #expect(read.error == nil)
  }

  @Test func `a long row is put together from many chunks`() {
    let long = String(repeating: "wort \"\" , é\n", count: 20_000)
    let text = "a,b\n1,\"\(long)\"\n2,3\n"
    let read = Transcript(bytes: Array(text.utf8), chunkSize: 4_096)
    #expect(read.rows.count == 2)
    #expect(read.rows[0].fields[1].utf8.count == long.utf8.count - 20_000)
    #expect(read.rows[1].line == 20_003)
    #expect(read.rows[1].fields == ["2", "3"])
  }

  @Test(arguments: [1, 3, 1_000])
  func `a header longer than what is looked at first is read`(size: Int) {
    let name = String(repeating: "n", count: 40_000)
    let text = "\(name)1;\"\(name),,\"\"2\";x\n1;2;3\n"
    let read = Transcript(bytes: Array(text.utf8), chunkSize: size)
    #expect(read.delimiter == .semicolon)
    #expect(read.header.map(\.count) == [40_001, 40_004, 1])
    #expect(read.fields == [["1", "2", "3"]])
  }
}
