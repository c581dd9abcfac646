import FoundationEssentials

/// A place in a JSON answer: `hits.0.uid`, of the whole answer or of one of its lines.
struct JSONQuery: Equatable {
  /// Which text is JSON.
  enum Source: Equatable {
    case answer
    case line(Int)
    case lines
  }

  let source: Source
  let path: [String]
}

extension JSONQuery {
  /// Reads a query; nil when the word is neither `json` nor `jsonl`.
  init?(_ word: String, _ rest: String) throws(SyntaxError) {
    switch word {
    case "json":
      self.init(source: .answer, path: JSONQuery.path(rest))
    case "jsonl":
      let (line, path) = rest.firstWord
      if line == "#" {
        self.init(source: .lines, path: ["#"])
      } else if let number = Int(line), number > 0 {
        self.init(source: .line(number), path: JSONQuery.path(path))
      } else {
        throw SyntaxError(problem: "jsonl needs a line's number or #")
      }
    default:
      return nil
    }
  }

  private static func path(_ text: String) -> [String] {
    text.split(separator: ".").map(String.init)
  }

  /// What stands at the place, or nil.
  ///
  /// - Throws: what the decoder says about an answer that is not JSON.
  func value(in answer: String) throws -> JSONValue? {
    let lines = answer.split(separator: "\n")
    switch source {
    case .answer:
      return try JSONValue(text: answer).value(at: path[...])
    case .lines:
      return .number(Double(lines.count))
    case .line(let number):
      guard number <= lines.count else { return nil }
      return try JSONValue(text: String(lines[number - 1])).value(at: path[...])
    }
  }
}

/// Any JSON value.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue: Decodable {
  init(text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// What stands below this value, or nil.
  func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let first = path.first else { return self }
    switch self {
    case .array(let values) where first == "#":
      return .number(Double(values.count))
    case .array(let values):
      guard let index = Int(first), values.indices.contains(index) else { return nil }
      return values[index].value(at: path.dropFirst())
    case .object(let values):
      return values[first]?.value(at: path.dropFirst())
    case .null, .bool, .number, .string:
      return nil
    }
  }

  /// The value as a person writes it into a later line.
  var plain: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map(String.init) ?? "\(value)"
    case .string(let value): value
    case .array(let values): values.map(\.plain).joined(separator: " ")
    case .object(let values):
      values.sorted { $0.key < $1.key }.map { "\($0)=\($1.plain)" }.joined(separator: " ")
    }
  }
}
