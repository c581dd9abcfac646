import Glibc
import Testing

@testable import Terminal

/// Asks for a secret on the terminal of this process.
private func askSecret() throws {
  var memory = [UInt8](repeating: 0, count: 64)
  var span = memory.mutableSpan
  var bytes = unsafe span.mutableBytes
  let terminal = try ControllingTerminal(path: "/dev/tty", isPlain: false)
  let count = try Dialogue(on: terminal, idle: nil).secret("Passphrase: ", into: &bytes)
  try terminal.write("read \(count)")
}

@Test(arguments: ["\u{3}", "\u{1c}"])
func `Ctrl-C and Ctrl-Backslash at a secret end the program and bring the echo back`(key: String)
  async
{
  await #expect(processExitsWith: .success) { [key] in
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) { try askSecret() }
    try terminal.see("Passphrase: ")
    try #require(!terminal.echoes)
    terminal.type(key)
    #expect(try job.wait() == .exited(130))
    #expect(terminal.echoes)
  }
}

@Test(arguments: [SIGTERM, SIGHUP, SIGINT])
func `a signal at a secret ends the program and brings the echo back`(signal: Int32) async {
  await #expect(processExitsWith: .success) { [signal] in
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) { try askSecret() }
    try terminal.see("Passphrase: ")
    try #require(!terminal.echoes)
    job.send(signal)
    #expect(try job.wait() == .exited(130))
    #expect(terminal.echoes)
  }
}

@Test func `Ctrl-Z at a secret brings the echo back until the program goes on`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) { try askSecret() }
    try terminal.see("Passphrase: ")
    terminal.type("half\u{1a}")
    #expect(try job.wait() == .stopped)
    #expect(terminal.echoes)
    job.goOn()
    try terminal.see("Passphrase: ")
    #expect(!terminal.echoes)
    terminal.type("whole\n")
    try terminal.see("read 5")
    #expect(try job.wait() == .exited(0))
    #expect(terminal.echoes)
  }
}

@Test func `a program that was stopped from outside hides the echo again`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) { try askSecret() }
    try terminal.see("Passphrase: ")
    job.send(SIGSTOP)
    #expect(try job.wait() == .stopped)
    // As a shell does for itself.
    var modes = termios()
    _ = unsafe tcgetattr(terminal.slave, &modes)
    modes.c_lflag |= tcflag_t(ECHO)
    _ = unsafe tcsetattr(terminal.slave, TCSANOW, &modes)
    job.goOn()
    try terminal.see("Passphrase: ")
    #expect(!terminal.echoes)
    terminal.type("\u{3}")
    #expect(try job.wait() == .exited(130))
    #expect(terminal.echoes)
  }
}

@Test func `Ctrl-C in a flow clears the alternate screen and leaves it`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) {
      let terminal = try ControllingTerminal(path: "/dev/tty", isPlain: false)
      _ = try Screen.session(on: terminal, idle: nil) { dialogue in
        try dialogue.say("Anna Example")
        return try dialogue.line("Surname: ")
      }
    }
    try terminal.see("Surname: ")
    terminal.type("half\u{3}")
    #expect(try job.wait() == .exited(130))
    #expect(terminal.rest().contains("\u{1b}[24;1H\u{1b}[2K\u{1b}[1;1H\u{1b}[?1049l"))
  }
}

@Test func `Ctrl-Z in a flow clears it, and it is drawn again when the program goes on`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) {
      let terminal = try ControllingTerminal(path: "/dev/tty", isPlain: false)
      _ = try Screen.session(on: terminal, idle: nil) { dialogue in
        try dialogue.say("Anna Example")
        return try dialogue.line("Surname: ")
      }
    }
    try terminal.see("Surname: ")
    terminal.type("\u{1a}")
    #expect(try job.wait() == .stopped)
    #expect(terminal.rest().hasSuffix("\u{1b}[?1049l"))
    job.goOn()
    #expect(try terminal.see("Surname: ").contains("\u{1b}[?1049h"))
    try terminal.see("Surname: ")
    terminal.type("Example\n")
    #expect(try job.wait() == .exited(0))
  }
}

@Test func `Ctrl-C during a page brings the keyboard back`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let job = try Job(on: terminal) {
      let terminal = try ControllingTerminal(path: "/dev/tty", isPlain: false)
      try Screen.show(["Anna Example"], on: terminal, idle: 600)
    }
    try terminal.see("any key clears this --")
    try #require(!terminal.givesLines)
    terminal.type("\u{3}")
    #expect(try job.wait() == .exited(130))
    #expect(terminal.givesLines && terminal.echoes)
    #expect(terminal.rest().contains("\u{1b}[?1049l"))
  }
}

@Test func `Ctrl-C between questions ends the program and removes an unfinished file`() async {
  await #expect(processExitsWith: .success) {
    let terminal = try PseudoTerminal()
    let folder = try TemporaryFolder()
    let job = try Job(on: terminal) {
      var file = try OutputFile(at: folder.file("out"), .refuse)
      try file.write("half")
      try ControllingTerminal(path: "/dev/tty", isPlain: false).write("writing")
      while true {
        pause()
        try file.write("more")
      }
    }
    try terminal.see("writing")
    try #require(!folder.names.contains("out"))
    terminal.type("\u{3}")
    #expect(try job.wait() == .exited(130))
    #expect(folder.names == [])
  }
}
