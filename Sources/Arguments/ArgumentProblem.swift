package import ArgumentParser

/// What is wrong with a command line, without a word of what was typed.
///
/// swift-argument-parser keeps its errors to itself and quotes the line in their
/// messages. Only the name of the error's case is looked at, and of a message only a part
/// that stands in our own usage text. Whatever is not recognised counts as a stray word,
/// which might be a name.
package struct ArgumentProblem: Equatable {
  /// What kind of mistake was made.
  package enum Kind: Sendable {
    /// An option that must be there is not.
    case missingOption
    /// An option stands without its value.
    case missingValue
    /// Something begins with a hyphen and is no option of the command.
    case unknownOption
    /// Something else stands there that should not.
    case strayWord
  }

  package let kind: Kind
  /// The option of `missingOption` and `missingValue`, as our usage text has it.
  private let option: String?
  /// How the command is used.
  private let usage: String

  /// Looks at what a root command threw.
  private init(_ error: any Error, of root: any ParsableCommand.Type) {
    let parts = Mirror(reflecting: error)
    let stack = parts.descendant("commandStack") as? [any ParsableCommand.Type]
    usage = root.usageString(for: stack?.last ?? root)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    option = Self.own(root.message(for: error), in: usage)
    kind =
      switch parts.descendant("parserError").flatMap(Self.caseName) {
      case "noValue": .missingOption
      case "missingValueForOption": .missingValue
      case "unknownOption": .unknownOption
      default: .strayWord
      }
  }

  private static func caseName(_ value: Any) -> String? {
    Mirror(reflecting: value).children.first?.label
  }

  /// What stands between quotation marks in a message, if we declared it ourselves.
  private static func own(_ message: String, in usage: String) -> String? {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].hasPrefix("--"), usage.contains(parts[1]) else { return nil }
    return String(parts[1])
  }
}

extension ArgumentProblem {
  // A line that lacks more options than this is given up on.
  private static let roundsAtMost = 16

  /// Finds the problem of arguments for which a root command threw an error.
  ///
  /// What is missing is reported by the parser before a word that is too much, but the word
  /// matters more. So what is missing is filled in until the parser is content, or until
  /// it finds a word.
  package static func found(
    by error: any Error, in arguments: [String], of root: any ParsableCommand.Type
  ) -> ArgumentProblem {
    let first = ArgumentProblem(error, of: root)
    var (last, line) = (first, arguments)
    for _ in 0..<roundsAtMost {
      guard last.fill(&line) else { return last.isWord ? last : first }
      do {
        _ = try root.parseAsRoot(line)
        return first
      } catch {
        last = ArgumentProblem(error, of: root)
      }
    }
    return first
  }

  private var isWord: Bool { kind == .unknownOption || kind == .strayWord }

  /// Gives a missing option any value; false where that is not the problem.
  private func fill(_ line: inout [String]) -> Bool {
    guard !isWord, let name = option?.split(separator: " ").first.map(String.init) else {
      return false
    }
    if kind == .missingOption {
      line.insert(contentsOf: [name, "0"], at: line.firstIndex(of: "--") ?? line.endIndex)
      return true
    }
    if let bare = line.firstIndex(of: name + "=") {
      line[bare] += "0"
      return true
    }
    let bare = line.indices.first { place in
      line[place] == name && (line[(place + 1)...].first?.hasPrefix("-") ?? true)
    }
    guard let bare else { return false }
    line.insert("0", at: bare + 1)
    return true
  }

  /// The problem in words.
  package var words: String {
    let option = option ?? "something that must be given"
    switch kind {
    case .missingOption: return "\(option) is missing"
    case .missingValue: return "\(option) stands without its value"
    case .unknownOption:
      return "there is an option that this command does not have (it is not repeated here)"
    case .strayWord:
      return "there is a word that this command does not take (it is not repeated here)"
    }
  }

  /// What to do next.
  ///
  /// - Parameter identity: What the program says where a word may have been part of an identity.
  /// - Returns: One hint a line.
  package func hints(identity: [String]) -> [String] {
    let usage = "usage: \(usage)"
    switch kind {
    case .missingOption, .missingValue: return [usage]
    case .unknownOption: return identity + [usage]
    case .strayWord:
      return identity
        + ["a value of several words needs quotation marks, such as \"Harbor House\"", usage]
    }
  }
}
