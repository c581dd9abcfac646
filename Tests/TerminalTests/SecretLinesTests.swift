import Glibc
import Testing

@testable import Terminal

/// Reads a secret line into memory of so many bytes, all of them set before.
private func line(_ lines: SecretLines, room: Int = 32) throws -> (text: String, memory: [UInt8]) {
  var memory = [UInt8](repeating: 0xaa, count: room)
  var span = memory.mutableSpan
  var bytes = unsafe span.mutableBytes
  let count = try lines.next(into: &bytes)
  return (String(decoding: memory.prefix(count), as: UTF8.self), memory)
}

@Test func `a secret line is read and nothing after it`() throws {
  let pipe = try Pipe()
  pipe.send("correct horse\nsecond line\r\nthe rest")
  let lines = try SecretLines(descriptor: pipe.reading)
  #expect(try line(lines).text == "correct horse")
  #expect(try line(lines).text == "second line")
  #expect(pipe.rest() == "the rest")
}

@Test func `the memory after a secret line is zero`() throws {
  let pipe = try Pipe()
  pipe.send("abc\r\n")
  let memory = try line(try SecretLines(descriptor: pipe.reading), room: 8).memory
  #expect(memory == [0x61, 0x62, 0x63, 0, 0, 0, 0, 0])
}

@Test func `a secret line that fills the memory but for its end is read`() throws {
  let pipe = try Pipe()
  pipe.send("1234567\n")
  let lines = try SecretLines(descriptor: pipe.reading)
  #expect(try line(lines, room: 8).text == "1234567")
}

@Test func `a longer secret line is refused and leaves no trace`() throws {
  let pipe = try Pipe()
  pipe.send("12345678\n")
  let lines = try SecretLines(descriptor: pipe.reading)
  var memory = [UInt8](repeating: 0xaa, count: 8)
  #expect(throws: TerminalError.lineTooLong(limit: 7)) {
    var span = memory.mutableSpan
    var bytes = unsafe span.mutableBytes
    _ = try lines.next(into: &bytes)
  }
  #expect(memory == [UInt8](repeating: 0, count: 8))
}

@Test func `the last secret line needs no end, but an empty input is none`() throws {
  let pipe = try Pipe()
  pipe.send("\nlast")
  pipe.endWriting()
  let lines = try SecretLines(descriptor: pipe.reading)
  #expect(try line(lines).text == "")
  #expect(try line(lines).text == "last")
  #expect(throws: TerminalError.endOfInput) { try line(lines) }
}

@Test func `a descriptor for secrets must be open and readable`() throws {
  let pipe = try Pipe()
  let writing = pipe.writing
  #expect(throws: TerminalError.descriptorNotOpen(9_998)) { _ = try SecretLines(descriptor: 9_998) }
  #expect(throws: TerminalError.descriptorNotOpen(-1)) { _ = try SecretLines(descriptor: -1) }
  #expect(throws: TerminalError.descriptorNotReadable(writing)) {
    _ = try SecretLines(descriptor: writing)
  }
}

@Test func `a secret line from a terminal's descriptor is not shown`() throws {
  let terminal = try PseudoTerminal()
  let lines = try SecretLines(descriptor: terminal.slave)
  let answer = Background { try line(lines).text }
  while terminal.echoes { sched_yield() }
  // What is typed in the moment in which the echo is taken away is thrown away; so again.
  while !answer.isDone {
    terminal.type("\n")
    sched_yield()
  }
  #expect(try answer.finish() == "")
  #expect(terminal.echoes)
}
