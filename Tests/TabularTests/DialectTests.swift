import Tabular
import Testing

struct DialectTests {
  @Test func `the header tells the delimiter`() {
    #expect(Transcript("a,b\n1,2\n").delimiter == .comma)
    #expect(Transcript("a;b\n1;2\n").delimiter == .semicolon)
    #expect(Transcript("a\tb\n1\t2\n").delimiter == .tab)
    #expect(Transcript("a;b\n1,5;2\n").fields == [["1,5", "2"]])
    #expect(Transcript("a\tb\n1;,\t2\n").fields == [["1;,", "2"]])
  }

  @Test func `the delimiter met most often wins`() {
    #expect(Transcript("last, first;b;c\n").delimiter == .semicolon)
    #expect(Transcript("a;b,c,d\n").delimiter == .comma)
    #expect(Transcript("a;b,c\n").delimiter == .comma)
  }

  @Test func `delimiters in quotes do not count`() {
    #expect(Transcript("\"a;;;;\"\"b;;\",c\n1,2\n").delimiter == .comma)
    #expect(Transcript("x;\"a,\n,,\"\"\";c\n1;2;3\n").delimiter == .semicolon)
    #expect(Transcript("x;\"a,\n,,\"\"\";c\n1;2;3\n").header == ["x", "a,\n,,\"", "c"])
  }

  @Test func `delimiters below the header do not count`() {
    #expect(Transcript("a,b\n1;;;;,2\n").delimiter == .comma)
  }

  @Test func `one column is a table`() {
    let read = Transcript("name\nQuill\nReed\n")
    #expect(read.delimiter == .comma)
    #expect(read.fields == [["Quill"], ["Reed"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line end is one`(end: String) {
    let read = Transcript(
      ["a,b", "1,2", "", "\"3\",\"x\(end)y\"", "5,6"].map { $0 + end }.joined())
    #expect(read.fields == [["1", "2"], ["3", "x\(end)y"], ["5", "6"]])
    #expect(read.rows.map(\.number) == [1, 3, 4])
    #expect(read.rows.map(\.line) == [2, 4, 6])
    #expect(!read.lineEnds.isMixed)
  }

  @Test func `mixed line ends are read and told`() {
    let read = Transcript("a,b\r\n1,2\n3,4\r5,6\r\r\n7,8\n\r9,0")
    #expect(read.fields == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["9", "0"]])
    #expect(read.rows.map(\.number) == [1, 2, 3, 5, 7])
    #expect(read.lineEnds == [.lineFeed, .both, .carriageReturn])
    #expect(read.lineEnds.isMixed)
  }

  @Test func `line ends in quotes do not make them mixed`() {
    let read = Transcript("a\r\n\"x\ny\rz\"\r\n")
    #expect(read.lineEnds == .both)
    #expect(read.fields == [["x\ny\rz"]])
  }
}
