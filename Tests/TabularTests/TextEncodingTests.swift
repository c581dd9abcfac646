import Tabular
import Testing

struct TextEncodingTests {
  private static let text = "name,note\nJosé,naïve\n\"Zoë, Ł\",€ 𝄞 \u{FFFF}\n"

  private static func utf16(_ text: String, high: Int) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return high == 0 ? bytes : bytes.reversed()
    }
  }

  @Test func `UTF-8 is read with and without a mark`() {
    for mark in ["", "\u{FEFF}"] {
      let read = Transcript(mark + Self.text)
      #expect(read.header == ["name", "note"])
      #expect(read.fields == [["José", "naïve"], ["Zoë, Ł", "€ 𝄞 \u{FFFF}"]])
      #expect(read.encoding == .utf8)
      #expect(read.error == nil)
    }
  }

  @Test(arguments: [(0, TextEncoding.utf16BigEndian), (1, .utf16LittleEndian)])
  func `UTF-16 is read with and without a mark`(high: Int, encoding: TextEncoding) {
    for mark in ["", "\u{FEFF}"] {
      let read = Transcript(bytes: Self.utf16(mark + Self.text, high: high))
      #expect(read.header == ["name", "note"])
      #expect(read.fields == [["José", "naïve"], ["Zoë, Ł", "€ 𝄞 \u{FFFF}"]])
      #expect(read.encoding == encoding)
      #expect(read.error == nil)
    }
  }

  @Test func `half a surrogate pair is no text`() {
    let good = Self.utf16("\u{FEFF}a,b\n1,2\n", high: 1)
    let one: [UInt8] = [0x31, 0x00]
    #expect(Transcript(bytes: good + [0x34, 0xD8] + one).error == .notText(row: 2))
    #expect(Transcript(bytes: good + [0x1E, 0xDD] + one).error == .notText(row: 2))
    #expect(Transcript(bytes: good + [0x34, 0xD8]).error == .notText(row: 2))
    #expect(Transcript(bytes: good + [0x31]).error == .notText(row: 2))
  }

  @Test func `a nul in UTF-16 is a nul`() {
    #expect(Transcript(bytes: Self.utf16("\u{FEFF}a\nx\0\n", high: 1)).error == .nul(row: 1))
  }

  @Test func `Windows-1252 is read where the bytes are no UTF-8`() {
    let bytes = Array("name\nJos".utf8) + [0xE9, 0x0A, 0x80, 0x31, 0x9F, 0x0A]
    let read = Transcript(bytes: bytes)
    #expect(read.fields == [["José"], ["€1Ÿ"]])
    #expect(read.encoding == .windows1252)
    #expect(read.error == nil)
  }

  @Test func `all of Windows-1252 is as published`() {
    let upper =
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
      + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let bytes = (0x80...0xFF).filter { !undefined.contains($0) }
    // A letter between them, so that no two look like UTF-8.
    let read = Transcript(bytes: Array("a\n".utf8) + bytes.flatMap { [$0, 0x78] })
    #expect(read.fields == [[upper.unicodeScalars.map { "\($0)x" }.joined()]])
    #expect(read.encoding == .windows1252)
  }

  @Test(arguments: [UInt8(0x81), 0x8D, 0x8F, 0x90, 0x9D])
  func `a byte that Windows-1252 does not define is no text`(byte: UInt8) {
    #expect(Transcript(bytes: Array("a\nx\n".utf8) + [byte]).error == .notText(row: 2))
    #expect(Transcript(bytes: Array("a\né\n".utf8) + [byte, 0x78]).error == .notText(row: 2))
  }

  @Test func `Windows-1252 after UTF-8 is refused with its row`() {
    let bytes = Array("name\nJosé\nTom\nRen".utf8) + [0xE9, 0x0A]
    let read = Transcript(bytes: bytes)
    #expect(read.fields == [["José"], ["Tom"]])
    #expect(read.error == .mixedEncodings(row: 3))
  }

  @Test func `UTF-8 after Windows-1252 is refused with its row`() {
    let bytes = Array("name\nRen".utf8) + [0xE9] + Array("\nTom\nO’Hara\n".utf8)
    let read = Transcript(bytes: bytes)
    #expect(read.fields == [["René"], ["Tom"]])
    #expect(read.error == .mixedEncodings(row: 3))
  }

  @Test func `Windows-1252 under a mark of UTF-8 is refused`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("name\nRen".utf8) + [0xE9, 0x0A]
    #expect(Transcript(bytes: bytes).error == .mixedEncodings(row: 1))
  }

  @Test func `a header in another encoding than the rows is refused`() {
    let bytes = Array("naïve\nRen".utf8) + [0xE9, 0x0A]
    #expect(Transcript(bytes: bytes).error == .mixedEncodings(row: 1))
    #expect(Transcript(bytes: [0xE9] + Array("\né\n".utf8)).error == .mixedEncodings(row: 1))
  }

  @Test func `a pair that both encodings have does not decide`() {
    // In Windows-1252 "Spaß" in closing quotes, and ANDRÉ’S in capitals.
    let bytes: [UInt8] =
      Array("a\nSpa".utf8) + [0xDF, 0x93, 0x0A] + Array("ANDR".utf8)
      + [0xC9, 0x92, 0x53, 0x0A, 0x4A, 0x6F, 0x73, 0xE9, 0x0A]
    let read = Transcript(bytes: bytes)
    #expect(read.fields == [["Spaß“"], ["ANDRÉ’S"], ["José"]])
    #expect(read.encoding == .windows1252)
  }

  @Test func `such a pair alone is UTF-8`() {
    #expect(Transcript("a\nɒ\n").fields == [["ɒ"]])
    #expect(Transcript("a\nИван\n").fields == [["Иван"]])
  }

  @Test func `what comes late decides as well as what comes early`() {
    let pad = PaddedSource.padding
    let rows = 75
    let late = Transcript(bytes: pad + Array("é,1\n".utf8) + [0xE9, 0x2C, 0x32, 0x0A])
    #expect(late.encoding == .utf8)
    #expect(late.rows.count == rows + 1)
    #expect(late.error == .mixedEncodings(row: rows + 2))
    let windows = Transcript(bytes: pad + [0xE9, 0x2C, 0x32, 0x0A] + Array("é,1\n".utf8))
    #expect(windows.encoding == .windows1252)
    #expect(windows.rows.last?.fields == ["é", "2"])
    #expect(windows.error == .mixedEncodings(row: rows + 2))
  }

  @Test func `a character cut off by the end is no text`() {
    #expect(Transcript(bytes: Array("é\n1\n".utf8) + [0xE2, 0x82]).error == .notText(row: 2))
    #expect(
      Transcript(bytes: [0xEF, 0xBB, 0xBF] + Array("a\n1\n".utf8) + [0xC3]).error
        == .notText(row: 2))
  }

  @Test(arguments: [
    [UInt8(0xC0), 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xFF, 0xFE],
  ])
  func `UTF-8 in more bytes than it needs or beyond its range is refused`(bad: [UInt8]) {
    let read = Transcript(bytes: Array("é\n".utf8) + bad + [0x0A])
    #expect(read.error == .mixedEncodings(row: 1))
  }
}
