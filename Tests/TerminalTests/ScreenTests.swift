import Testing

@testable import Terminal

private let enter = "\u{1b}[?1049h"
private let leave = "\u{1b}[?1049l"

private func show(_ lines: [String], on terminal: PseudoTerminal, idle: Int) -> Background<Void> {
  let path = terminal.path
  return Background {
    try Screen.show(lines, on: try ControllingTerminal(path: path, isPlain: false), idle: idle)
  }
}

@Test func `what is shown stands on the alternate screen and is cleared at a key`() throws {
  let terminal = try PseudoTerminal()
  let shown = show(["Anna Example", "born 1976"], on: terminal, idle: 60)
  let seen = try terminal.see("any key clears this --")
  #expect(seen.hasPrefix(enter))
  #expect(seen.contains("Anna Example"))
  // Nothing may scroll into what can be scrolled back to.
  #expect(!seen.contains("\n"))
  #expect(!terminal.echoes)
  terminal.type(" ")
  try shown.finish()
  let after = terminal.rest()
  for row in 1...24 { #expect(after.contains("\u{1b}[\(row);1H\u{1b}[2K")) }
  #expect(after.hasSuffix(leave))
  #expect(terminal.echoes)
}

@Test func `what is shown is cleared after the idle time`() throws {
  let terminal = try PseudoTerminal()
  try show(["Anna Example"], on: terminal, idle: 0).finish()
  #expect(terminal.rest().hasSuffix(leave))
  #expect(terminal.echoes)
}

@Test func `a long text is shown in pages, forth and back, broken to the width`() throws {
  let terminal = try PseudoTerminal(rows: 4, columns: 10)
  let lines = ["one", "two", "a long line here", "five", "six"]
  let shown = show(lines, on: terminal, idle: 60)
  let first = try terminal.see("clear this --")
  #expect(first.contains("1Hone") && first.contains("2;1Htwo") && first.contains("3;1Ha long"))
  #expect(!first.contains("five"))
  terminal.type(" ")
  let second = try terminal.see("any key clears this --")
  #expect(second.contains("1;1Hline here") && second.contains("3;1Hsix"))
  terminal.type("b")
  #expect(try terminal.see("more").contains("1;1Hone"))
  try terminal.see("clear this --")
  terminal.type("\u{1b}[B")
  #expect(try terminal.see("clear this --").contains("1;1Htwo"))
  terminal.type("q")
  try shown.finish()
  #expect(terminal.rest().hasSuffix(leave))
}

@Test func `text on the screen cannot carry control codes`() throws {
  let terminal = try PseudoTerminal()
  let shown = show(["a\u{1b}[?1049lb\u{202e}c"], on: terminal, idle: 60)
  let seen = try terminal.see("any key")
  #expect(seen.contains(#"a\u{1b}[?1049lb\u{202e}c"#))
  terminal.type("q")
  try shown.finish()
}

@Test func `a whole flow stands on the alternate screen and is cleared at its end`() throws {
  let terminal = try PseudoTerminal()
  let path = terminal.path
  let flow = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try Screen.session(on: terminal, idle: nil) { dialogue in
      try dialogue.say("Register a client")
      let name = try dialogue.line("Given name: ")
      try dialogue.say("thank you")
      return [name, try dialogue.line("Surname: ")]
    }
  }
  #expect(try terminal.see("Given name: ").hasPrefix(enter))
  terminal.type("Anna\n")
  let second = try terminal.see("Surname: ")
  #expect(second.contains("1;1HRegister a client"))
  #expect(second.contains("2;1HGiven name: Anna") && second.contains("3;1Hthank you"))
  terminal.type("Example\n")
  #expect(try flow.finish() == ["Anna", "Example"])
  #expect(terminal.rest().hasSuffix(leave))
  #expect(terminal.echoes)
}

@Test func `a flow that fails leaves the alternate screen all the same`() throws {
  let terminal = try PseudoTerminal()
  let path = terminal.path
  let flow = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try Screen.session(on: terminal, idle: nil) { dialogue in
      try dialogue.line("Given name: ")
    }
  }
  try terminal.see("Given name: ")
  terminal.type("\u{4}")
  #expect(throws: TerminalError.endOfInput) { try flow.finish() }
  #expect(terminal.rest().hasSuffix(leave))
  #expect(terminal.echoes)
}

@Test func `a flow longer than the screen is paged before the question`() throws {
  let terminal = try PseudoTerminal(rows: 8, columns: 80)
  let path = terminal.path
  let flow = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try Screen.session(on: terminal, idle: nil) { dialogue in
      try dialogue.say((1...10).map { "line \($0)" })
      return try dialogue.line("Ready? ")
    }
  }
  #expect(try terminal.see("more").contains("1;1Hline 1"))
  try terminal.see("clear this --")
  terminal.type(" ")
  #expect(try terminal.see("Ready? ").contains("4;1Hline 10"))
  terminal.type("yes\n")
  #expect(try flow.finish() == "yes")
}

@Test func `a flow on a plain terminal is line under line`() throws {
  let terminal = try PseudoTerminal()
  let path = terminal.path
  let flow = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: true)
    return try Screen.session(on: terminal, idle: nil) { dialogue in
      try dialogue.say("hello")
      return try dialogue.line("Name: ")
    }
  }
  let seen = try terminal.see("Name: ")
  terminal.type("Ann\n")
  #expect(try flow.finish() == "Ann")
  #expect(!(seen + terminal.rest()).contains("\u{1b}"))
}

@Test func `what was read in a flow is not paged again before the next question`() throws {
  let terminal = try PseudoTerminal(rows: 8, columns: 80)
  let path = terminal.path
  let flow = Background {
    let terminal = try ControllingTerminal(path: path, isPlain: false)
    return try Screen.session(on: terminal, idle: nil) { dialogue in
      try dialogue.say((1...9).map { "line \($0)" })
      let first = try dialogue.line("First? ")
      try dialogue.say("line 10")
      return [first, try dialogue.line("Second? ")]
    }
  }
  try terminal.see("clear this --")
  terminal.type(" ")
  try terminal.see("First? ")
  terminal.type("1\n")
  #expect(try !terminal.see("Second? ").contains("more"))
  terminal.type("2\n")
  #expect(try flow.finish() == ["1", "2"])
}
