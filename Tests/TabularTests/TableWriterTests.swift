import Tabular
import Testing

struct TableWriterTests {
  private static func text(_ writer: TableWriter, _ fields: [String]) -> String {
    String(decoding: writer.row(fields), as: UTF8.self)
  }

  @Test func `fields are quoted where they must be`() {
    let writer = TableWriter(formulas: .kept)
    #expect(Self.text(writer, ["a", " b ", "", "é"]) == "a, b ,,é\r\n")
    #expect(Self.text(writer, ["a,b", "say \"hi\""]) == "\"a,b\",\"say \"\"hi\"\"\"\r\n")
    #expect(Self.text(writer, ["x\ny", "x\ry", "x;y"]) == "\"x\ny\",\"x\ry\",\"x;y\"\r\n")
    #expect(Self.text(writer, [""]) == "\"\"\r\n")
  }

  @Test func `any delimiter is quoted, the dialect's or another`() {
    let writer = TableWriter(formulas: .kept, dialect: Dialect(delimiter: .semicolon))
    #expect(Self.text(writer, ["a;b", "c,d", "e\tf"]) == "\"a;b\";\"c,d\";\"e\tf\"\r\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)"])
  func `a formula is disarmed where that was asked for`(field: String) {
    #expect(Self.text(TableWriter(formulas: .guarded), [field, "x"]) == "'\(field),x\r\n")
    #expect(Self.text(TableWriter(formulas: .kept), [field, "x"]) == "\(field),x\r\n")
  }

  @Test func `a formula in quotes is disarmed within them`() {
    let writer = TableWriter(formulas: .guarded)
    #expect(
      Self.text(writer, ["=A1,\"x\"", "\r=", "\t="]) == "\"'=A1,\"\"x\"\"\",\"'\r=\",\"'\t=\"\r\n")
    #expect(Self.text(writer, ["a=b", "1-2", ""]) == "a=b,1-2,\r\n")
  }

  @Test(arguments: Dialect.Delimiter.allCases)
  func `what was written reads back the same`(delimiter: Dialect.Delimiter) {
    var random = SeededRandom(seed: 20_260_701 + UInt64(delimiter.rawValue))
    let writer = TableWriter(formulas: .kept, dialect: Dialect(delimiter: delimiter))
    let alphabet = Array("ab,;\t\"\"\r\n é€𝄞\u{301}'=-ß“".unicodeScalars)
    for _ in 0..<400 {
      let width = Int.random(in: 1...6, using: &random)
      let header = (0..<width).map { "column \($0)" }
      var bytes = writer.row(header)
      var rows: [[String]] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let row = (0..<width).map { _ in
          var field = String.UnicodeScalarView()
          for _ in 0..<Int.random(in: 0...7, using: &random) {
            field.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
          }
          return String(field)
        }
        writer.append(row, to: &bytes)
        rows.append(row)
      }
      let read = Transcript(bytes: bytes, raggedRows: .refuse)
      #expect(read.error == nil)
      #expect(read.header == header)
      #expect(
        read.fields.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
