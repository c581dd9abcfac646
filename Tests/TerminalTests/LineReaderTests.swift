import Testing

@testable import Terminal

private func reader(_ pipe: Pipe, limit: Int) throws -> LineReader {
  LineReader(try InputBytes(descriptor: pipe.reading), limit: limit)
}

private func text(_ bytes: [UInt8]?) -> String? {
  bytes.map { String(decoding: $0, as: UTF8.self) }
}

@Test func `lines come one by one without their ends, the last needs none`() throws {
  let pipe = try Pipe()
  pipe.send("one\r\n\ntwo\nlast")
  pipe.endWriting()
  var lines = try reader(pipe, limit: 10)
  #expect(try text(lines.next()) == "one")
  #expect(try text(lines.next()) == "")
  #expect(try text(lines.next()) == "two")
  #expect(lines.number == 3)
  #expect(try text(lines.next()) == "last")
  #expect(try lines.next() == nil)
  #expect(lines.number == 4)
}

@Test func `a line that comes in pieces is one line`() throws {
  let pipe = try Pipe()
  let input = Background { [descriptor = pipe.reading] in
    var lines = LineReader(try InputBytes(descriptor: descriptor), limit: 300_000)
    return [try lines.next(), try lines.next()]
  }
  // More than a pipe holds, so that it must come in pieces.
  pipe.send([UInt8](repeating: 0x61, count: 200_000))
  pipe.send("b\nrest")
  pipe.endWriting()
  let lines = try input.finish()
  #expect(lines[0]?.count == 200_001)
  #expect(lines[0]?.last == 0x62)
  #expect(text(lines[1]) == "rest")
}

@Test func `a line of the limit is read, a longer one refused and skipped`() throws {
  let pipe = try Pipe()
  pipe.send("12345\r\n123456\n1234567890\nnext\n")
  pipe.endWriting()
  var lines = try reader(pipe, limit: 5)
  #expect(try text(lines.next()) == "12345")
  #expect(throws: TerminalError.lineTooLong(limit: 5)) { try lines.next() }
  #expect(throws: TerminalError.lineTooLong(limit: 5)) { try lines.next() }
  #expect(lines.number == 3)
  #expect(try text(lines.next()) == "next")
  #expect(try lines.next() == nil)
}

@Test func `a line of many pieces beyond the limit takes no memory and is skipped`() throws {
  let folder = try TemporaryFolder()
  try folder.make("long", String(repeating: "x", count: 1_000_000) + "\nshort\n")
  var lines = LineReader(try InputBytes(path: folder.file("long")), limit: 10)
  #expect(throws: TerminalError.lineTooLong(limit: 10)) { try lines.next() }
  #expect(try text(lines.next()) == "short")
}

@Test func `all of an input is bounded too`() throws {
  let folder = try TemporaryFolder()
  try folder.make("input", "12345")
  #expect(try InputBytes(path: folder.file("input")).all(limit: 5).count == 5)
  #expect(throws: TerminalError.inputTooLong(limit: 4)) {
    try InputBytes(path: folder.file("input")).all(limit: 4)
  }
}

@Test func `a descriptor or file that cannot be read is named by what is wrong`() throws {
  let pipe = try Pipe()
  let writing = pipe.writing
  #expect(throws: TerminalError.descriptorNotReadable(writing)) {
    _ = try InputBytes(descriptor: writing)
  }
  #expect(throws: TerminalError.descriptorNotOpen(9_999)) {
    _ = try InputBytes(descriptor: 9_999)
  }
  #expect(throws: TerminalError.noFile) { _ = try InputBytes(path: "/nonexistent/file") }
  #expect(throws: TerminalError.notAFile) { _ = try InputBytes(path: "/tmp").next() }
}
