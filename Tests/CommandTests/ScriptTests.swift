import Testing

@Suite struct ScriptTests {
  @Test func `paragraphs, steps and files are told apart`() throws {
    let script = try Script(
      name: "sample",
      text: """
        # one
        # behaviour
        ! run false
        status 1

        # another
        tty> Name => Nick
        uidvault find --stdin <in
        -- in --
        Nick

        -- folder/out --
        """)
    #expect(script.paragraphs.map(\.sentence) == ["one behaviour", "another"])
    #expect(script.paragraphs.map(\.line) == [1, 6])
    #expect(
      script.paragraphs[0].steps.map(\.action) == [
        .run("false", .failure), .check(.status(1), .holds),
      ])
    #expect(
      script.paragraphs[1].steps.map(\.action) == [
        .type(Typing(prompt: "Name", text: .keys("Nick\r"))),
        .run("exec uidvault find --stdin <in", .success),
      ])
    #expect(
      script.files == [
        InlinedFile(name: "in", contents: "Nick\n\n"),
        InlinedFile(name: "folder/out", contents: ""),
      ])
  }

  @Test(
    arguments: [
      "stdou 'text'", "stdout text", "stdout ''", "status three", "tty> => text", "! exec true",
      "! tty text", "capture NAME stdout", "jsonl x uid", "mode file rw", "grep-tree .",
      "uidvault status; uidvault status", "uidvault status & wait", "hmis-anon card | cat",
      "env NAME", #"stdout "\q""#, "echo off", "exec", "redirected away",
    ])
  func `a line that is not of the language is refused`(_ line: String) {
    #expect(throws: ScriptError.self) { try Script(name: "bad", text: "# sentence\n\(line)\n") }
  }

  @Test(arguments: ["", "run true\n", "# only a sentence\n", "# one\nrun true\n# two\n"])
  func `a script that would prove nothing is refused`(_ text: String) {
    #expect(throws: ScriptError.self) { try Script(name: "bad", text: text) }
  }

  @Test func `redirections and quotes are not several commands`() throws {
    let line = "uidvault find --as 'A & B; C | D' <in 2>&1 3<&0"
    #expect(try Action(line) == .run("exec " + line, .success))
  }

  @Test func `control keys are typed without Enter when they stand alone`() throws {
    #expect(try Typing("tty", "^C").text == .keys("\u{3}"))
    #expect(try Typing("tty", "a^^b").text == .keys("a^b\r"))
    #expect(try Typing("tty", "").text == .keys("\r"))
    #expect(try Typing("keys", "^[[A").text == .keys("\u{1B}[A"))
    #expect(
      try Typing("tty>", "Word 3: => !cat w")
        == Typing(
          prompt: "Word 3:", text: .answer(of: "cat w", ending: "\r")))
    #expect(try Typing("tty>", "Word 3:") == Typing(prompt: "Word 3:", text: nil))
  }

  @Test func `quoted texts know escapes, names, and anything`() throws {
    let names = ["UID": "999688397", "U": "no"]
    #expect(try Quotation("'$UID'").isFound(in: "is 999688397.", names: names))
    #expect(try Quotation(#""a\n\x1b\u{202e}\\""#) == .text("a\n\u{1B}\u{202E}\\"))
    #expect(try Quotation("'a\\n'") == .text("a\\n"))
    #expect(try Quotation(".").isFound(in: "x", names: [:]))
    #expect(try !Quotation(".").isFound(in: "", names: [:]))
    #expect(try Quotation(#""b\n""#).isFound(in: "a\r\nb\n", names: [:]))
  }
}
