import Testing

@testable import Terminal

/// Reads a secret in the background; gives what was read and the memory.
private func secret(
  on terminal: PseudoTerminal, isPlain: Bool = false, idle: Int? = nil, room: Int = 64
) throws -> Background<String> {
  let path = terminal.path
  return Background {
    let terminal = try ControllingTerminal(path: path, isPlain: isPlain)
    var memory = [UInt8](repeating: 0xaa, count: room)
    var span = memory.mutableSpan
    var bytes = unsafe span.mutableBytes
    let count = try Dialogue(on: terminal, idle: idle).secret("Passphrase: ", into: &bytes)
    return String(decoding: memory.prefix(count), as: UTF8.self)
  }
}

/// Runs a dialogue in the background.
private func dialogue<Value: Sendable>(
  on terminal: PseudoTerminal, isPlain: Bool = false, idle: Int? = nil,
  _ work: @escaping @Sendable (Dialogue) throws -> Value
) -> Background<Value> {
  let path = terminal.path
  return Background {
    let terminal = try ControllingTerminal(path: path, isPlain: isPlain)
    return try work(Dialogue(on: terminal, idle: idle))
  }
}

@Test func `a secret is not shown while it is typed, and the echo comes back`() throws {
  let terminal = try PseudoTerminal()
  let answer = try secret(on: terminal)
  try terminal.see("Passphrase: ")
  #expect(!terminal.echoes)
  #expect(terminal.givesLines)
  terminal.type("correct horse\n")
  #expect(try answer.finish() == "correct horse")
  #expect(terminal.echoes)
  let shown = terminal.rest()
  #expect(!shown.contains("horse"))
  #expect(shown == "\r\u{1b}[2K")
}

@Test func `the rub-out key corrects a secret`() throws {
  let terminal = try PseudoTerminal()
  let answer = try secret(on: terminal)
  try terminal.see("Passphrase: ")
  terminal.type("abX\u{7f}c\n")
  #expect(try answer.finish() == "abc")
}

@Test func `what was typed before a secret is asked for is not taken for it`() throws {
  let terminal = try PseudoTerminal()
  terminal.type("Anna\nSmith\npart of a third")
  let answer = try secret(on: terminal)
  try terminal.see("Passphrase: ")
  terminal.type("the secret\n")
  #expect(try answer.finish() == "the secret")
}

@Test func `a paste of several lines ends with the first and does not answer the next question`()
  throws
{
  let terminal = try PseudoTerminal()
  let answers = dialogue(on: terminal) { dialogue in
    let name = try dialogue.line("Name: ")
    return [name, try dialogue.line("Member: ")]
  }
  try terminal.see("Name: ")
  terminal.type("Anna\nsecond line\nthird line\n")
  try terminal.see("Member: ")
  terminal.type("mo\n")
  #expect(try answers.finish() == ["Anna", "mo"])
  #expect(terminal.echoes)
}

@Test func `Ctrl-D at a secret is the end of input, and the echo comes back`() throws {
  let terminal = try PseudoTerminal()
  let answer = try secret(on: terminal)
  try terminal.see("Passphrase: ")
  terminal.type("\u{4}")
  #expect(throws: TerminalError.endOfInput) { try answer.finish() }
  #expect(terminal.echoes)
}

@Test func `a secret longer than the memory is refused, and the echo comes back`() throws {
  let terminal = try PseudoTerminal()
  let answer = try secret(on: terminal, room: 8)
  try terminal.see("Passphrase: ")
  terminal.type("12345678\n")
  #expect(throws: TerminalError.lineTooLong(limit: 7)) { try answer.finish() }
  #expect(terminal.echoes)
}

@Test func `a secret that nobody types is given up, and the echo comes back`() throws {
  let terminal = try PseudoTerminal()
  #expect(throws: TerminalError.idle(seconds: 0)) {
    try secret(on: terminal, idle: 0).finish()
  }
  #expect(terminal.echoes)
}

