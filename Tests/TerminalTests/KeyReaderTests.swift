import Testing

@testable import Terminal

@Test(
  arguments: [
    ("a", .character("a")), ("ë", .character("ë")), ("李", .character("李")), ("😀", .character("😀")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace), ("\u{8}", .backspace),
    ("\u{1b}[A", .up), ("\u{1b}OB", .down), ("\u{1b}[C", .right), ("\u{1b}[1;5D", .left),
    ("\u{1b}[H", .home), ("\u{1b}[4~", .end), ("\u{1b}[3~", .delete), ("\u{1b}[5~", .pageUp),
    ("\u{1b}[6~", .pageDown), ("\u{1b}[24~", .other), ("\u{4}", .control("d")),
    ("\u{15}", .control("u")), ("\u{1b}", .escape),
  ] as [(String, Key)])
func `a key is read as what it is`(bytes: String, key: Key) throws {
  let terminal = try PseudoTerminal()
  let path = terminal.path
  let keys = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try Dialogue(on: terminal, idle: nil).key("key? ")
  }
  try terminal.see("key? ")
  #expect(!terminal.echoes && !terminal.givesLines)
  terminal.type(bytes)
  #expect(try keys.finish() == key)
  #expect(terminal.echoes && terminal.givesLines)
}

@Test func `keys that are typed quickly are all read`() throws {
  let terminal = try PseudoTerminal()
  let path = terminal.path
  let keys = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try KeyReader.hold(on: terminal) { keys in
      try terminal.write("ready")
      return [try keys.next(), try keys.next(), try keys.next(), try keys.next()]
    }
  }
  try terminal.see("ready")
  terminal.type("x\u{1b}[Aë\r")
  #expect(try keys.finish() == [.character("x"), .up, .character("ë"), .enter])
}

@Test func `no key within the time is idle, no terminal is said at the first key`() throws {
  let terminal = try PseudoTerminal()
  let opened = try ControllingTerminal(path: terminal.path, isPlain: false)
  #expect(throws: TerminalError.idle(seconds: 0)) {
    try KeyReader.hold(on: opened) { keys in try keys.next(within: 0) }
  }
  let file = try ControllingTerminal(path: "/dev/null", isPlain: false)
  #expect(throws: TerminalError.noTerminal) {
    try KeyReader.hold(on: file) { keys in try keys.next(within: 0) }
  }
}
