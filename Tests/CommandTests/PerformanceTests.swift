import Testing

/// What the runner says of scripts that do not hold: a check that cannot fail proves nothing.
@Suite struct PerformanceTests {
  private func failures(
    _ text: String, bound: Duration = .seconds(20)
  ) async throws -> [Performance.Failure] {
    var performance = try Performance(try Script(name: "sample", text: text), bound: bound)
    return await performance.play()
  }

  @Test(
    arguments: [
      "run false", "! run true", "run kill -SEGV $$", "! run kill -ABRT $$", "exec false",
      "run true\nstatus 1", "run echo a\nstdout 'b'", "run echo a\n! stdout 'a'",
      "run echo a\n! stdout .", "run true\nstdout .", "run echo a >&2\nstderr 'b'",
      "run echo '{\"a\":1}'\njson a == 2", "run echo '{\"a\":1}'\njson b",
      "run echo '{\"a\":1}'\n! json a", "run echo not json\njson a", "run echo not json\n! json a",
      "run echo '{\"a\":\"xyz\"}'\njson a ~ 'b'", "run echo '{}'\ncapture A json a",
      "run echo '{}'\njsonl # == 2", "exists nothing", "exec touch it\n! exists it",
      "exec touch it; chmod 644 it\nmode it 600", "mode nothing 600", "grep-tree . 'Eileen'",
      "exec echo eileen >it\n! grep-tree . 'Eileen'", "! grep-tree nowhere 'Eileen'",
      "status 0", "run true\nscreen 'a'", "run true\necho on", "on-terminal\nrun true\nstdout .",
      "on-terminal\nrun stty -echo\necho on", "on-terminal\nrun printf '\\033[?25l'\necho on",
      "on-terminal\nrun echo a\n! terminal 'a'", "on-terminal\nrun echo a\n! screen 'a'",
      "on-terminal\nrun printf '\\033[?1049hEileen\\033[?1049l'\n! alternate 'Eileen'",
      "tty never asked for\nrun true", "tty> Name => a\nrun printf 'Nam: '", "tty> Name\nrun true",
      "tty> Name => !false\nrun printf 'Name '; read a", "tty left over", "redirected",
    ])
  func `a step that does not hold is reported with its line`(_ steps: String) async throws {
    let failures = try await failures("# sentence\n\(steps)\n# next\nrun true\n")
    #expect(failures.map(\.sentence) == ["sentence"])
    #expect(failures.first?.line == 1 + steps.split(separator: "\n").count)
  }

  @Test func `the paragraphs after a failed one are played`() async throws {
    let failures = try await failures(
      "# one\nrun false\nrun false\n# two\nrun true\n# three\nrun false\n")
    #expect(failures.map(\.sentence) == ["one", "three"])
    #expect(failures.map(\.line) == [2, 7])
  }

  @Test func `a hang ends the script, names the prompt, and says what was not reached`()
    async throws
  {
    let text =
      "# one\ntty> Name => a\nrun printf 'Name: '; read a; printf 'Secret: '; read b\n# two\nrun true\n"
    let failures = try await failures(text, bound: .seconds(3))
    #expect(failures.map(\.line) == [3])
    let problem = try #require(failures.first?.problem)
    #expect(problem.contains("hangs") && problem.contains("'Secret: '"))
    #expect(problem.contains("1 paragraphs were not reached"))
  }

  @Test func `a hang without a terminal is ended too`() async throws {
    let failures = try await failures("# one\nrun sleep 1000 | cat\n", bound: .milliseconds(200))
    #expect(failures.first?.problem.contains("hangs") == true)
  }
}
