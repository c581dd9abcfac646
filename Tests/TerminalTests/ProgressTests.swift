import Testing

@testable import Terminal

@Test func `progress is silent without a terminal`() throws {
  let pipe = try Pipe()
  let progress = Progress("reading", total: 10, descriptor: pipe.writing, isPlain: false)
  progress.update(5)
  progress.end()
  #expect(pipe.rest() == "")
}

@Test func `progress is silent on a plain terminal`() throws {
  let terminal = try PseudoTerminal()
  let progress = Progress("reading", total: 10, descriptor: terminal.slave, isPlain: true)
  progress.update(5)
  progress.end()
  #expect(terminal.rest() == "")
}

@Test func `progress stands in one line, is drawn seldom and is erased at its end`() throws {
  let terminal = try PseudoTerminal()
  let progress = Progress("reading", total: 200, descriptor: terminal.slave, isPlain: false)
  progress.update(50)
  #expect(terminal.rest() == "\r\u{1b}[2Kreading: 50 of 200 (25 %)")
  progress.end()
  #expect(terminal.rest() == "\r\u{1b}[2K")
  progress.end()
  #expect(terminal.rest() == "")
}

@Test func `progress that is drawn a thousand times at once is drawn a few times`() throws {
  let terminal = try PseudoTerminal()
  let start = Platform.monotonicMilliseconds()
  let progress = Progress("reading", total: nil, descriptor: terminal.slave, isPlain: false)
  for done in 0..<1000 { progress.update(done) }
  let most = (Platform.monotonicMilliseconds() - start) / 100 + 1
  let drawn = terminal.rest().split(separator: "reading").count - 1
  #expect(drawn >= 1 && drawn <= most)
}

@Test func `progress never breaks its line`() throws {
  let terminal = try PseudoTerminal(rows: 24, columns: 12)
  do {
    let progress = Progress("a\nlong label", total: nil, descriptor: terminal.slave, isPlain: false)
    progress.update(1)
    #expect(terminal.rest() == "\r\u{1b}[2Ka\\u{a}long…")
  }
  #expect(terminal.rest() == "\r\u{1b}[2K")
}
