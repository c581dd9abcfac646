import Glibc
import Testing

@testable import Terminal

@Test func `an output whose reader has gone is closed, before and at writing`() async {
  await #expect(processExitsWith: .success) {
    let ends = try Pipe()
    try #require(dup2(ends.writing, 1) == 1)
    try ProcessGuard.start()
    try StandardOutput.check()
    close(ends.reading)
    #expect(throws: TerminalError.outputClosed) { try StandardOutput.check() }
    #expect(throws: TerminalError.outputClosed) { try StandardOutput.write("answer") }
  }
}

@Test func `an output that was closed from the start stays closed, though its number is taken`()
  async
{
  await #expect(processExitsWith: .success) {
    let process = try LoneProcess {
      close(0)
      close(1)
      try ProcessGuard.start()
      guard Platform.isOpen(0), Platform.isOpen(1) else { return 1 }
      guard fails(.outputClosed, { () throws(TerminalError) in try StandardOutput.check() }),
        fails(.outputClosed, { () throws(TerminalError) in try StandardOutput.write("answer") })
      else { return 2 }
      guard
        fails(.descriptorNotOpen(0), { () throws(TerminalError) in _ = try StandardInput.lines() }),
        fails(
          .descriptorNotOpen(0),
          { () throws(TerminalError) in _ = try SecretLines(descriptor: 0) })
      else { return 3 }
      return StandardOutput.isTerminal || StandardInput.isTerminal ? 4 : 0
    }
    #expect(try process.wait() == 0)
  }
}

/// Whether work ends with that failure; in a process of its own nothing else can tell.
private func fails(
  _ failure: TerminalError, _ work: () throws(TerminalError) -> Void
) -> Bool {
  do throws(TerminalError) {
    try work()
    return false
  } catch {
    return error == failure
  }
}

@Test func `an output on a full device and one that is only to be read are told`() async {
  await #expect(processExitsWith: .success) {
    try #require(dup2(unsafe open("/dev/full", O_WRONLY), 1) == 1)
    try StandardOutput.check()
    #expect(throws: TerminalError.full) { try StandardOutput.write("answer") }
    try #require(dup2(unsafe open("/dev/null", O_RDONLY), 1) == 1)
    #expect(throws: TerminalError.outputClosed) { try StandardOutput.check() }
    #expect(throws: TerminalError.outputClosed) { try StandardOutput.write("answer") }
  }
}

@Test func `an answer larger than a pipe arrives whole, and lines are safe`() async {
  await #expect(processExitsWith: .success) {
    let ends = try Pipe()
    try #require(dup2(ends.writing, 1) == 1)
    let reader = Background { [descriptor = ends.reading] in
      try InputBytes(descriptor: descriptor).all(limit: 1 << 20)
    }
    try StandardOutput.write(String(repeating: "x", count: 300_000))
    try Screen.show(["a\u{1b}b"], .cleared, idle: 1)
    close(1)
    ends.endWriting()
    let bytes = try reader.finish()
    #expect(bytes.count == 300_009)
    #expect(String(decoding: bytes.suffix(9), as: UTF8.self) == "a\\u{1b}b\n")
  }
}
