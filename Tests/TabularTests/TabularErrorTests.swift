import Tabular
import Testing

struct TabularErrorTests {
  @Test func `a file without a character is empty`() {
    #expect(Transcript("").error == .empty)
    #expect(Transcript("\u{FEFF}").error == .empty)
    #expect(Transcript(bytes: [0xFF, 0xFE]).error == .empty)
  }

  @Test func `lines without a name are no header`() {
    #expect(Transcript("\n\n").error == .noHeader)
    #expect(Transcript(",,\n1,2,3\n").error == .noHeader)
    #expect(Transcript("  \n1\n").error == .noHeader)
  }

  @Test func `a header alone is a table without rows`() {
    let read = Transcript("a,b\r\n")
    #expect(read.error == nil)
    #expect(read.rows.isEmpty)
  }

  @Test func `a ragged row is reported and the reading goes on`() {
    let read = Transcript("a,b,c\n1,2\n1,2,3\n1,2,3,\n")
    #expect(
      read.rows.map(\.problem) == [
        .ragged(row: 1, expected: 3, found: 2), nil, .ragged(row: 3, expected: 3, found: 4),
      ])
    #expect(read.error == nil)
    #expect(read.rows[2].fields == ["1", "2", "3", ""])
  }

  @Test func `a ragged row is refused where that was asked for`() {
    let read = Transcript("a,b,c\n1,2,3\n1,2\n1,2,3\n", raggedRows: .refuse)
    #expect(read.rows.count == 1)
    #expect(read.error == .ragged(row: 2, expected: 3, found: 2))
  }

  @Test func `an error comes again at every call`() throws {
    var reader = try TableReader(
      MemorySource(Array("a\n1\n2,2\n3\n".utf8)), raggedRows: .refuse)
    _ = try reader.next()
    for _ in 0..<3 {
      #expect(throws: TableReadError<Never>.table(.ragged(row: 2, expected: 1, found: 2))) {
        _ = try reader.next()
      }
    }
  }

  @Test func `a quote that is never closed names the row where it opened`() {
    let read = Transcript("a,b\n1,2\n3,\"4\n5,6\n7,8\n")
    #expect(read.fields == [["1", "2"]])
    #expect(read.error == .unclosedQuote(row: 2))
    #expect(Transcript("\"a,b\n").error == .unclosedQuote(row: 0))
    #expect(Transcript("a,b\n1,\"2\"\"").error == .unclosedQuote(row: 1))
  }

  @Test(arguments: ["6\"", "x\"y\"", " \"y\"", "\"y\" ", "\"y\"z"])
  func `a quote in the wrong place is refused`(field: String) {
    #expect(Transcript("a,b\n1,2\n1,\(field)\n").error == .strayQuote(row: 2, column: 2))
    #expect(Transcript("\(field),b\n1,2\n").error == .strayQuote(row: 0, column: 1))
  }

  @Test(arguments: ["x\0y", "\0", "\"x\0y\"", "\"x\"\0"])
  func `a nul is refused`(field: String) {
    #expect(Transcript("a,b\n1,2\n\(field),2\n").error == .nul(row: 2))
  }

  @Test func `a spreadsheet's own file is refused at its first row`() {
    let zip: [UInt8] = [
      0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00, 0xDF,
      0xA4, 0xD2, 0x6C, 0x5A, 0x01,
    ]
    #expect(Transcript(bytes: zip).error == .nul(row: 0))
  }

  @Test func `a field may be as long as the limit and no longer`() {
    let limits = TableLimits(field: 10)
    let ten = String(repeating: "x", count: 10)
    #expect(Transcript("a,b\n1,\(ten)\n", limits: limits).error == nil)
    #expect(Transcript("a,b\n1,\"\(ten)\"\n", limits: limits).error == nil)
    #expect(Transcript("a,b\n1,\"\(ten)\"", limits: limits).error == nil)
    let error = TabularError.fieldTooLong(row: 1, column: 2, limit: 10)
    #expect(Transcript("a,b\n1,\(ten)x\n", limits: limits).error == error)
    #expect(Transcript("a,b\n1,\"\(ten)x\"\n", limits: limits).error == error)
    #expect(Transcript("a,b\n1,\"\(ten)x", limits: limits).error == error)
  }

  @Test(arguments: ["", "\""])
  func `a field of 200 MB is refused after its first megabyte`(quote: String) {
    var given = 0
    let source = ChunkSource { () throws(Never) -> [UInt8]? in
      defer { given += 1 }
      if given == 0 { return Array("a,b\n1,2\n3,\(quote)".utf8) }
      return given > 3_200 ? nil : [UInt8](repeating: 0x78, count: 65_536)
    }
    let read = Transcript(source)
    #expect(read.rows.count == 1)
    #expect(read.error == .fieldTooLong(row: 2, column: 2, limit: 1 << 20))
    #expect(given < 20, "no more was asked for than the limit")
  }

  @Test func `a row may be as long as the limit and no longer`() {
    let limits = TableLimits(field: 10, row: 20)
    #expect(Transcript("a,b,c\n123456789,123456789,\n", limits: limits).error == nil)
    #expect(
      Transcript("a,b,c\n123456789,123456789,1\n", limits: limits).error
        == .rowTooLong(row: 1, limit: 20))
  }

  @Test func `a row that never ends is refused`() {
    var given = 0
    let source = ChunkSource { () throws(Never) -> [UInt8]? in
      given += 1
      return given == 1 ? Array("a\n".utf8) : Array(String(repeating: "abc,", count: 50_000).utf8)
    }
    #expect(Transcript(source).error == .tooManyColumns(row: 1, limit: 4_096))
    given = 0
    #expect(
      Transcript(source, limits: TableLimits(columns: .max)).error
        == .rowTooLong(row: 1, limit: 4 << 20))
    #expect(given < 40)
  }

  @Test func `there may be as many columns as the limit and no more`() {
    let limits = TableLimits(columns: 3)
    #expect(Transcript("a,b,c\n1,2,3\n", limits: limits).error == nil)
    #expect(
      Transcript("a,b,c\n1,2,3\n1,2,3,", limits: limits).error
        == .tooManyColumns(row: 2, limit: 3))
    #expect(
      Transcript(String(repeating: ",", count: 5_000)).error
        == .tooManyColumns(row: 0, limit: 4_096))
  }
}
