/// What a person at the terminal does at one point: waits for a prompt, types, or both.
struct Typing: Equatable {
  /// What must have been shown since the last line typed; nil waits for any prompt.
  let prompt: String?
  /// What is typed; nil only waits.
  let text: Text?

  /// The keys, or the shell line that prints them.
  enum Text: Equatable {
    case keys(String)
    case answer(of: String, ending: String)
  }
}

extension Typing {
  init(_ word: String, _ rest: String) throws(SyntaxError) {
    let ending = word.hasPrefix("tty") ? "\r" : ""
    guard word.hasSuffix(">") else {
      self.init(prompt: nil, text: Text(rest, ending: ending))
      return
    }
    let arrow = rest.ranges(of: "=>").first
    let prompt = String(rest[..<(arrow?.lowerBound ?? rest.endIndex)].trimmed)
    guard !prompt.isEmpty else { throw SyntaxError(problem: "no prompt to wait for") }
    self.init(
      prompt: prompt,
      text: arrow.map { Text(String(rest[$0.upperBound...].trimmed), ending: ending) })
  }
}

extension Typing.Text {
  /// Reads `^C` notation; a control key alone is not followed by `ending`.
  init(_ source: String, ending: String) {
    if source.hasPrefix("!") {
      self = .answer(of: String(source.dropFirst()), ending: ending)
      return
    }
    let keys = Typing.Text.controlKeys(source)
    let alone = keys.unicodeScalars.count == 1 && source.count == 2 && source.hasPrefix("^")
    self = .keys(alone ? keys : keys + ending)
  }

  private static func controlKeys(_ source: String) -> String {
    var keys = ""
    var rest = source.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "^", let key = rest.popFirst() else {
        keys.unicodeScalars.append(scalar)
        continue
      }
      if key == "^" {
        keys.append("^")
      } else {
        keys.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: key.value) & 0x1F))
      }
    }
    return keys
  }
}
