import Matching
import Testing
import VaultCrypto

@testable import VaultCore

/// A client record as somebody else might write it: every limit of the page holds on reading.
@Suite struct ClientCodecTests {
  /// A record with the fewest fields, of a client who waits for a UID.
  private var least: [(UInt8, [UInt8])] {
    let stamp = UInt64(5).key + UInt64(7).key
    return [(1, UInt64(42).key), (2, [1]), (3, stamp), (4, stamp), (5, Array("Odile".utf8))]
  }

  private func encode(_ fields: [(UInt8, [UInt8])], version: UInt8 = 1) -> [UInt8] {
    var writer = ByteWriter()
    writer.u8(version)
    for (tag, value) in fields { writer.field(tag) { $0.raw(value) } }
    return Padding.step256.pad(writer.bytes)
  }

  private func decode(_ bytes: [UInt8]) throws -> Client {
    try bytes.withSpan { (span) throws(FormatProblem) in try ClientCodec.decode(span) }
  }

  private func adding(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
    var fields = least
    if let index = fields.firstIndex(where: { $0.0 == tag }) {
      fields[index].1 = value
    } else {
      fields.append((tag, value))
    }
    return encode(fields.sorted { $0.0 < $1.0 })
  }

  private func expect(_ problem: FormatProblem, _ what: Comment, _ bytes: [UInt8]) {
    #expect(throws: problem, what) { try decode(bytes) }
  }

  private func lp8(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

  private func identifier(_ text: String, to: UInt64 = 0, cause: UInt8 = 1) -> [UInt8] {
    lp8(text) + UInt64(5).key + to.key + [cause]
  }

  @Test func `the least record is read`() throws {
    let client = try decode(encode(least))
    #expect((client.id.number, client.status, client.details.given) == (42, .pending, "Odile"))
  }

  @Test func `a required field that is absent is refused`() {
    for index in 0..<4 {
      var fields = least
      fields.remove(at: index)
      expect(.badTag, "tag \(index + 1)", encode(fields))
    }
    expect(.badValue, "nobody's name", encode(Array(least.prefix(4))))
    expect(.badValue, "a suffix alone", encode(Array(least.prefix(4)) + [(8, [0x4a])]))
  }

  @Test func `another version, an unknown or repeated tag, is refused`() {
    expect(.badValue, "version", encode(least, version: 2))
    expect(.badTag, "26", encode(least + [(26, [1])]))
    expect(.badTag, "0", encode([(0, [1])] + least))
    expect(.badTag, "twice", encode(least + [(5, [0x41])]))
    expect(.badTag, "order", encode(least.reversed()))
  }

  @Test func `a field longer or shorter than its value is refused`() {
    for (tag, value) in least.prefix(4) {
      expect(.trailingBytes, "tag \(tag)", adding(tag, value + [0]))
      expect(.truncated, "tag \(tag)", adding(tag, Array(value.dropLast())))
    }
    for (tag, count) in [(11, 4), (16, 1), (17, 4), (22, 17), (23, 8), (25, 16)] as [(UInt8, Int)] {
      expect(.truncated, "tag \(tag)", adding(tag, []))
      #expect(throws: FormatProblem.self) {
        try decode(adding(tag, [UInt8](repeating: 1, count: count + 1)))
      }
    }
  }

  @Test(arguments: [
    (5, 100), (6, 100), (7, 100), (8, 100), (9, 100), (14, 500), (15, 4000), (18, 100),
  ])
  func `a text is as long as the page allows, and not empty`(tag: UInt8, limit: Int) throws {
    let longest = String(repeating: "é\u{323}\u{302}\u{31b}", count: limit)
    #expect(longest.unicodeScalars.count == limit * 4)
    _ = try decode(adding(tag, Array(longest.utf8)))
    expect(.badLength, "empty", adding(tag, []))
    expect(.badLength, "long", adding(tag, Array((longest + "a").utf8)))
    expect(.notText, "not UTF-8", adding(tag, [0xc3, 0x28]))
    expect(.notText, "a surrogate", adding(tag, [0xed, 0xa0, 0x80]))
    expect(.notText, "an overlong letter", adding(tag, [0xc1, 0x81]))
  }

