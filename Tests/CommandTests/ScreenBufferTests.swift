import Testing

@Suite struct ScreenBufferTests {
  private func screen(_ text: String) -> ScreenBuffer {
    var screen = ScreenBuffer()
    screen.feed(Array(text.utf8))
    return screen
  }

  @Test func `a line that was erased does not remain`() {
    let screen = screen("Passphrase: \r\u{1B}[2Kdone\r\n")
    #expect(screen.remaining == "done")
    #expect(screen.transcript == "Passphrase: done\n")
  }

  @Test func `text goes where the cursor was put`() {
    #expect(screen("\u{1B}[2;3Hx\u{1B}[1;1Hy\u{1B}[2Bz").remaining == "y\n  x\n z")
    #expect(screen("abc\u{8}\u{8}X").remaining == "aXc")
    #expect(screen("a\tb").remaining == "a       b")
  }

  @Test func `erasing below and above keeps the rest`() {
    #expect(screen("one\r\ntwo\r\nthree\u{1B}[2;2H\u{1B}[J").remaining == "one\nt")
    #expect(screen("one\r\ntwo\r\nthree\u{1B}[2;2H\u{1B}[1J").remaining == "\n  o\nthree")
  }

  @Test func `lines that scrolled away are kept until the scrollback is cleared`() {
    let lines = (1...30).map { "line \($0)\r\n" }.joined()
    #expect(screen(lines).remaining.hasPrefix("line 1\nline 2\n"))
    #expect(!screen(lines + "\u{1B}[3J").remaining.contains("line 1\n"))
  }

  @Test func `titles and colours show nothing`() {
    #expect(screen("\u{1B}]0;title\u{7}a\u{1B}]0;t\u{1B}\\\u{1B}[1;31mb\u{1B}(B").remaining == "ab")
  }

  @Test func `a character that comes in pieces is shown once`() {
    var screen = ScreenBuffer()
    for byte in "Zoë 漢".utf8 { screen.feed([byte]) }
    #expect(screen.remaining == "Zoë 漢")
  }

  @Test func `every page of the alternate screen is kept apart from the main one`() {
    let screen = screen(
      "main\u{1B}[?1049h\u{1B}[2J\u{1B}[Hone\u{1B}[2J\u{1B}[Htwo\u{1B}[?1049l\r\n\u{1B}[?25l")
    #expect(screen.allAlternatePages == ["one", "two"])
    #expect(screen.remaining == "main")
    #expect(screen.hidesCursor && !screen.isAlternate)
  }
}