@Test func `a secret is not asked for where there is no terminal`() throws {
  #expect(throws: TerminalError.noTerminal) {
    _ = try ControllingTerminal(path: "/nonexistent/tty", isPlain: false)
  }
  let file = try ControllingTerminal(path: "/dev/null", isPlain: false)
  var memory = [UInt8](repeating: 0, count: 8)
  #expect(throws: TerminalError.noTerminal) {
    var span = memory.mutableSpan
    var bytes = unsafe span.mutableBytes
    _ = try Dialogue(on: file, idle: nil).secret("Passphrase: ", into: &bytes)
  }
}

@Test func `a visible answer is shown while it is typed and erased afterwards`() throws {
  let terminal = try PseudoTerminal(rows: 24, columns: 20)
  let answer = dialogue(on: terminal) { try $0.line("Name of the client: ") }
  try terminal.see("Name of the client: ")
  #expect(terminal.echoes)
  terminal.type("Zoë\n")
  #expect(try answer.finish() == "Zoë")
  let shown = terminal.rest()
  #expect(shown.contains("Zoë"))
  // Question and answer took two rows of twenty.
  #expect(shown.hasSuffix("\r\u{1b}[2A\u{1b}[J"))
}

@Test func `a plain terminal is sent nothing but text`() throws {
  let terminal = try PseudoTerminal()
  let answer = dialogue(on: terminal, isPlain: true) { try $0.line("Name: ") }
  let before = try terminal.see("Name: ")
  terminal.type("Ann\n")
  _ = try answer.finish()
  #expect(!(before + terminal.rest()).contains("\u{1b}"))
}

@Test func `an answer with arrow keys, of bad bytes or too long is asked for again`() throws {
  let terminal = try PseudoTerminal()
  let answer = dialogue(on: terminal) { try $0.line("Name: ", limit: 8) }
  try terminal.see("Name: ")
  terminal.type("An\u{1b}[Dn\n")
  try terminal.see("no letters")
  try terminal.see("Name: ")
  terminal.type("123456789\n")
  try terminal.see("too long")
  try terminal.see("Name: ")
  terminal.type(bytes: [0x41, 0xff, 0x0a])
  try terminal.see("no letters")
  try terminal.see("Name: ")
  terminal.type("12345678\n")
  #expect(try answer.finish() == "12345678")
}

@Test func `a question cannot carry control codes to the terminal`() throws {
  let terminal = try PseudoTerminal()
  let answer = dialogue(on: terminal) { dialogue in
    try dialogue.say("\u{1b}[2Jhello")
    return try dialogue.line("\u{1b}]0;title\u{7}? ")
  }
  let shown = try terminal.see("? ")
  #expect(!shown.contains("\u{1b}"))
  terminal.type("\n")
  #expect(try answer.finish() == "")
}

@Test func `yes and no are understood, anything else is asked again`() throws {
  let terminal = try PseudoTerminal()
  let answers = dialogue(on: terminal) { dialogue in
    [
      try dialogue.decision("Go on?"), try dialogue.decision("Really?", usual: .no),
      try dialogue.decision("Sure?", usual: .yes),
    ]
  }
  try terminal.see("Go on? (y/n) ")
  terminal.type("perhaps\n")
  try terminal.see("please answer")
  try terminal.see("(y/n) ")
  terminal.type("\n")
  try terminal.see("please answer")
  try terminal.see("(y/n) ")
  terminal.type("YES\n")
  try terminal.see("Really? (y/N) ")
  terminal.type("\n")
  try terminal.see("Sure? (Y/n) ")
  terminal.type("n\n")
  #expect(try answers.finish() == [.yes, .no, .no])
}

@Test func `a choice is a number of the list or none`() throws {
  let terminal = try PseudoTerminal()
  let answers = dialogue(on: terminal) { dialogue in
    [try dialogue.choice("Which? ", 1...3), try dialogue.choice("And? ", 1...3)]
  }
  try terminal.see("Which? ")
  terminal.type("4\n")
  try terminal.see("from 1 to 3")
  try terminal.see("Which? ")
  terminal.type(" 3 \n")
  try terminal.see("And? ")
  terminal.type("\n")
  #expect(try answers.finish() == [3, nil])
}
