/// Talks to the person on standard error, apart from the answer on standard output.
///
/// Texts are in lower case and have no period. They are made safe for a terminal here.
package struct Messages: Sendable {
  private let program: String
  private let descriptor: Int32
  private let hasColour: Bool

  /// Begins to talk in the name of a program; with colour only on a terminal that has it.
  package init(program: String) {
    self.init(program: program, descriptor: 2, noColour: Environment.wantsNoColour)
  }

  init(program: String, descriptor: Int32, noColour: Bool) {
    self.program = program
    self.descriptor = descriptor
    hasColour = !noColour && Platform.isTerminal(descriptor)
  }

  /// Says what went wrong.
  package func error(_ text: String) { say("error:", text, colour: "31") }

  /// Says what to do next, best as a command that can be pasted.
  package func hint(_ text: String) { say("hint:", text, colour: "36") }

  /// Says what may be wrong although the work was done.
  package func warning(_ text: String) { say("warning:", text, colour: "33") }

  /// Says what happened.
  package func note(_ text: String) { write("\(program): \(DisplayText(text))\n") }

  private func say(_ kind: String, _ text: String, colour: String) {
    let shown = hasColour ? "\u{1b}[1;\(colour)m\(kind)\u{1b}[0m" : kind
    write("\(program): \(shown) \(DisplayText(text))\n")
  }

  /// Ends the line in which the terminal has written by itself.
  static func endLine() { write("\n", to: 2) }

  private func write(_ line: String) { Self.write(line, to: descriptor) }

  private static func write(_ line: String, to descriptor: Int32) {
    do throws(TerminalError) {
      try ByteOutput.write(line, to: descriptor)
    } catch {
      // Nowhere is left to say that nothing can be said; the exit status still tells.
    }
  }
}
