import Tabular
import Testing

struct TableReaderTests {
  @Test func `a plain table is read`() {
    let read = Transcript("First,Last\nMary,Quill\nTom,Reed\n")
    #expect(read.header == ["First", "Last"])
    #expect(read.fields == [["Mary", "Quill"], ["Tom", "Reed"]])
    #expect(read.error == nil)
    #expect(read.encoding == .utf8)
  }

  @Test func `the last line needs no end`() {
    #expect(Transcript("a,b\n1,2").fields == [["1", "2"]])
    #expect(Transcript("a,b\n1,").fields == [["1", ""]])
    #expect(Transcript("a,b\n1,\"2\"").fields == [["1", "2"]])
    #expect(Transcript("a,b").fields.isEmpty)
    #expect(Transcript("a,b").error == nil)
  }

  @Test func `quotes hold delimiters, line ends and quotes`() {
    let read = Transcript("a,b\n\"1,2\",\"x\r\ny\"\n\"say \"\"hi\"\"\",\"\"\"\"\n\"\",\"\"\n")
    #expect(read.fields == [["1,2", "x\r\ny"], ["say \"hi\"", "\""], ["", ""]])
    #expect(read.error == nil)
  }

  @Test func `what stood in quotes is told`() {
    let read = Transcript("a,b\n\"\",\n1,\"2\"\n")
    #expect(read.rows.map(\.quoted) == [[true, false], [false, true]])
  }

  @Test func `spaces in a field are kept`() {
    #expect(Transcript("a,b\n 1 ,\" 2 \"\n").fields == [[" 1 ", " 2 "]])
  }

  @Test func `rows count from one behind the header, empty lines included`() {
    let read = Transcript("a,b\n1,1\n\n\n4,4\n\"5\n5\",5\n6,6\n")
    #expect(read.rows.map(\.number) == [1, 4, 5, 6])
    #expect(read.rows.map(\.line) == [2, 5, 6, 8])
  }

  @Test func `a thousand empty lines are no rows but count`() {
    let empty = String(repeating: "\r\n", count: 1_000)
    let read = Transcript("a,b\r\n" + empty + "1,2\r\n" + empty)
    #expect(read.rows.map(\.number) == [1_001])
    #expect(read.rows.map(\.line) == [1_002])
  }

  @Test func `empty lines before the header are passed over`() {
    let read = Transcript("\n\r\na,b\n1,2\n")
    #expect(read.header == ["a", "b"])
    #expect(read.rows.map(\.number) == [1])
    #expect(read.rows.map(\.line) == [4])
  }

  @Test func `a row without content is called blank and is never ragged`() {
    let read = Transcript("a,b\n,\n , \n\t\n\"\",\"\",\"\"\n1,\n", raggedRows: .refuse)
    #expect(read.rows.map(\.isBlank) == [true, true, true, true, false])
    #expect(read.error == nil)
  }

  @Test func `a field that a short row lacks reads as empty`() throws {
    var reader = try TableReader(
      MemorySource(Array("a,b,c\n1\n".utf8)), raggedRows: .report)
    let row = try #require(try reader.next())
    #expect(row.count == 1)
    #expect(row[0] == "1")
    #expect(row[2].isEmpty)
    #expect(row.isEmpty(1))
    #expect(!row.isEmpty(0))
    #expect(!row.isQuoted(2))
    #expect(row.withBytes(2) { $0.count } == 0)
  }

  @Test func `bytes of a field are lent`() throws {
    var reader = try TableReader(
      MemorySource(Array("a,b\nx,\"1\"\"2\"\n".utf8)), raggedRows: .refuse)
    let row = try #require(try reader.next())
    #expect(row.withBytes(1) { bytes in bytes.indices.map { bytes[$0] } } == Array("1\"2".utf8))
  }

  @Test func `rows that are kept do not change`() throws {
    let text = "a,b\n" + (0..<20_000).map { "\($0),\"q\"\"\($0)\"\n" }.joined()
    var reader = try TableReader(MemorySource(Array(text.utf8)), raggedRows: .refuse)
    var kept: [TableRow] = []
    while let row = try reader.next() {
      if row.number.isMultiple(of: 500) { kept.append(row) }
    }
    #expect(kept.count == 40)
    for row in kept {
      #expect(row[0] == "\(row.number - 1)")
      #expect(row[1] == "q\"\(row.number - 1)")
    }
  }

  @Test func `the source's own error comes through as it is, again and again`() throws {
    enum DiskError: Error, Equatable { case unreadable(sector: Int) }
    var chunks: [[UInt8]] = [Array("a,b\n1,2\n3".utf8), []]
    let source = ChunkSource { () throws(DiskError) -> [UInt8]? in
      if chunks.isEmpty { throw .unreadable(sector: 7) }
      return chunks.removeFirst()
    }
    #expect(throws: TableReadError<DiskError>.source(.unreadable(sector: 7))) {
      _ = try TableReader(source, raggedRows: .refuse)
    }

    var parts = [PaddedSource.padding]
    var reader = try TableReader(
      ChunkSource { () throws(DiskError) -> [UInt8]? in
        if parts.isEmpty { throw .unreadable(sector: 8) }
        return parts.removeFirst()
      }, raggedRows: .refuse)
    var rows = 0
    for _ in 0..<2 {
      do throws(TableReadError<DiskError>) {
        while try reader.next() != nil { rows += 1 }
        Issue.record("the error was lost")
      } catch {
        #expect(error == .source(.unreadable(sector: 8)))
      }
    }
    #expect(rows == 75)
  }

  @Test func `an empty chunk is not the end`() {
    var chunks: [[UInt8]] = [[], Array("a,b\n".utf8), [], [], Array("1,2".utf8), []]
    let source = ChunkSource { () throws(Never) -> [UInt8]? in
      chunks.isEmpty ? nil : chunks.removeFirst()
    }
    #expect(Transcript(source).fields == [["1", "2"]])
  }
}