  @Test func `aliases, phones and releases are bounded in number and length`() throws {
    let alias: [UInt8] = [1, 0, 1, 0x41]
    let twenty = [[UInt8]](repeating: alias, count: 20).flatMap { $0 }
    #expect(try decode(adding(10, twenty)).details.aliases.count == 20)
    expect(.badLength, "21 aliases", adding(10, twenty + alias))
    expect(.badValue, "kind", adding(10, [3, 0, 1, 0x41]))
    expect(.badLength, "an empty alias", adding(10, [1, 0, 0]))
    expect(.truncated, "a long alias", adding(10, [1, 0xff, 0xff, 0x41]))
    let ten = [[UInt8]](repeating: lp8("5550134"), count: 10).flatMap { $0 }
    #expect(try decode(adding(13, ten)).details.phones.count == 10)
    expect(.badLength, "11 phones", adding(13, ten + lp8("5550134")))
    expect(.badLength, "an empty phone", adding(13, [0]))
    let release: [UInt8] = [0, 1, 0x50, 0x07, 0xea, 9, 21, 0, 0, 0, 0, 0, 0, 0, 0]
    let most = [[UInt8]](repeating: release, count: 64).flatMap { $0 }
    #expect(try decode(adding(21, most)).releases.count == 64)
    expect(.badLength, "65 releases", adding(21, most + release))
    let unsigned = [0, 1, 0x50] + [UInt8](repeating: 0, count: 12)
    expect(.badValue, "an unsigned release", adding(21, unsigned))
  }

  @Test func `an SSN is four or nine digits`() throws {
    for text in ["1234", "123456789"] {
      #expect(try decode(adding(12, Array(text.utf8))).details.ssn == text)
    }
    for text in ["", "123", "12345", "1234567890"] {
      expect(.badLength, "length", adding(12, Array(text.utf8)))
    }
    for text in ["12E4", "12 4", "１", "-123"] {
      #expect(throws: FormatProblem.self) { try decode(adding(12, Array(text.utf8))) }
    }
  }

  @Test func `a UID is ASCII capitals, digits and hyphens, and one of them stands at most`() throws
  {
    let active = { (uids: [UInt8]) in
      var fields = least
      fields[1].1 = [2]
      return encode(fields + [(19, uids)])
    }
    #expect(try decode(active(identifier("B23171BC0"))).uid?.text == "B23171BC0")
    for text in ["b23171bc0", "B23171 C0", "Б2", String(repeating: "9", count: 33)] {
      expect(.badValue, "\(text.utf8.count) bytes", active(identifier(text)))
    }
    expect(.badLength, "empty", active(identifier("")))
    expect(.badValue, "two stand", active(identifier("1A") + identifier("2A")))
    expect(.badValue, "none stands, but active", active(identifier("1A", to: 9)))
    expect(.badValue, "one stands, but pending", adding(19, identifier("1A")))
    expect(.badValue, "cause", active(identifier("1A", cause: 5)))
    let earlier = [[UInt8]](repeating: identifier("1A", to: 9), count: 63).flatMap { $0 }
    #expect(try decode(active(earlier + identifier("2A"))).uids.count == 64)
    expect(.badLength, "65", active(earlier + identifier("1A", to: 9) + identifier("2A")))
    let odd = "p-1 ß"
    #expect(try decode(adding(20, identifier(odd))).personalID?.text == odd)
    expect(.badValue, "two PersonalIDs", adding(20, identifier("1") + identifier("2")))
  }

  @Test func `a date is one of the calendar, from 1900 on`() throws {
    for (bytes, text) in [
      ([0x07, 0xd0, 2, 29], "2000-02-29"), ([0x07, 0x6c, 1, 1], "1900-01-01"),
      ([0x07, 0xb8, 3, 0], "1976-03"), ([0x07, 0xb8, 0, 0], "1976"),
    ] as [([UInt8], String)] {
      #expect(try decode(adding(11, bytes)).details.birthDate?.text == text)
    }
    for bytes in [
      [0, 0, 0, 0], [0x07, 0x6b, 12, 31], [0x07, 0xd1, 2, 29], [0x07, 0x6c, 2, 29],
      [0x07, 0xd0, 13, 1], [0x07, 0xd0, 4, 31], [0x07, 0xd0, 0, 5], [0xff, 0xff, 1, 1],
      [0, 0, 3, 0],
    ] as [[UInt8]] {
      expect(.badValue, "\(bytes)", adding(11, bytes))
      expect(.badValue, "\(bytes)", adding(17, bytes))
    }
  }

  @Test func `other values that the page does not name are refused`() {
    for status in [0, 7, 255] as [UInt8] { expect(.badValue, "status", adding(2, [status])) }
    expect(.badValue, "id", adding(1, UInt64(0).key))
    for reason in [0, 4] as [UInt8] { expect(.badValue, "reason", adding(16, [reason])) }
    let merge = UInt64(9).key + [7] + UInt64(5).key
    expect(.badValue, "status before", adding(22, merge))
    expect(.badValue, "created by nobody", adding(3, UInt64(5).key + UInt64(0).key))
  }
}
