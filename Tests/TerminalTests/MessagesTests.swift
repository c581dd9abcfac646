import Testing

@testable import Terminal

private func talk(_ messages: Messages) {
  messages.error("wrong passphrase")
  messages.hint("try \u{1b}[2J")
  messages.warning("swap is plain")
  messages.note("done\nreally")
}

@Test func `messages name the program and the kind, and are safe`() throws {
  let pipe = try Pipe()
  talk(Messages(program: "uidvault", descriptor: pipe.writing, noColour: false))
  #expect(
    pipe.rest() == #"""
      uidvault: error: wrong passphrase
      uidvault: hint: try \u{1b}[2J
      uidvault: warning: swap is plain
      uidvault: done\u{a}really

      """#)
}

@Test func `messages have colour on a terminal and only if it is wanted`() throws {
  let terminal = try PseudoTerminal()
  Messages(program: "uidvault", descriptor: terminal.slave, noColour: false).error("no")
  #expect(terminal.rest() == "uidvault: \u{1b}[1;31merror:\u{1b}[0m no\r\n")
  Messages(program: "uidvault", descriptor: terminal.slave, noColour: true).error("no")
  #expect(terminal.rest() == "uidvault: error: no\r\n")
}

@Test func `messages that nobody can read do no harm`() throws {
  Messages(program: "uidvault", descriptor: 9_997, noColour: false).error("no")
}
