/// One line of a script.
struct Step: Equatable {
  let line: Int
  let source: String
  let action: Action
}

/// What a step does.
enum Action: Equatable {
  case type(Typing)
  case sit(Redirection)
  case run(String, Outcome)
  case shell(String)
  case environment(name: String, value: String)
  case capture(name: String, JSONQuery)
  case check(Expectation, Polarity)
}

/// Where the answer of a run at a terminal goes.
enum Redirection: Equatable {
  case toTerminal
  case toFiles
}

/// How a run must end.
enum Outcome: Equatable {
  case success
  case failure
}

/// Whether a check must hold or must not.
enum Polarity: Equatable {
  case holds
  case fails
}

extension Step {
  /// Reads one line.
  ///
  /// - Throws: `ScriptError` if the line is not of the language.
  init(line: Int, source: String) throws(ScriptError) {
    self.line = line
    self.source = source
    do {
      self.action = try Action(source)
    } catch {
      throw ScriptError(line: line, problem: "\(error.problem): \(source)")
    }
  }
}

/// What is wrong with a line, before its number is known.
struct SyntaxError: Error, Equatable {
  let problem: String
}

extension Action {
  init(_ source: String) throws(SyntaxError) {
    let turned = source.hasPrefix("! ")
    let line = turned ? String(source.dropFirst(2).trimmed) : source
    let (word, rest) = line.firstWord
    if let run = try Action.runLine(word, rest, line) {
      self = .run(run, turned ? .failure : .success)
    } else if let expectation = try Expectation(word, rest) {
      self = .check(expectation, turned ? .fails : .holds)
    } else if turned {
      throw SyntaxError(problem: "only runs and checks can be turned round")
    } else {
      self = try Action.preparation(word, rest)
    }
  }

  private static func runLine(
    _ word: String, _ rest: String, _ line: String
  ) throws(SyntaxError) -> String? {
    switch word {
    case "run":
      return rest
    case "uidvault", "hmis-anon":
      guard !line.hasShellOperator else {
        throw SyntaxError(problem: "several commands need 'run'")
      }
      return "exec " + line
    default:
      return nil
    }
  }

  private static func preparation(_ word: String, _ rest: String) throws(SyntaxError) -> Action {
    switch word {
    case "tty", "tty>", "keys", "keys>":
      return .type(try Typing(word, rest))
    case "on-terminal" where rest.isEmpty:
      return .sit(.toTerminal)
    case "redirected" where rest.isEmpty:
      return .sit(.toFiles)
    case "exec" where !rest.isEmpty:
      return .shell(rest)
    case "env":
      let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw SyntaxError(problem: "env needs NAME=VALUE") }
      return .environment(name: String(parts[0]), value: String(parts[1]))
    case "capture":
      let (name, query) = rest.firstWord
      let (kind, path) = query.firstWord
      guard let query = try JSONQuery(kind, path) else {
        throw SyntaxError(problem: "capture needs NAME json PATH or NAME jsonl LINE PATH")
      }
      return .capture(name: name, query)
    default:
      throw SyntaxError(problem: "not a line of the language")
    }
  }
}

extension String {
  /// The text up to the first blank, and what follows the blanks.
  var firstWord: (String, String) {
    let word = prefix { $0 != " " }
    return (String(word), String(dropFirst(word.count).trimmed))
  }

  /// Whether a shell would run more than one command, or run it in the background.
  fileprivate var hasShellOperator: Bool {
    var quote: Character?
    var last: Character = " "
    for character in self {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == ";" || character == "|" {
        return true
      } else if character == "&", last != ">", last != "<" {
        return true
      }
      last = character
    }
    return false
  }
}
