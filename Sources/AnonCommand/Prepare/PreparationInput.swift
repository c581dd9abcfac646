import FoundationEssentials
import HMIS
import Terminal

/// The clients on standard input: one JSON object, or one in each line.
struct PreparationInput {
  /// The fields of each client, and the line they stand in; nil if the input is one object.
  let clients: [(line: Int?, fields: [PreparedClient.Field])]

  /// What some editors put in front of UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let limit = 8 << 20  // bytes; some 20,000 clients

  /// Reads all of standard input.
  ///
  /// - Throws: `CommandFailure` with the line that is wrong, never with what is in it.
  init() throws(CommandFailure) {
    guard !StandardInput.isTerminal else { throw Self.terminal }
    let bytes: [UInt8]
    do throws(TerminalError) {
      bytes = try StandardInput.all(limit: Self.limit)
    } catch {
      throw Self.unreadable(error)
    }
    try self.init(bytes)
  }

  private init(_ input: [UInt8]) throws(CommandFailure) {
    let bytes = Array(input.starts(with: Self.mark) ? input.dropFirst(Self.mark.count) : input[...])
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
    guard !lines.isEmpty else {
      throw CommandFailure("standard input is empty", hints: [Self.example], status: .trouble)
    }
    do throws(Problem) {
      clients = [(nil, try Self.object(bytes))]
      return
    } catch .notObject {
      throw Self.failure(.notObject, line: nil)
    } catch {
      // Not one object: then it is one in each line.
      if lines.count == 1 { throw Self.failure(error, line: nil) }
    }
    var clients: [(line: Int?, fields: [PreparedClient.Field])] = []
    for (number, line) in lines {
      do throws(Problem) {
        clients.append((number + 1, try Self.object(Array(line))))
      } catch {
        throw Self.failure(error, line: number + 1)
      }
    }
    self.clients = clients
  }

  private enum Problem: Error { case notJSON, notObject }

  private static func object(_ bytes: [UInt8]) throws(Problem) -> [PreparedClient.Field] {
    // The decoder would take other encodings too, whose lines and keys are not those counted here.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw .notJSON
    }
    do {
      let values = try JSONDecoder().decode(Values.self, from: Data(bytes)).byKey
      guard let keys = JSONKeys.texts(of: bytes) else { throw Problem.notJSON }
      return try keys.map { text in
        let key = try JSONDecoder().decode(String.self, from: Data(text))
        return PreparedClient.Field(key: key, value: values[key] ?? .absent)
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .notJSON
    }
  }

  /// An object with any keys: which of them are fields is decided in HMIS.
  private struct Values: Decodable {
    let byKey: [String: PreparedValue]

    init(from decoder: any Decoder) throws {
      do {
        byKey = try decoder.singleValueContainer().decode([String: Value].self)
          .mapValues(\.value)
      } catch is DecodingError {
        throw Problem.notObject
      }
    }
  }

  private struct Value: Decodable {
    let value: PreparedValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      value =
        if container.decodeNil() {
          .absent
        } else {
          try Self.reading { .whole(try container.decode(Int.self)) }
            ?? Self.reading { .text(try container.decode(String.self)) } ?? .other
        }
    }

    private static func reading(_ read: () throws -> PreparedValue) throws -> PreparedValue? {
      do {
        return try read()
      } catch is DecodingError {
        return nil
      }
    }
  }
}

extension PreparationInput {
  static let example =
    """
    such as {"birthYear":1976,"uid":"B23171BC0","projectID":12,"entryDate":"2025-11-03",\
    "enrollmentCoC":"XX-500"}
    """

  private static let terminal = CommandFailure(
    "prepare reads clients as JSON from standard input, and that is a terminal",
    hints: ["hmis-anon prepare < clients.json", example])

  private static func unreadable(_ error: TerminalError) -> CommandFailure {
    if case .inputTooLong(let limit) = error {
      return CommandFailure(
        "standard input has more than \(limit >> 20) MiB",
        hints: ["prepare fewer clients at a time"], status: .trouble)
    }
    return CommandFailure(
      "standard input cannot be read", hints: ["hmis-anon prepare < clients.json"],
      status: .trouble)
  }

  private static func failure(_ problem: Problem, line: Int?) -> CommandFailure {
    let place = line.map { "line \($0)" } ?? "standard input"
    let words =
      switch problem {
      case .notJSON: "not JSON in UTF-8"
      case .notObject: "not a JSON object"
      }
    return CommandFailure("\(place): \(words)", hints: [example], status: .trouble)
  }
}
