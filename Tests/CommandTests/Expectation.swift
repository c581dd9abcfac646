import Foundation

/// What a check says of the last run or of the files.
enum Expectation: Equatable {
  case status(Int)
  case output(Stream, Quotation)
  case terminalRestored
  case json(JSONQuery, JSONTest)
  case exists(String)
  case mode(String, Int)
  case tree(String, String)

  /// A text that a run leaves.
  enum Stream: String, Equatable {
    case stdout, stderr, terminal, screen, alternate, raw
  }

  /// What must be true of a value in an answer.
  enum JSONTest: Equatable {
    case present
    case equals(String)
    case contains(Quotation)
  }
}

extension Expectation {
  /// Reads a check; nil when the word is not one.
  init?(_ word: String, _ rest: String) throws(SyntaxError) {
    if let stream = Stream(rawValue: word) {
      self = .output(stream, try Quotation(rest))
      return
    }
    switch word {
    case "status":
      guard let status = Int(rest) else { throw SyntaxError(problem: "status needs a number") }
      self = .status(status)
    case "echo" where rest == "on":
      self = .terminalRestored
    case "json", "jsonl":
      guard let check = try Expectation.json(word, rest) else { return nil }
      self = check
    case "exists" where !rest.isEmpty:
      self = .exists(rest)
    case "mode":
      let (file, digits) = rest.firstWord
      guard let mode = Int(digits, radix: 8) else {
        throw SyntaxError(problem: "mode needs FILE and an octal number")
      }
      self = .mode(file, mode)
    case "grep-tree":
      let (folder, text) = rest.firstWord
      guard case .text(let text) = try Quotation(text) else {
        throw SyntaxError(problem: "grep-tree needs DIR and a text")
      }
      self = .tree(folder, text)
    default:
      return nil
    }
  }

  private static func json(_ word: String, _ rest: String) throws(SyntaxError) -> Expectation? {
    for (sign, isEqual) in [(" == ", true), (" ~ ", false)] {
      guard let place = rest.ranges(of: sign).first else { continue }
      let left = String(rest[..<place.lowerBound].trimmed)
      let right = String(rest[place.upperBound...].trimmed)
      guard let query = try JSONQuery(word, left) else { return nil }
      return .json(query, isEqual ? .equals(right) : .contains(try Quotation(right)))
    }
    return try JSONQuery(word, rest).map { .json($0, .present) }
  }
}
